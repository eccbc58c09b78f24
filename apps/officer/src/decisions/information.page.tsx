import { informationReasons, REQUEST_TEXT_MAX } from '#application';
import { fieldErrors, Form, LongTextField, RadioField, Submit } from '#web';
import type { Answers, FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';

/** Why something is asked, and what. The applicant reads both. */
export function InformationPage(o: {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  const count = content.programme.rules.informationDays;
  const words = {
    title: t('decide.information.title'),
    lead: t('decide.information.lead', { count }),
  };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/information`}>
        <RadioField
          {...fields}
          name="reason"
          label={t('decide.information.reason')}
          choices={informationReasons.map((code) => ({
            value: code,
            text: t(`states.informationReason.${code}`),
          }))}
        />
        <LongTextField
          {...fields}
          name="text"
          label={t('decide.information.text')}
          hint={t('decide.information.textHint')}
          maxLength={REQUEST_TEXT_MAX}
          rows={6}
        />
        <Submit text={t('decide.information.button')} />
      </Form>
    </DecisionPage>
  );
}

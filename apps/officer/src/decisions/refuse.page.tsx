import { refusalReasons, type RefusalReason } from '#application';
import { fieldErrors, Form, RadioField, Submit, type Answers, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';
import { moveText } from './effects.ts';

export interface RefusePageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

export function RefusePage({ view, content, values = {}, errors = [] }: RefusePageOptions) {
  const { t } = view;
  const words = { title: t('decide.refuse.title'), lead: t('decide.refuse.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/refuse`}>
        <RadioField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('decide.refuse.reason')}
          choices={refusalReasons.map((code) => ({
            value: code,
            text: t(`states.refusal.${code}`),
          }))}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}

/** The reason once more, and all that refusing will cause. */
export function ConfirmRefusalPage(o: {
  view: OfficerView;
  content: DecisionContent;
  reason: RefusalReason;
}) {
  const { view, content, reason } = o;
  const { t } = view;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('confirm.refuse.title')}
      facts={[{ key: t('decide.refuse.reason'), value: t(`states.refusal.${reason}`) }]}
      effects={[
        t('confirm.refuse.told'),
        moveText(view, content, 'refused'),
        t('confirm.refuse.noMoney'),
        t('confirm.refuse.passport'),
        t('confirm.final'),
      ]}
      action={`/cases/${content.row.reference}/refuse`}
      chosen={{ reason }}
      button={t('confirm.refuse.button')}
      isWarning
    />
  );
}

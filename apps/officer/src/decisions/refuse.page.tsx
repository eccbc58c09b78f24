import { refusalReasons } from '#application';
import { fieldErrors, Form, RadioField, Submit, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.ts';
import { DecisionPage } from './decision.page.tsx';

export interface RefusePageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly errors: readonly FieldError[];
}

export function RefusePage({ view, content, errors }: RefusePageOptions) {
  const { t } = view;
  const words = { title: t('decide.refuse.title'), lead: t('decide.refuse.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/refuse`}>
        <RadioField
          {...{ view, values: {}, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('decide.refuse.reason')}
          choices={refusalReasons.map((code) => ({
            value: code,
            text: t(`states.refusal.${code}`),
          }))}
        />
        <p class="govuk-body">{t('decide.refuse.effect')}</p>
        <Submit text={t('decide.refuse.button')} classes="govuk-button--warning" />
      </Form>
    </DecisionPage>
  );
}

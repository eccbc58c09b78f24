import { evidenceChecks, evidenceRefusals } from '#departure';
import { CheckboxField, fieldErrors, Form, SelectField, Submit } from '#web';
import { OutcomeField } from '../checked/outcome.view.tsx';
import type { EvidencePageOptions } from './evidence-page.ts';

/** The first person's checklist and what they propose. */
export function CheckPanel({ view, content, values, errors = [] }: EvidencePageOptions) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <>
      <h2 class="govuk-heading-m">{t('evidence.check')}</h2>
      <p class="govuk-body">{t('evidence.checkLead')}</p>
      <Form view={view} action={`/evidence/${content.evidence.id}/propose`}>
        <CheckboxField
          {...props}
          name="checks"
          label={t('evidence.checks')}
          hint={t('evidence.checksHint')}
          choices={evidenceChecks.map((value) => ({
            value,
            text: t(`states.evidenceCheck.${value}`),
          }))}
        />
        <OutcomeField
          {...props}
          accept={t('evidence.acceptEffect')}
          refuse={t('evidence.refuseEffect')}
        />
        <SelectField
          {...props}
          name="reason"
          label={t('evidence.reasonIfRefused')}
          empty={t('checked.chooseReason')}
          choices={evidenceRefusals.map((value) => ({
            value,
            text: t(`states.evidenceRefusal.${value}`),
          }))}
        />
        <Submit text={t('checked.propose')} />
      </Form>
    </>
  );
}

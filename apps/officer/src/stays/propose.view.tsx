import { stayFactRefusals } from '#departure';
import { dateAnswers, DateField, fieldErrors, Form, SelectField, Submit } from '#web';
import { OutcomeField } from '../checked/outcome.view.tsx';
import type { StayPageOptions } from './stay-page.ts';

/** The first person's proposal. */
export function ProposePanel({ view, content, values, errors = [] }: StayPageOptions) {
  const { t } = view;
  const { fact } = content;
  const props = {
    view,
    values: { ...dateAnswers('day', fact.reportedDay), ...values },
    errors: fieldErrors(view, errors),
  };
  return (
    <>
      <h2 class="govuk-heading-m">{t('stays.decide')}</h2>
      <p class="govuk-body">{t('stays.decideLead')}</p>
      <Form view={view} action={`/stay-facts/${fact.id}/propose`}>
        <OutcomeField {...props} accept={t('stays.acceptHint')} refuse={t('stays.refuseHint')} />
        <DateField {...props} name="day" label={t('stays.acceptedDay')} />
        <SelectField
          {...props}
          name="reason"
          label={t('stays.refusal')}
          empty={t('checked.chooseReason')}
          choices={stayFactRefusals.map((value) => ({
            value,
            text: t(`states.stayFactRefusal.${value}`),
          }))}
        />
        <Submit text={t('checked.propose')} />
      </Form>
    </>
  );
}

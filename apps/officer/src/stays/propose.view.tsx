import { stayFactRefusals } from '#departure';
import { dateAnswers, DateField, fieldErrors, Form, RadioField, SelectField, Submit } from '#web';
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
        <RadioField
          {...props}
          name="outcome"
          label={t('checked.whatToPropose')}
          choices={[
            {
              value: 'accept',
              text: t('checked.outcomes.accept'),
              hint: t('stays.acceptHint'),
            },
            {
              value: 'refuse',
              text: t('checked.outcomes.refuse'),
              hint: t('stays.refuseHint'),
            },
          ]}
        />
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

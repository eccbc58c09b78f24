import { sendBackReasons, stayFactRefusals } from '#departure';
import { formatDay, formatMoney } from '#kernel';
import { dateAnswers, DateField, fieldErrors, Form, RadioField, SelectField, Submit } from '#web';
import { effectKeyOf } from './stay-desk.service.ts';
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
          label={t('stays.outcome')}
          choices={[
            {
              value: 'accept',
              text: t('stays.outcomes.accept'),
              hint: t('stays.acceptHint'),
            },
            {
              value: 'refuse',
              text: t('stays.outcomes.refuse'),
              hint: t('stays.refuseHint'),
            },
          ]}
        />
        <DateField {...props} name="day" label={t('stays.acceptedDay')} />
        <SelectField
          {...props}
          name="reason"
          label={t('stays.refusal')}
          empty={t('stays.chooseReason')}
          choices={stayFactRefusals.map((value) => ({
            value,
            text: t(`states.stayFactRefusal.${value}`),
          }))}
        />
        <Submit text={t('stays.propose')} />
      </Form>
    </>
  );
}

/** The second person: what the decision will cause, and the way back. */
export function ConfirmPanel({ view, content, errors = [] }: StayPageOptions) {
  const { t, lang } = view;
  const { fact, bond } = content;
  const path = `/stay-facts/${fact.id}`;
  const button = t(`stays.confirm.${fact.proposal ?? 'refuse'}`);
  const effect = t(`stays.effect.${effectKeyOf(content)}`, {
    day: fact.acceptedDay ? formatDay(fact.acceptedDay, lang) : '',
    amount: bond ? formatMoney(bond.amount, lang) : '',
  });
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{button}</h2>
        <p class="govuk-body">{effect}</p>
        <Form view={view} action={`${path}/confirm`}>
          <Submit text={button} />
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('stays.sendBack')}</h2>
        <p class="govuk-body">{t('stays.sendBackEffect')}</p>
        <Form view={view} action={`${path}/send-back`}>
          <SelectField
            {...{ view, values: {}, errors: fieldErrors(view, errors) }}
            name="reason"
            label={t('evidence.sendBackReason')}
            empty={t('stays.chooseReason')}
            choices={sendBackReasons.map((value) => ({
              value,
              text: t(`states.sendBack.${value}`),
            }))}
          />
          <Submit text={t('stays.sendBack')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}

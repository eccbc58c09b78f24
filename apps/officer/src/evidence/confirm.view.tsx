import { sendBackReasons } from '#departure';
import { formatMoney } from '#kernel';
import { fieldErrors, Form, SelectField, Submit } from '#web';
import type { EvidencePageOptions } from './evidence-page.ts';

/** The second person: what the decision will cause, and the way back. */
export function ConfirmPanel({ view, content, errors = [] }: EvidencePageOptions) {
  const { t, lang } = view;
  const { evidence, bond } = content;
  const isAccept = evidence.proposal === 'accept';
  const path = `/evidence/${evidence.id}`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">
          {t(isAccept ? 'evidence.confirmAccept' : 'evidence.confirmRefuse')}
        </h2>
        <p class="govuk-body">
          {isAccept
            ? t('evidence.confirmAcceptEffect', { amount: formatMoney(bond.amount, lang) })
            : t('evidence.confirmRefuseEffect')}
        </p>
        <Form view={view} action={`${path}/confirm`}>
          <Submit text={t(isAccept ? 'evidence.confirmAccept' : 'evidence.confirmRefuse')} />
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('evidence.sendBack')}</h2>
        <p class="govuk-body">{t('evidence.sendBackEffect')}</p>
        <Form view={view} action={`${path}/send-back`}>
          <SelectField
            {...{ view, values: {}, errors: fieldErrors(view, errors) }}
            name="reason"
            label={t('evidence.sendBackReason')}
            empty={t('evidence.chooseReason')}
            choices={sendBackReasons.map((value) => ({
              value,
              text: t(`states.sendBack.${value}`),
            }))}
          />
          <Submit text={t('evidence.sendBack')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}

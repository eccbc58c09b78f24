import { receiptOf, type BondView } from '#bond-escrow';
import { formatMoment, formatMoney } from '#kernel';
import { mayGiveBeforehand } from '#refund';
import { govuk, MoneyFigure } from '#web';
import { methodWords } from '../bond/method-words.ts';
import type { PortalView } from '../text/index.ts';
import type { Tracked } from './tracking.service.ts';

type Props = { view: PortalView; tracked: Tracked; bond: BondView };

function signatureRow({ view, tracked, bond }: Props) {
  const { t, lang } = view;
  if (!bond.signedAt) return null;
  const when = formatMoment(bond.signedAt, tracked.consulate.timeZone, lang);
  return {
    key: { text: t('tracking.bond.undertaking') },
    value: {
      html: (
        <>
          {t('tracking.bond.signed', { when })}
          {tracked.isPayer && (
            <>
              <br />
              <a class="govuk-link" href={`/cases/${tracked.row.reference}/bond/undertaking`}>
                {t('tracking.bond.undertakingLink')}
              </a>
            </>
          )}
        </>
      ),
    },
  };
}

function payerRow({ view: { t }, tracked }: Omit<Props, 'bond'>) {
  const { who } = tracked;
  if (!who?.asked)
    return { key: { text: t('payer.panel.row') }, value: { text: t('payer.panel.you') } };
  const { email } = who.asked;
  const text = who.name ? `${who.name} (${email})` : `${email}: ${t('payer.panel.asked')}`;
  return { key: { text: t('payer.panel.row') }, value: { text } };
}

function receiptRow(o: { view: PortalView; home: string; number: string | null | undefined }) {
  const { t } = o.view;
  if (!o.number) return null;
  return {
    key: { text: t('tracking.bond.receipt') },
    value: {
      html: (
        <>
          {o.number}
          <br />
          <a class="govuk-link" href={`${o.home}/receipt`}>
            {t('papers.receipt.link')}
          </a>
        </>
      ),
    },
  };
}

/** The bond of the case: amount, status, direction, what was signed and paid. */
export function BondPanel({ view, tracked, bond }: Props) {
  const { t, lang } = view;
  const zone = tracked.consulate.timeZone;
  const home = `/cases/${tracked.row.reference}/bond`;
  const receipt = receiptOf(bond, tracked.notCounted);
  const heldAt = bond.bond.heldAt;
  const method = methodWords(view, receipt?.method);
  return (
    <section aria-label={t('tracking.bond.title')}>
      <h2 class="govuk-heading-m">{t('tracking.bond.title')}</h2>
      <govuk.SummaryList
        rows={[
          {
            key: { text: t('tracking.bond.amount') },
            value: { html: <MoneyFigure money={bond.amount} lang={lang} /> },
          },
          {
            key: { text: t('tracking.bond.status') },
            value: { text: t(`tracking.bond.state.${bond.status}`) },
          },
          {
            key: { text: t('tracking.bond.direction') },
            value: {
              html: (
                <a class="govuk-link" href={home}>
                  {t('tracking.bond.directionLink')}
                </a>
              ),
            },
          },
          payerRow({ view, tracked }),
          signatureRow({ view, tracked, bond }),
          receipt &&
            heldAt && {
              key: { text: t('tracking.bond.payment') },
              value: {
                text: t('tracking.bond.paid', {
                  amount: formatMoney(receipt.amount, lang),
                  method,
                  when: formatMoment(heldAt, zone, lang),
                }),
              },
            },
          tracked.isPayer && receiptRow({ view, home, number: receipt?.processorPaymentId }),
        ]}
      />
      {tracked.isPayer && mayGiveBeforehand(bond.bond.state) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${home}/refund-account`}>
            {t('refundAccount.beforehand.link')}
          </a>
        </p>
      )}
    </section>
  );
}

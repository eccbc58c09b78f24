import type { PaymentView, SignedCopy } from '#bond-escrow';
import { formatMoment, type Instant } from '#kernel';
import { govuk, MoneyFigure, Page } from '#web';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { consulateName } from '../cases/new-case.page.tsx';
import { PaperCode } from '../check/paper-code.tsx';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

/** Who paid what, when and for which case, beside the undertaking that was signed for it. */
export function ReceiptPage(o: {
  view: PortalView;
  own: OwnBond;
  payment: PaymentView;
  signed: SignedCopy;
  code: string | null;
  heldAt: Instant;
}) {
  const { view, own, payment, signed, heldAt, code } = o;
  const { t, lang } = view;
  const home = `/cases/${own.row.reference}`;
  const zone = own.consulate.timeZone;
  const row = (label: string, text: string) => ({ key: { text: label }, value: { text } });
  const amount = <MoneyFigure money={own.bond.amount} lang={lang} size="large" />;
  const method = t(`tracking.bond.methods.${payment.method === 'card' ? 'card' : 'other'}`);
  return (
    <Page view={view} title={t('papers.receipt.title')} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('papers.receipt.title')}</h1>
          <p class="govuk-body">{t('papers.receipt.lead')}</p>
          <govuk.SummaryList
            rows={[
              { key: { text: t('papers.receipt.amount') }, value: { html: amount } },
              row(t('papers.receipt.payer'), signed.signerName),
              row(t('papers.receipt.received'), formatMoment(heldAt, zone, lang)),
              row(t('papers.receipt.method'), method),
              row(t('papers.receipt.case'), own.row.reference),
              row(t('papers.receipt.programme'), programmeName(view, own.programme)),
              row(t('papers.receipt.consulate'), consulateName(view, own.consulate)),
              payment.processorPaymentId &&
                row(t('papers.receipt.number'), payment.processorPaymentId),
              row(t('papers.receipt.undertaking'), formatMoment(signed.signedAt, zone, lang)),
              row(t('papers.receipt.digest'), signed.textSha256),
              code && {
                key: { text: t('check.onPaper') },
                value: { html: <PaperCode {...{ view, code }} /> },
              },
            ]}
          />
          <p class="govuk-body">{t('papers.submitted.print')}</p>
          <govuk.Button text={t('papers.submitted.toCase')} href={home} />
        </div>
      </div>
    </Page>
  );
}

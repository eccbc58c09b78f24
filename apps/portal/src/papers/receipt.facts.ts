import type { InclusionProof } from '#audit';
import type { PaymentView, SignedCopy } from '#bond-escrow';
import { formatMoment, type Instant } from '#kernel';
import { methodWords } from '../bond/method-words.ts';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { consulateName } from '../cases/new-case.page.tsx';
import { programmeName } from '../start/programme-words.tsx';
import type { PortalView } from '../text/index.ts';

/** What a receipt says, on its page and in its file. */
export interface BondReceipt {
  readonly own: OwnBond;
  readonly payment: PaymentView;
  readonly signed: SignedCopy;
  readonly heldAt: Instant;
  /** As it stands on the paper; null for one from before there were codes. */
  readonly code: string | null;
  /** That its payment is in the seal of its day; null until that is closed. */
  readonly proof: InclusionProof | null;
}

/** Who paid what, when and for which case, beside the undertaking signed for it; but for the amount. */
export function receiptFacts(
  view: Pick<PortalView, 't' | 'lang'>,
  { own, payment, signed, heldAt }: BondReceipt,
): [label: string, text: string][] {
  const { t, lang } = view;
  const zone = own.consulate.timeZone;
  const method = methodWords(view, payment.method);
  const number = payment.processorPaymentId;
  return [
    [t('papers.receipt.payer'), signed.signerName],
    [t('papers.receipt.received'), formatMoment(heldAt, zone, lang)],
    [t('papers.receipt.method'), method],
    [t('papers.receipt.case'), own.row.reference],
    [t('papers.receipt.programme'), programmeName(view, own.programme)],
    [t('papers.receipt.consulate'), consulateName(view, own.consulate)],
    ...(number ? ([[t('papers.receipt.number'), number]] as [string, string][]) : []),
    [t('papers.receipt.undertaking'), formatMoment(signed.signedAt, zone, lang)],
    [t('papers.receipt.digest'), signed.textSha256],
  ];
}

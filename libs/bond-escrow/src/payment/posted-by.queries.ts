import { money, toDate, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';

/** By what a refund goes back, and whether the processor does not refund it any more, so long after. */
export interface PaymentToRefund {
  readonly processorPaymentId: string;
  readonly isWayClosed: boolean;
}

// The cause of money coming in names the processor's payment: pi_1:paid.
const PAYMENT = `split_part(r.cause, ':', 1)`;
const BROUGHT = `ledger.transfer t join ledger.received_payment r on r.id = t.payment_id`;
const INTO = `t.code in ('paid', 'matched') and t.credit = 'bond'`;

/**
 * The processor's payment (pi_…) that posted a bond, by the ledger, not by the payments' states: a
 * second payment is paid as well, but not for it; and money that people took out of suspense for it
 * may have come by another bond's payment, or by none of ours.
 */
export async function postedBy(tx: Tx, bondId: string): Promise<PaymentToRefund | null> {
  const [row] = await tx.query<PaymentToRefund>(
    `select ${PAYMENT} as "processorPaymentId", coalesce(p.refundable_until
       < ($2::timestamptz at time zone 'UTC')::date, false) as "isWayClosed"
     from ${BROUGHT} left join payment p on p.received_payment_id = r.id
     where t.owner_id = $1 and ${INTO} order by t.seq desc limit 1`,
    [bondId, toDate(tx.now)],
  );
  return row ?? null;
}

/** Each bond's payments (pi_…) that brought money to it out of suspense. */
export async function matchedWith(
  tx: Tx,
  bondIds: readonly string[],
): Promise<{ bondId: string; processorPaymentId: string }[]> {
  return tx.query(
    `select t.owner_id as "bondId", ${PAYMENT} as "processorPaymentId" from ${BROUGHT}
     where t.owner_id = any($1) and t.code = 'matched' and t.credit = 'bond'`,
    [bondIds],
  );
}

/** Money that came to a payment's account, that the payment did not take, and that is booked. */
export interface BookedCash {
  readonly receivedPaymentId: string;
  /** The movement that brought it (ccsbtxn_…). */
  readonly broughtBy: string;
  /** Without what its bank took back since. */
  readonly amount: Money;
}

/** Newest first. */
export async function cashBooked(tx: Tx, paymentId: string): Promise<BookedCash[]> {
  const rows = await tx.query<{ id: string; by: string; currency: string; minor: string }>(
    `select r.id, ${PAYMENT} as by, r.currency, r.amount - coalesce((select sum(t.amount)
       from ledger.transfer t where t.payment_id = r.id and t.cause like '%:left'), 0) as minor
     from payer_cash c join ledger.received_payment r on r.id = c.received_payment_id
     where c.payment_id = $1 order by r.learned_at desc, r.id desc`,
    [paymentId],
  );
  return rows.map(({ id, by, currency, minor }) => ({
    ...{ receivedPaymentId: id, broughtBy: by, amount: money(BigInt(minor), currency) },
  }));
}

/** Whose account with the processor (cus_…) a payment came to; null for one that came otherwise. */
export async function customerOf(tx: Tx, processorPaymentId: string): Promise<string | null> {
  const [row] = await tx.query<{ customer: string | null }>(
    `select processor_customer_id as customer from payment where processor_payment_id = $1`,
    [processorPaymentId],
  );
  return row?.customer ?? null;
}

/** Whether the processor does not refund this payment any more by the way it was paid (UTC). */
export async function isTooOldToRefund(
  tx: Tx,
  processorPaymentId: string,
  now: Instant,
): Promise<boolean> {
  const [row] = await tx.query<{ closed: boolean }>(
    `select refundable_until < ($2::timestamptz at time zone 'UTC')::date as closed
     from payment where processor_payment_id = $1`,
    [processorPaymentId, toDate(now)],
  );
  return row?.closed ?? false;
}

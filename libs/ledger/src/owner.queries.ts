import { money, type Currency, type Money } from '#kernel';
import type { Tx } from '#platform';

/** A payment that was booked, and the bond whose money it became; null when it was not booked. */
export async function receivedPaymentOf(
  tx: Tx,
  receivedPaymentId: string,
): Promise<{ bondId: string | null; currency: Currency } | null> {
  const [row] = await tx.query<{ bondId: string | null; currency: Currency }>(
    `select r.currency, coalesce(r.bond_id, (select i.owner_id from ledger.transfer o
       join ledger.transfer i on i.cause = o.cause and i.payment_id = r.id
       where o.owner_id = r.id and o.code = 'matched' limit 1)) as "bondId"
     from ledger.received_payment r where r.id = $1`,
    [receivedPaymentId],
  );
  return row ?? null;
}

/** What an owner holds beyond what is promised to a way out; null without an account. */
export async function freeOf(tx: Tx, ownerId: string): Promise<Money | null> {
  const [row] = await tx.query<{ free: string; currency: Currency }>(
    'select held - reserved as free, currency from ledger.account where owner_id = $1',
    [ownerId],
  );
  return row ? money(BigInt(row.free), row.currency) : null;
}

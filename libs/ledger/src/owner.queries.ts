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

/** What a decision allows to go back; null when there is no such decision. */
export async function decidedRefund(tx: Tx, decisionId: string): Promise<Money | null> {
  const [row] = await tx.query<{ refund: string; currency: Currency }>(
    'select refund, currency from ledger.decision where id = $1',
    [decisionId],
  );
  return row ? money(BigInt(row.refund), row.currency) : null;
}

/** What an owner holds beyond what is promised to a way out; null without an account. */
export async function freeOf(tx: Tx, ownerId: string): Promise<Money | null> {
  const [row] = await tx.query<{ free: string; currency: Currency }>(
    'select held - reserved as free, currency from ledger.account where owner_id = $1',
    [ownerId],
  );
  return row ? money(BigInt(row.free), row.currency) : null;
}

/** A reserve of an owner, and what became of it; a forfeiture that came back is rescinded. */
export interface Reserve {
  readonly amount: Money;
  readonly stands: 'standing' | 'settled' | 'voided' | 'rescinded';
}

/** Null where the owner has no such reserve. */
export async function reserveOf(tx: Tx, ownerId: string, seq: number): Promise<Reserve | null> {
  const [row] = await tx.query<{
    amount: string;
    currency: Currency;
    stands: Reserve['stands'];
  }>(
    `select r.amount, r.currency, case
         when n.phase = 'void' then 'voided'
         when exists (select from ledger.transfer b where b.owner_id = r.owner_id
           and b.code = 'rescinded' and b.follows in (n.seq, m.seq)) then 'rescinded'
         when n.phase = 'settle' then 'settled'
         else 'standing' end as stands
     from ledger.transfer r
     left join ledger.transfer n on n.owner_id = r.owner_id and n.follows = r.seq
     left join ledger.transfer m on m.owner_id = r.owner_id and m.follows = n.seq
       and m.code = 'remitted'
     where r.owner_id = $1 and r.seq = $2 and r.phase = 'reserve'`,
    [ownerId, seq],
  );
  return row ? { amount: money(BigInt(row.amount), row.currency), stands: row.stands } : null;
}

import { money, type Instant, type Money } from '#kernel';
import { listPage, momentOf, type ListPage, type ListWish, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { NotForBond } from '../domain/decide-payment.ts';

/** Money that belongs to no bond yet. */
export interface SuspenseRow {
  readonly receivedPaymentId: string;
  readonly held: Money;
  /** The part that is on its way back already. */
  readonly reserved: Money;
  readonly since: Instant;
  readonly why: NotForBond;
  /** The payment it came by, where it is one of ours; the bond may be one that it only names. */
  readonly paymentId: string | null;
  readonly processorPaymentId: string | null;
  /** The bond whose own payment it is; null for money that came by none of ours. */
  readonly paymentBondId: string | null;
  readonly bondId: string | null;
  readonly reference: string | null;
}

interface RawRow extends Omit<SuspenseRow, 'held' | 'reserved' | 'since'> {
  readonly currency: string;
  readonly held: string;
  readonly reserved: string;
  readonly since: Date;
  readonly cause: string;
}

/** Money that waits for a person. For the officers' site and the worker. */
@Injectable()
export class BondDeskQueries {
  /** The longest waiting first (R6). `where` is a condition on `ledger.suspense s`, of who decides. */
  async suspense(tx: Tx, wish: ListWish = {}, where = 'true'): Promise<ListPage<SuspenseRow>> {
    const found = await listPage<RawRow>(
      tx,
      {
        columns: `${COLUMNS}, s.since`,
        ...{ from: 'ledger.suspense s', join: `${ACCOUNT} ${WHOSE}`, where },
        ...{ at: 's.since', type: 'timestamptz', id: 's.owner_id', order: 'asc' },
      },
      wish,
    );
    return { ...found, rows: found.rows.map(rowOf) };
  }

  /** One received payment, also when nothing of it is in suspense any more; null for any other id. */
  async received(tx: Tx, receivedPaymentId: string): Promise<SuspenseRow | null> {
    const [row] = await tx.query<RawRow>(
      `select ${COLUMNS}, coalesce(s.since, r.happened_at) as since
       from ledger.account a left join ledger.suspense s on s.owner_id = a.owner_id ${WHOSE}
       where a.owner_id = $1 and a.kind = 'suspense'`,
      [receivedPaymentId],
    );
    return row ? rowOf(row) : null;
  }
}

const ACCOUNT = 'join ledger.account a on a.owner_id = s.owner_id';
const COLUMNS = `
  a.owner_id as "receivedPaymentId", a.currency, a.held, a.reserved, r.cause,
  p.id as "paymentId", coalesce(p.processor_payment_id, k.processor_customer_id) as "processorPaymentId", p.bond_id as "paymentBondId",
  b.id as "bondId", b.reference,
  -- What came in before reasons were kept is told apart by whether it has a bond.
  coalesce(e.why, case when b.id is null then 'unknown_payment' else 'bond_has_enough' end) as why`;
const WHOSE = `
  join ledger.received_payment r on r.id = a.owner_id
  left join payment p on p.received_payment_id = a.owner_id
  left join payer_cash h on h.received_payment_id = a.owner_id
  left join payment k on k.id = h.payment_id
  left join suspense_entry e on e.received_payment_id = a.owner_id
  -- Not coalesce(): the planner would not look beneath row-level security by it, and read all bonds.
  left join bond b on b.id = case when p.bond_id is null then e.bond_id else p.bond_id end`;

const rowOf = ({ currency, held, reserved, since, cause, ...row }: RawRow): SuspenseRow => ({
  ...row,
  // The cause of money coming in names the processor's payment: pi_1:paid.
  processorPaymentId: row.processorPaymentId ?? cause.split(':', 1)[0] ?? null,
  held: money(BigInt(held), currency),
  reserved: money(BigInt(reserved), currency),
  since: momentOf(since),
});

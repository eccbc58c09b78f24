import { money, type Instant, type Money } from '#kernel';
import { momentOf, type Tx } from '#platform';
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
  readonly bondId: string | null;
  readonly reference: string | null;
}

export const SUSPENSE_PAGE_ROWS = 50;

/** Of the account a. The transfers find, by an index, the few that were ever in suspense. */
export const IN_SUSPENSE = `a.kind = 'suspense' and a.held > 0
  and a.owner_id in (select owner_id from ledger.transfer where credit = 'suspense')`;

/** Money that waits for a person. For the officers' site and the worker. */
@Injectable()
export class BondDeskQueries {
  /** The longest waiting first (R6). */
  async suspense(tx: Tx, page: number): Promise<SuspenseRow[]> {
    const rows = await tx.query<
      Omit<SuspenseRow, 'held' | 'reserved' | 'since'> & {
        currency: string;
        held: string;
        reserved: string;
        since: Date;
        cause: string;
      }
    >(
      `select a.owner_id as "receivedPaymentId", a.currency, a.held, a.reserved,
         t.happened_at as since, r.cause, p.id as "paymentId",
         p.processor_payment_id as "processorPaymentId", b.id as "bondId", b.reference,
         -- What came in before reasons were kept is told apart by whether it has a bond.
         coalesce(e.why, case when b.id is null then 'unknown_payment' else 'bond_has_enough' end)
           as why
       from ledger.account a
       join ledger.received_payment r on r.id = a.owner_id
       join lateral (select happened_at from ledger.transfer
         where owner_id = a.owner_id and credit = 'suspense' order by seq limit 1) t on true
       left join payment p on p.received_payment_id = a.owner_id
       left join suspense_entry e on e.received_payment_id = a.owner_id
       left join bond b on b.id = coalesce(p.bond_id, e.bond_id)
       where ${IN_SUSPENSE}
       order by t.happened_at, a.owner_id limit $1 offset $2`,
      [SUSPENSE_PAGE_ROWS, (Math.max(page, 1) - 1) * SUSPENSE_PAGE_ROWS],
    );
    return rows.map(({ currency, held, reserved, since, cause, ...row }) => ({
      ...row,
      // The cause of money coming in names the processor's payment: pi_1:paid.
      processorPaymentId: row.processorPaymentId ?? cause.split(':', 1)[0] ?? null,
      held: money(BigInt(held), currency),
      reserved: money(BigInt(reserved), currency),
      since: momentOf(since),
    }));
  }
}

import { money, type Instant, type Money } from '#kernel';
import { momentOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** Money that belongs to no bond yet. */
export interface SuspenseRow {
  readonly receivedPaymentId: string;
  readonly held: Money;
  /** The part that is on its way back already. */
  readonly reserved: Money;
  readonly since: Instant;
  /** The payment it came by, where it is one of ours. */
  readonly paymentId: string | null;
  readonly processorPaymentId: string | null;
  readonly bondId: string | null;
  readonly reference: string | null;
}

/** A direction that waits for a second person (R8). */
export interface ProposedDirection {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly amount: Money;
  readonly reasonCode: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
}

const PAGE_ROWS = 50;

/** What waits for a person: suspense and directions. For the officers' site and the worker. */
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
         t.happened_at as since, t.cause, p.id as "paymentId",
         p.processor_payment_id as "processorPaymentId", b.id as "bondId", b.reference
       from ledger.transfer t join ledger.account a using (owner_id)
       left join payment p on p.received_payment_id = a.owner_id
       left join bond b on b.id = p.bond_id
       where t.code = 'unmatched' and a.held > 0
       order by t.happened_at, a.owner_id limit $1 offset $2`,
      [PAGE_ROWS, (Math.max(page, 1) - 1) * PAGE_ROWS],
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

  /** Directions that wait for a second person, the longest waiting first. */
  async proposed(tx: Tx): Promise<ProposedDirection[]> {
    const rows = await tx.query<{
      id: string;
      caseId: string;
      reference: string;
      amount: string;
      currency: string;
      reasonCode: string;
      proposedBy: string;
      at: Date;
    }>(
      `select d.id, d.case_id as "caseId", c.reference, d.amount_minor as amount, d.currency,
         d.reason_code as "reasonCode", d.proposed_by as "proposedBy", d.proposed_at as at
       from bond_direction d join visa_case c on c.id = d.case_id
       where d.state = 'proposed' order by d.proposed_at, d.id limit $1`,
      [PAGE_ROWS],
    );
    return rows.map(({ amount, currency, at, ...row }) => ({
      ...row,
      amount: money(BigInt(amount), currency),
      proposedAt: momentOf(at),
    }));
  }
}

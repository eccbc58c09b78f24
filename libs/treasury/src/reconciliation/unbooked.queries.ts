import type { Currency } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { NO_RECEIPT } from './booked.queries.ts';

export interface UnbookedMovement {
  readonly id: string;
  readonly amount: string;
  readonly fee: string;
  readonly currency: Currency;
  readonly createdAt: Date;
}

/** SQL: the books have this movement by its own name. */
const booked = (movement: string) => `exists (select from ledger.transfer t
  where split_part(t.cause, ':', 1) = ${movement}.id and ${NO_RECEIPT})`;

const UNBOOKED = `select m.id, m.amount_minor as amount, m.fee_minor as fee, m.currency,
    m.created_at as "createdAt"
  from processor_movement m where not ${booked('m')}`;

/** Movements at the processor that the books do not have. */
@Injectable()
export class UnbookedQueries {
  /** Payouts among these objects that go by themselves, and returns of payouts that were booked. */
  payouts(tx: Tx, objectIds: readonly string[]): Promise<UnbookedMovement[]> {
    return tx.query<UnbookedMovement>(
      `${UNBOOKED} and m.object_id = any($1) and m.category in ('payout', 'payout_reversal')
         and (m.is_automatic or m.category = 'payout_reversal' and exists (
           select from processor_movement p where p.object_id = m.object_id and ${booked('p')}))
       order by m.created_at, m.id`,
      [objectIds],
    );
  }

  of(tx: Tx, objectId: string): Promise<UnbookedMovement[]> {
    return tx.query<UnbookedMovement>(
      `${UNBOOKED} and m.object_id = $1 order by m.created_at, m.id`,
      [objectId],
    );
  }
}

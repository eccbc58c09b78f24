import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DeskReason } from '../domain/assess-movement.ts';

export interface UncontradictedRefund {
  readonly id: string;
  readonly bondId: string;
  readonly caseId: string;
}

interface Wish {
  readonly limit: number;
  readonly after?: UncontradictedRefund | null;
  /** This one alone, if it still waits for nothing. */
  readonly refundId?: string;
}

// Records whose end is open, and may take back what was decided.
const OPEN = ['received', 'matched', 'set_aside'] as const;
const CORRECTED: DeskReason = 'corrected_after_decision';
// What decided it was that no record came. It waits for ports as well, whose records no dismissal completes.
const BY_SILENCE = 'R15b';

/** Refunds that were stopped for a record, of whose traveller no record waits for an end any more. */
@Injectable()
export class ContradictionQueries {
  /** What a border corrected after it had decided stays with the treasury: no rule undoes that. */
  async over(tx: Tx, { limit, after, refundId }: Wish): Promise<UncontradictedRefund[]> {
    return tx.query<UncontradictedRefund>(
      `select r.id, r.bond_id as "bondId", r.case_id as "caseId"
       from refund r join disbursement d on d.refund_id = r.id and d.state = 'due' and d.attempt = 1
       join visa_case c on c.id = r.case_id
       where r.waits_because = 'record_contradicted' and r.rule <> '${BY_SILENCE}'
         and not exists (select from movement m
           where m.person_id = c.person_id and ${inStates(OPEN, 'm.state')})
         and not exists (select from movement older
           join movement newer on newer.client_id = older.client_id
             and newer.corrects = older.record_id
           join movement_history h on h.owner_id = newer.id and h.event = 'set_aside'
             and h.reason_code = '${CORRECTED}'
           where older.person_id = c.person_id and older.state = 'superseded')
         and ($1::uuid is null or r.id > $1) and ($2::uuid is null or r.id = $2)
       order by r.id limit $3`,
      [after?.id ?? null, refundId ?? null, limit],
    );
  }
}

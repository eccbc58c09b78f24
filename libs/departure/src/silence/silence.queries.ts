import type { PlainDate } from '#kernel';
import { inStates, type Tx } from '#platform';
import { UNSETTLED_STATES } from '#refund';
import { Injectable } from '@nestjs/common';

/** One that is due, and its place in the order in which they are taken. */
export interface Due {
  readonly caseId: string;
  readonly dueOn: string;
  readonly id: string;
}

/** Which are due in a programme: up to a day through which every port's records are complete. */
export interface DueWish {
  readonly programmeCode: string;
  readonly through: PlainDate;
  readonly after: Due | null;
}

export const DUE_BATCH = 200;

/** SQL: money of the bond b left by another way and nobody has settled it (R35). */
const FROZEN = `exists (select from reversal r
  where r.bond_id = b.id and ${inStates(UNSETTLED_STATES, 'r.state')})`;

const UNUSED = `v.admitted_on is null
  and not exists (select from bond b where b.case_id = v.case_id and ${FROZEN})`;
const MISSING = `v.admitted_on is not null
  and exists (select from bond b where b.case_id = v.case_id and b.state = 'held' and not ${FROZEN})`;

const VISAS = (which: string) => `
  select v.case_id as "caseId", v.case_id as id, v.due_on::text as "dueOn" from visa v
  where v.programme_code = $1 and v.due_on <= $2 and ${which}
    and ($3::date is null or (v.due_on, v.case_id) > ($3, $4::uuid))
  order by v.due_on, v.case_id limit $5`;

const UNANSWERED = `
  select e.case_id as "caseId", e.id, e.answer_on::text as "dueOn" from evidence_request e
  where e.programme_code = $1 and e.answer_on <= $2 and e.ended_at is null
    and e.answered_at is null
    and exists (select from bond b where b.id = e.bond_id and not ${FROZEN})
    and ($3::date is null or (e.answer_on, e.id) > ($3, $4::uuid))
  order by e.answer_on, e.id limit $5`;

/**
 * What is due because there is no record. Each walks an index of what is due and open: neither the
 * past nor what still waits for a port's records is touched.
 */
@Injectable()
export class SilenceQueries {
  /** Visas that were never used. */
  unused(tx: Tx, wish: DueWish): Promise<Due[]> {
    return this.due(tx, VISAS(UNUSED), wish);
  }

  /** Stays that no departure has ended. */
  missing(tx: Tx, wish: DueWish): Promise<Due[]> {
    return this.due(tx, VISAS(MISSING), wish);
  }

  /** Requests for evidence that nobody has answered. */
  unanswered(tx: Tx, wish: DueWish): Promise<Due[]> {
    return this.due(tx, UNANSWERED, wish);
  }

  private due(tx: Tx, sql: string, { programmeCode, through, after }: DueWish): Promise<Due[]> {
    const from = [after?.dueOn ?? null, after?.id ?? null];
    return tx.query<Due>(sql, [programmeCode, `${through}`, ...from, DUE_BATCH]);
  }
}

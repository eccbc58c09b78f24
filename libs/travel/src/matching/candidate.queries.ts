import { instantFromDate, type Instant } from '#kernel';
import { listPage, type ListPage, type ListWish, type Tx, type WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CandidateState } from '../domain/candidate.lifecycle.ts';
import type { MovementKind } from '../domain/movement.lifecycle.ts';
import type { Likeness } from '../domain/variants.ts';
import type { Movement } from '../movements/movement.entity.ts';
import { MovementStore } from '../movements/movement.store.ts';
import { CandidateStore, CANDIDATE_WAITS } from './candidate.store.ts';
import type { MovementCandidate } from './movement-candidate.entity.ts';
import { RecordReading, type RecordDetails } from './record-details.service.ts';

/** Pairs of a record and somebody whom it may mean; what somebody proposed, for another. */
export const matchingWaiting = {
  matching: `select from movement_candidate c where ${CANDIDATE_WAITS}
    and c.proposed_by is distinct from $2`,
} as const satisfies WaitingLists;

export interface CandidateLine {
  readonly id: string;
  readonly recordId: string;
  readonly kind: MovementKind;
  readonly portCode: string;
  readonly happenedAt: Instant;
  readonly foundAt: Instant;
  readonly state: CandidateState;
  readonly score: number;
  readonly likenesses: readonly Likeness[];
  readonly proposedBy: string | null;
}

/** A record and somebody whom it may mean, with what the record says of its traveller. */
export interface Pair {
  readonly candidate: MovementCandidate;
  readonly movement: Movement;
  readonly said: RecordDetails;
  /** Others whom the same record may mean. */
  readonly others: readonly MovementCandidate[];
}

/** Probable matches as the officer's desk shows them. */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly store: CandidateStore,
    private readonly movements: MovementStore,
    private readonly reading: RecordReading,
  ) {}

  /** What waits for a person, the longest waiting first: no document, no name. */
  async queue(tx: Tx, wish: ListWish = {}): Promise<ListPage<CandidateLine>> {
    const found = await listPage<Row>(
      tx,
      {
        columns: `c.id, m.record_id, m.kind, m.port_code, m.happened_at, c.found_at, c.state,
          c.score, c.likenesses, c.proposed_by`,
        ...{ from: 'movement_candidate c', join: 'join movement m on m.id = c.movement_id' },
        where: CANDIDATE_WAITS,
        ...{ at: 'c.found_at', type: 'timestamptz', id: 'c.id', order: 'asc' },
      },
      wish,
    );
    return { ...found, rows: found.rows.map(lineOf) };
  }

  /** Opened, and so in the trail: it needs a writing transaction. Null when there is none. */
  async pair(tx: Tx, id: string): Promise<Pair | null> {
    const candidate = await this.store.find(tx, id);
    const movement = candidate && (await this.movements.find(tx, candidate.movementId));
    if (!movement) return null;
    const said = await this.reading.ofRecord(tx, movement);
    const open = await this.store.openOf(tx, movement.id);
    return { candidate, movement, said, others: open.filter((one) => one.id !== id) };
  }
}

interface Row {
  id: string;
  record_id: string;
  kind: MovementKind;
  port_code: string;
  happened_at: Date;
  found_at: Date;
  state: CandidateState;
  score: number;
  likenesses: Likeness[];
  proposed_by: string | null;
}

const lineOf = (r: Row): CandidateLine => ({
  ...{ id: r.id, recordId: r.record_id, kind: r.kind, portCode: r.port_code },
  ...{ happenedAt: instantFromDate(r.happened_at), foundAt: instantFromDate(r.found_at) },
  ...{ state: r.state, score: r.score, likenesses: r.likenesses, proposedBy: r.proposed_by },
});

import { columnsOf, inStates, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import {
  candidateLifecycle,
  openCandidateStates,
  type CandidateEvent,
} from '../domain/candidate.lifecycle.ts';
import { MovementCandidate } from './movement-candidate.entity.ts';

const candidateTable = stateTable('movement_candidate', candidateLifecycle);
const SWEEP_MAX = 500;
// A join whose job is older than that was looked at by people long ago.
const JOIN_DAYS = 7;

type Answer = Partial<Pick<MovementCandidate, 'reasonCode' | 'proposedBy' | 'decidedBy'>>;

/** A record without a traveller, and the call that it came with; null for what people brought in. */
export interface Unmatched {
  readonly id: string;
  readonly batchId: string | null;
}

@Injectable()
export class CandidateStore {
  /** What was found; a pair that is known stays as people left it. */
  async add(tx: Tx, rows: readonly MovementCandidate[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MovementCandidate)
      .values([...rows] as QueryDeepPartialEntity<MovementCandidate>[])
      .orIgnore()
      .execute();
  }

  find(tx: Tx, id: string): Promise<MovementCandidate | null> {
    return tx.manager.getRepository(MovementCandidate).findOneBy({ id });
  }

  /** The row, locked until the commit. */
  lock(tx: Tx, id: string): Promise<MovementCandidate | null> {
    return lockRow(tx, MovementCandidate, 'id = $1', [id]);
  }

  /** Of one record, those that wait for a person; the likeliest first. */
  openOf(tx: Tx, movementId: string): Promise<MovementCandidate[]> {
    return tx.manager.getRepository(MovementCandidate).find({
      where: { movementId, state: stateIn(openCandidateStates) },
      order: { score: 'desc', id: 'asc' },
    });
  }

  async move(
    tx: Tx,
    row: MovementCandidate,
    event: CandidateEvent,
    answer: Answer = {},
  ): Promise<void> {
    const values = columnsOf(tx, MovementCandidate, answer);
    row.state = await moveState(tx, candidateTable, row.id, row.state, event, {
      ...(answer.reasonCode && { reasonCode: answer.reasonCode }),
      values,
    });
    Object.assign(row, answer);
  }

  /** Records without a traveller for whom nobody has been looked yet, although their job is over. */
  async unsearched(tx: Tx): Promise<Unmatched[]> {
    return tx.query(
      `select id, batch_id as "batchId" from movement
       where state = 'unmatched' and searched_at is null
         and state_since < $1::timestamptz - interval '5 minutes'
       order by state_since, id limit ${SWEEP_MAX}`,
      [tx.now.toString()],
    );
  }

  /** Records that wait for a traveller and name one of these documents or persons; the oldest first. */
  waitingFor(
    tx: Tx,
    { documents, persons }: { documents: readonly Buffer[]; persons: readonly Buffer[] },
  ): Promise<Unmatched[]> {
    return tx.query(
      `select id, batch_id as "batchId" from movement
       where state = 'unmatched' and document_token = any($1)
       union
       select id, batch_id from movement
       where state = 'unmatched' and traveller_token is not null and traveller_token = any($2)
       order by 1 limit ${SWEEP_MAX}`,
      [documents, persons],
    );
  }

  /** Of a batch, the records without a traveller. */
  async unmatchedOf(tx: Tx, batchId: string): Promise<Unmatched[]> {
    return tx.query(
      `select id, batch_id as "batchId" from movement
       where batch_id = $1 and state = 'unmatched' and searched_at is null order by id`,
      [batchId],
    );
  }

  async searched(tx: Tx, movementIds: readonly string[]): Promise<void> {
    await tx.query('update movement set searched_at = $2 where id = any($1)', [
      movementIds,
      tx.now.toString(),
    ]);
  }

  /** Joined by people, and the record has no traveller yet: its job was lost. */
  async joinsUnfinished(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select c.id from movement_candidate c join movement m on m.id = c.movement_id
       where c.state = 'joined' and m.state = 'unmatched'
         and c.state_since between $1::timestamptz - interval '${JOIN_DAYS} days'
           and $1::timestamptz - interval '2 minutes'
       order by c.state_since limit ${SWEEP_MAX}`,
      [tx.now.toString()],
    );
    return rows.map((r) => r.id);
  }
}

/** SQL: a candidate c that waits for a person. */
export const CANDIDATE_WAITS = inStates(openCandidateStates, 'c.state');

import { instantFromDate, money, type Instant, type Money } from '#kernel';
import { inStates, listPage, type ListPage, type ListWish, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  UNSETTLED_STATES,
  type ReversalEvent,
  type ReversalState,
} from '../domain/reversal.lifecycle.ts';
import { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';

export type ReversalFilter = 'open' | 'all';

export interface ReversalStep {
  readonly event: ReversalEvent;
  readonly to: ReversalState;
  readonly actorId: string | null;
  readonly at: Instant;
}

/** SQL, so that the list and the desk's count mean the same. */
const UNSETTLED = inStates(UNSETTLED_STATES);
export const unsettledReversals = `select id from reversal where ${UNSETTLED}`;

/** Reversals as pages show them; for staff alone. */
@Injectable()
export class ReversalQueries {
  constructor(private readonly store: ReversalStore) {}

  /** One page: the longest waiting first, or all of them, the newest first. */
  async list(tx: Tx, filter: ReversalFilter, wish: ListWish): Promise<ListPage<Reversal>> {
    const isAll = filter === 'all';
    const found = await listPage<{ id: string }>(
      tx,
      {
        ...{ columns: 'r.id', from: 'reversal r', where: isAll ? 'true' : UNSETTLED },
        ...{ at: 'r.happened_at', type: 'timestamptz', id: 'r.id', order: isAll ? 'desc' : 'asc' },
      },
      wish,
    );
    const ids = found.rows.map((row) => row.id);
    const rows = await tx.manager.getRepository(Reversal).findBy({ id: In(ids) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { ...found, rows: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  async one(tx: Tx, id: string): Promise<{ row: Reversal; history: ReversalStep[] } | null> {
    const row = await this.store.find(tx, id);
    if (!row) return null;
    const steps = await tx.query<Omit<ReversalStep, 'at'> & { at: Date }>(
      `select event, to_state as "to", actor_id as "actorId", happened_at as at
       from reversal_history where owner_id = $1 order by seq`,
      [id],
    );
    return { row, history: steps.map((s) => ({ ...s, at: instantFromDate(s.at) })) };
  }

  /** The reversal that stops this case's visa and refund; null when nothing does. */
  async stopping(tx: Tx, caseId: string): Promise<Reversal | null> {
    return tx.manager
      .getRepository(Reversal)
      .createQueryBuilder('r')
      .where(`r.caseId = :caseId and r.id in (${unsettledReversals})`, { caseId })
      .orderBy('r.happenedAt')
      .getOne();
  }
}

export const amountOf = (r: Reversal): Money => money(r.amountMinor, r.currency);

import { instantFromDate, money, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  UNSETTLED_STATES,
  type ReversalEvent,
  type ReversalState,
} from '../domain/reversal.lifecycle.ts';
import { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';

export const REVERSAL_PAGE_ROWS = 50;
export type ReversalFilter = 'open' | 'all';

export interface ReversalStep {
  readonly event: ReversalEvent;
  readonly to: ReversalState;
  readonly actorId: string | null;
  readonly at: Instant;
}

/** SQL, so that the list and the desk's count mean the same. */
export const unsettledReversals = `select id from reversal
  where state in (${UNSETTLED_STATES.map((s) => `'${s}'`).join(', ')})`;

/** Reversals as pages show them; for staff alone. */
@Injectable()
export class ReversalQueries {
  constructor(private readonly store: ReversalStore) {}

  /** One page, the longest waiting first. */
  async list(
    tx: Tx,
    filter: ReversalFilter,
    page: number,
  ): Promise<{ rows: Reversal[]; total: number }> {
    const [rows, total] = await tx.manager
      .getRepository(Reversal)
      .createQueryBuilder('r')
      .where(filter === 'all' ? 'true' : `r.id in (${unsettledReversals})`)
      .orderBy('r.happenedAt', filter === 'all' ? 'DESC' : 'ASC')
      .addOrderBy('r.id')
      .skip((Math.max(page, 1) - 1) * REVERSAL_PAGE_ROWS)
      .take(REVERSAL_PAGE_ROWS)
      .getManyAndCount();
    return { rows, total };
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

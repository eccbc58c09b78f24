import { instantFromDate, type Instant } from '#kernel';
import { inStates, listPage, type ListPage, type ListWish, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AWAITING_ANSWER, type DisputeState } from '../domain/dispute.lifecycle.ts';
import { OPEN_ANSWERS } from '../domain/dispute-answer.lifecycle.ts';
import { ReversalStore } from '../reversal/reversal.store.ts';
import type { Reversal } from '../reversal/reversal.entity.ts';
import { DisputeAnswer } from './dispute-answer.entity.ts';
import { Dispute } from './dispute.entity.ts';
import { DisputeStore } from './dispute.store.ts';

export type DisputeFilter = 'to_answer' | 'all';

interface DisputeStep {
  readonly event: string;
  readonly to: DisputeState;
  readonly at: Instant;
}

/** An answer without its pack. */
export type AnswerView = Omit<DisputeAnswer, 'packSealed' | 'packSha256'>;

export interface DisputeView {
  readonly row: Dispute;
  /** Of its money; null for a question. */
  readonly reversal: Reversal | null;
  readonly history: readonly DisputeStep[];
  /** The newest first. */
  readonly answers: readonly AnswerView[];
}

/** What the payer is told of a dispute of their payment. */
export type OwnDispute = Pick<
  Dispute,
  'id' | 'state' | 'stateSince' | 'amountMinor' | 'currency' | 'dueBy' | 'openedAt'
>;

const TO_ANSWER = `${inStates(AWAITING_ANSWER, 'd.state')} and d.due_by is not null`;

/** SQL, so that the list and the desk's count mean the same: nobody has ordered an answer yet. */
export const disputesToAnswer = `select d.id from dispute d where ${TO_ANSWER}
  and not exists (select from dispute_answer a where a.dispute_id = d.id
    and a.state in ('ordered', 'sending'))`;

const ANSWER_COLUMNS = (
  [
    ...['id', 'disputeId', 'kind', 'state', 'stateSince', 'version', 'preparedBy'],
    ...['preparedAt', 'orderedBy', 'payerAccountId', 'sendingSince', 'submissionsBefore'],
    ...['processorFileId', 'refusalCode'],
  ] as (keyof DisputeAnswer)[]
).map((column) => `a.${column}`);

/** Disputes as pages show them. */
@Injectable()
export class DisputeQueries {
  constructor(
    private readonly store: DisputeStore,
    private readonly reversals: ReversalStore,
  ) {}

  /** One page: what is due first, or all of them, the newest first. For staff. */
  async list(tx: Tx, filter: DisputeFilter, wish: ListWish): Promise<ListPage<Dispute>> {
    const isAll = filter === 'all';
    const found = await listPage<{ id: string }>(
      tx,
      {
        ...{ columns: 'd.id', from: 'dispute d', where: isAll ? 'true' : TO_ANSWER },
        ...{ at: isAll ? 'd.opened_at' : 'd.due_by', type: 'timestamptz', id: 'd.id' },
        order: isAll ? 'desc' : 'asc',
      },
      wish,
    );
    const ids = found.rows.map((row) => row.id);
    const rows = await tx.manager.getRepository(Dispute).findBy({ id: In(ids) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { ...found, rows: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  async one(tx: Tx, id: string): Promise<DisputeView | null> {
    const row = await this.store.find(tx, id);
    if (!row) return null;
    const steps = await tx.query<Omit<DisputeStep, 'at'> & { at: Date }>(
      `select event, to_state as "to", happened_at as at from dispute_history
       where owner_id = $1 order by seq`,
      [id],
    );
    const answers = await tx.manager
      .getRepository(DisputeAnswer)
      .createQueryBuilder('a')
      .select(ANSWER_COLUMNS)
      .where('a.disputeId = :id', { id })
      .orderBy('a.id', 'DESC')
      .getMany();
    return {
      ...{ row, answers, reversal: await this.reversals.ofObject(tx, row.processorDisputeId) },
      history: steps.map((s) => ({ ...s, at: instantFromDate(s.at) })),
    };
  }

  /** The dispute behind a reversal; null where it is none's. */
  async ofObject(tx: Tx, processorDisputeId: string): Promise<Dispute | null> {
    return this.store.ofObject(tx, processorDisputeId);
  }

  /** The newest of a case, as its payer may know it. */
  async ofCase(tx: Tx, caseId: string): Promise<OwnDispute | null> {
    return tx.manager.getRepository(Dispute).findOne({
      ...{ where: { caseId }, order: { openedAt: 'DESC', id: 'DESC' } },
      select: {
        ...{ id: true, state: true, stateSince: true, amountMinor: true, currency: true },
        ...{ dueBy: true, openedAt: true },
      },
    });
  }
}

export const openAnswerOf = ({ answers }: DisputeView): AnswerView | null =>
  answers.find((a) => (OPEN_ANSWERS as readonly string[]).includes(a.state)) ?? null;

import type { Instant } from '#kernel';
import { columnsOf, lockRow, moveState, stateIn, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { disputeLifecycle, type DisputeEvent } from '../domain/dispute.lifecycle.ts';
import {
  disputeAnswerLifecycle,
  OPEN_ANSWERS,
  type DisputeAnswerEvent,
} from '../domain/dispute-answer.lifecycle.ts';
import { DisputeAnswer } from './dispute-answer.entity.ts';
import { Dispute } from './dispute.entity.ts';

const disputeTable = stateTable('dispute', disputeLifecycle);
const answerTable = stateTable('dispute_answer', disputeAnswerLifecycle);

export type DisputeFields = Pick<
  Dispute,
  'amountMinor' | 'reason' | 'networkReason' | 'dueBy' | 'submissions'
>;
type AnswerFields = Partial<
  Pick<DisputeAnswer, 'orderedBy' | 'sendingSince' | 'submissionsBefore' | 'refusalCode'>
>;

/** Writes and locks of disputes and of our answers. Lock case and bond before, then the dispute. */
@Injectable()
export class DisputeStore {
  async add(tx: Tx, row: Dispute): Promise<void> {
    await tx.manager.getRepository(Dispute).insert(row);
  }

  find(tx: Tx, id: string): Promise<Dispute | null> {
    return tx.manager.getRepository(Dispute).findOneBy({ id });
  }

  ofObject(tx: Tx, processorDisputeId: string): Promise<Dispute | null> {
    return tx.manager.getRepository(Dispute).findOneBy({ processorDisputeId });
  }

  lock(tx: Tx, id: string): Promise<Dispute | null> {
    return lockRow(tx, Dispute, 'id = $1', [id]);
  }

  /** As the processor has it now: an answer that was fetched before is old. */
  async tell(tx: Tx, row: Dispute, told: DisputeFields): Promise<void> {
    const fields = { ...told, version: row.version + 1 };
    await tx.manager.getRepository(Dispute).update({ id: row.id }, fields);
    Object.assign(row, fields);
  }

  async move(tx: Tx, row: Dispute, event: DisputeEvent, happenedAt: Instant): Promise<void> {
    row.state = await moveState(tx, disputeTable, row.id, row.state, event, { happenedAt });
    row.stateSince = happenedAt;
    row.version += 1;
  }

  async addAnswer(tx: Tx, row: DisputeAnswer): Promise<void> {
    await tx.manager.getRepository(DisputeAnswer).insert(row);
  }

  answer(tx: Tx, id: string): Promise<DisputeAnswer | null> {
    return tx.manager.getRepository(DisputeAnswer).findOneBy({ id });
  }

  lockAnswer(tx: Tx, id: string): Promise<DisputeAnswer | null> {
    return lockRow(tx, DisputeAnswer, 'id = $1', [id]);
  }

  openAnswer(tx: Tx, disputeId: string): Promise<DisputeAnswer | null> {
    return tx.manager
      .getRepository(DisputeAnswer)
      .findOneBy({ disputeId, state: stateIn(OPEN_ANSWERS) });
  }

  async moveAnswer(
    tx: Tx,
    row: DisputeAnswer,
    event: DisputeAnswerEvent,
    fields: AnswerFields = {},
  ): Promise<void> {
    const values = columnsOf(tx, DisputeAnswer, fields);
    row.state = await moveState(tx, answerTable, row.id, row.state, event, { values });
    Object.assign(row, fields);
    row.version += 1;
  }

  async setFile(tx: Tx, id: string, processorFileId: string): Promise<void> {
    await tx.manager.getRepository(DisputeAnswer).update({ id }, { processorFileId });
  }

  /** Ordered or being sent some time ago: their job was lost. */
  async overdue(tx: Tx, before: Instant, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from dispute_answer where state in ('ordered', 'sending') and state_since < $1
       order by state_since limit $2`,
      [before.toString(), limit],
    );
    return rows.map((r) => r.id);
  }
}

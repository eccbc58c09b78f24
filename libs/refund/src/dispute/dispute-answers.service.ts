import { createHash } from 'node:crypto';
import { AuditLog } from '#audit';
import { Bonds } from '#bond-escrow';
import { Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import type { Letter } from '#notification';
import { Config, Jobs, newId, personOf, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  mayAnswer,
  type DisputeAnswerKind,
  type NoAnswer,
} from '../domain/dispute-answer.lifecycle.ts';
import type { DisputeAnswer } from './dispute-answer.entity.ts';
import type { Dispute } from './dispute.entity.ts';
import { DisputeStore } from './dispute.store.ts';
import { EvidenceFacts } from './evidence-facts.service.ts';
import { evidenceLetter } from './evidence-letter.ts';
import { openPack, packPlace } from './pack-place.ts';

export type AnswerRefusal =
  | NoAnswer
  | ('unknown_dispute' | 'unknown_answer' | 'answer_open' | 'no_bond')
  | ('wrong_state' | 'same_person');
type Answer = Promise<Result<{ disputeId: string }, AnswerRefusal>>;

/**
 * The treasury answers a dispute: one person sends evidence that they have read, two give in. The
 * worker sends; the officer's login writes no more than what is to be sent.
 */
@Injectable()
export class DisputeAnswers {
  constructor(
    private readonly store: DisputeStore,
    private readonly facts: EvidenceFacts,
    private readonly bonds: Bonds,
    private readonly identity: Identity,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** What a pack would say now. Opened in the trail: needs a writing transaction. */
  async compose(tx: Tx, disputeId: string): Promise<Result<Letter, AnswerRefusal>> {
    const may = await this.mayPrepare(tx, disputeId);
    if (!may.ok) return may;
    const told = await this.facts.of(tx, may.value);
    if (!told) return refused('no_bond');
    return ok(evidenceLetter(told, may.value, this.config.portalUrl, tx.now));
  }

  /** Keeps the pack, so that what is sent is what was read. */
  async contest(tx: Tx, disputeId: string, pdf: Buffer): Answer {
    const may = await this.mayPrepare(tx, disputeId);
    if (!may.ok) return may;
    const { bondId } = may.value;
    const bond = bondId ? await this.bonds.find(tx, bondId) : null;
    if (!bond) return refused('no_bond');
    const id = newId();
    const payerAccountId = bond.payerAccountId;
    return this.add(tx, id, disputeId, 'contest', {
      packSealed: await this.identity.seal(
        ...([tx, payerAccountId, packPlace(id), pdf.toString('base64')] as const),
      ),
      packSha256: createHash('sha256').update(pdf).digest(),
      payerAccountId,
    });
  }

  /** One of two people gives the money up. */
  async accept(tx: Tx, disputeId: string): Answer {
    const may = await this.mayPrepare(tx, disputeId);
    if (!may.ok) return may;
    const none = { packSealed: null, packSha256: null, payerAccountId: null };
    return this.add(tx, newId(), disputeId, 'accept', none);
  }

  /** Has it sent. To give in takes another person than who wished it. */
  async order(tx: Tx, answerId: string): Answer {
    const row = await this.lock(tx, answerId);
    if (!row) return refused('unknown_answer');
    const by = personOf(tx);
    if (row.state !== 'prepared') return refused('wrong_state', { state: row.state });
    if (row.kind === 'accept' && row.preparedBy === by) return refused('same_person');
    const dispute = await this.store.find(tx, row.disputeId);
    const may = mayAnswer(dispute!, tx.now);
    if (!may.ok) return may;
    await this.store.moveAnswer(tx, row, 'ordered', { orderedBy: by });
    await this.putJob(tx, row.id);
    return this.noted(tx, row, 'ordered');
  }

  async withdraw(tx: Tx, answerId: string): Answer {
    const row = await this.lock(tx, answerId);
    if (!row) return refused('unknown_answer');
    if (row.state !== 'prepared') return refused('wrong_state', { state: row.state });
    await this.store.moveAnswer(tx, row, 'withdrawn');
    return this.noted(tx, row, 'withdrawn');
  }

  /** The pack as it was kept; null where there is none. Opened in the trail. */
  async pack(tx: Tx, answerId: string): Promise<Buffer | null> {
    const row = await this.store.answer(tx, answerId);
    return row && openPack(tx, this.identity, row);
  }

  putJob(tx: Tx, answerId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'dispute.answer', { answerId }, { singletonKey: answerId });
  }

  async noted(tx: Tx, row: DisputeAnswer, what: string) {
    await this.audit.write(tx, {
      action: `dispute_answer.${what}`,
      subjectKind: 'dispute',
      subjectId: row.disputeId,
      outcome: what === 'refused' ? 'refused' : 'done',
      details: {
        answer: row.id,
        kind: row.kind,
        ...(row.refusalCode && { code: row.refusalCode }),
      },
    });
    return ok({ disputeId: row.disputeId });
  }

  /** An officer's login can lock what is still to be decided and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<DisputeAnswer | null> {
    return (await this.store.lockAnswer(tx, id)) ?? (await this.store.answer(tx, id));
  }

  private async mayPrepare(tx: Tx, disputeId: string): Promise<Result<Dispute, AnswerRefusal>> {
    const dispute = await this.store.find(tx, disputeId);
    if (!dispute) return refused('unknown_dispute');
    const may = mayAnswer(dispute, tx.now);
    if (!may.ok) return may;
    return (await this.store.openAnswer(tx, disputeId)) ? refused('answer_open') : ok(dispute);
  }

  private async add(
    tx: Tx,
    id: string,
    disputeId: string,
    kind: DisputeAnswerKind,
    pack: Pick<DisputeAnswer, 'packSealed' | 'packSha256' | 'payerAccountId'>,
  ): Answer {
    const row: DisputeAnswer = {
      ...{ id, disputeId, kind, state: 'prepared', stateSince: tx.now, version: 1 },
      ...{ preparedBy: personOf(tx), preparedAt: tx.now, orderedBy: null, ...pack },
      ...{ sendingSince: null, submissionsBefore: null, processorFileId: null },
      refusalCode: null,
    };
    await this.store.addAnswer(tx, row);
    return this.noted(tx, row, 'prepared');
  }
}

import { Identity } from '#identity';
import { instantFromDate, toDate } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { factOfDispute, Processor, type Outcome, type ProcessorDispute } from '#processor';
import { Injectable } from '@nestjs/common';
import { mayAnswer } from '../domain/dispute-answer.lifecycle.ts';
import { DisputeFactHandler } from '../reversal/dispute-fact-handler.service.ts';
import { DisputeAnswers } from './dispute-answers.service.ts';
import type { DisputeAnswer } from './dispute-answer.entity.ts';
import type { Dispute } from './dispute.entity.ts';
import { DisputeStore } from './dispute.store.ts';
import { openPack } from './pack-place.ts';

const CTX = systemCtx('dispute.answer');
const STALE_TRIES_MAX = 5;
const JOB_LOST_AFTER_MS = 10 * 60_000;
const SWEEP_MAX = 100;

/** Whether our answer arrived is not known. The job is tried again, and asks before it sends. */
export class AnswerUnclear extends Error {
  constructor(reason: string) {
    super(`whether the answer to a dispute arrived is not known: ${reason}`);
    this.name = 'AnswerUnclear';
  }
}

/** Sends answers to the processor so that a crash at any point ends in one answer. */
@Injectable()
export class AnswerSender {
  constructor(
    private readonly database: Database,
    private readonly store: DisputeStore,
    private readonly answers: DisputeAnswers,
    private readonly handler: DisputeFactHandler,
    private readonly identity: Identity,
    private readonly processor: Processor,
  ) {}

  /** May be repeated at any time. Throws AnswerUnclear when the processor gave no answer. */
  async send(answerId: string): Promise<void> {
    const begun = await this.begin(answerId);
    if (!begun) return;
    const { row, dispute, isAgain } = begun;
    // An earlier call may have arrived.
    if (isAgain && (await this.finish(row, await this.ask(dispute)))) return;
    const answer = await this.call(row, dispute);
    if (answer.kind === 'unknown') throw new AnswerUnclear(answer.reason);
    const now = answer.kind === 'done' ? answer.value : await this.ask(dispute);
    if (await this.finish(row, now)) return;
    if (answer.kind === 'done') throw new AnswerUnclear('it does not show');
    await this.refused(row, answer.code);
  }

  /** Puts jobs for answers whose job was lost. */
  async sweep(): Promise<number> {
    return this.database.write(CTX, async (tx) => {
      const before = instantFromDate(new Date(toDate(tx.now).getTime() - JOB_LOST_AFTER_MS));
      const ids = await this.store.overdue(tx, before, SWEEP_MAX);
      for (const id of ids) await this.answers.putJob(tx, id);
      return ids.length;
    });
  }

  /** Commits that sending began before anything is sent: the trace that a crash leaves. */
  private begin(id: string) {
    return this.database.write(CTX, async (tx) => {
      const row = await this.store.lockAnswer(tx, id);
      if (!row) throw new Error('no such answer');
      const dispute = (await this.store.find(tx, row.disputeId))!;
      if (row.state === 'sending') return { row, dispute, isAgain: true };
      if (row.state !== 'ordered') return null;
      if (!mayAnswer(dispute, tx.now).ok) {
        await this.store.moveAnswer(tx, row, 'overtaken');
        await this.answers.noted(tx, row, 'overtaken');
        return null;
      }
      const sending = { sendingSince: tx.now, submissionsBefore: dispute.submissions };
      await this.store.moveAnswer(tx, row, 'sending_started', sending);
      return { row, dispute, isAgain: false };
    });
  }

  private async call(row: DisputeAnswer, dispute: Dispute): Promise<Outcome<ProcessorDispute>> {
    const { processorDisputeId } = dispute;
    if (row.kind === 'accept') {
      return this.processor.acceptDispute({ answerId: row.id, processorDisputeId });
    }
    const file = await this.upload(row);
    if (file.kind !== 'done') return file;
    return this.processor.submitEvidence({
      ...{ answerId: row.id, processorDisputeId, processorFileId: file.value },
      about: `Refundable bond for a visa, case ${dispute.reference}. See the attached evidence.`,
    });
  }

  private async upload(row: DisputeAnswer): Promise<Outcome<string>> {
    if (row.processorFileId) return { kind: 'done', value: row.processorFileId };
    const pdf = await this.database.write(CTX, (tx) => openPack(tx, this.identity, row));
    const fileName = `evidence-${row.id}.pdf`;
    const made = await this.processor.uploadEvidence({ answerId: row.id, fileName, pdf: pdf! });
    if (made.kind !== 'done') return made;
    const { id } = made.value;
    await this.database.write(CTX, (tx) => this.store.setFile(tx, row.id, id));
    row.processorFileId = id;
    return { kind: 'done', value: id };
  }

  private async ask({ processorDisputeId }: Dispute): Promise<ProcessorDispute> {
    const got = await this.processor.getDispute(processorDisputeId);
    if (got.kind === 'done') return got.value;
    throw new AnswerUnclear(got.kind === 'refused' ? got.code : got.reason);
  }

  /** Applies how the dispute stands now. True when our answer is in it, and is over with that. */
  private async finish(row: DisputeAnswer, found: ProcessorDispute): Promise<boolean> {
    let now = found;
    for (let tries = 1; tries <= STALE_TRIES_MAX; tries++) {
      const done = await this.finishOnce(row, now);
      if (done !== 'stale') return done;
      now = await this.ask({ processorDisputeId: now.id } as Dispute);
    }
    throw new AnswerUnclear('the dispute keeps moving');
  }

  private async finishOnce(seen: DisputeAnswer, now: ProcessorDispute): Promise<boolean | 'stale'> {
    const ref = { kind: 'dispute', processorDisputeId: now.id } as const;
    const version = await this.database.read(CTX, (tx) => this.handler.versionOf(tx, ref));
    return this.database.write(CTX, async (tx) => {
      const fact = factOfDispute(now, tx.now);
      if (!fact) throw new AnswerUnclear(`an unknown status: ${now.status}`);
      const applied = await this.handler.apply(tx, fact, version);
      if (applied === 'stale') return 'stale';
      if (applied !== 'applied') throw new AnswerUnclear('the dispute could not be applied');
      const arrived =
        seen.kind === 'accept'
          ? fact.stage === 'lost'
          : fact.submissions > (seen.submissionsBefore ?? 0);
      if (arrived) await this.over(tx, seen, 'delivered');
      return arrived;
    });
  }

  private refused(row: DisputeAnswer, code: string): Promise<void> {
    const refusalCode = /^[a-z_]{1,60}$/.test(code) ? code : 'refused';
    return this.database.write(CTX, (tx) => this.over(tx, row, 'refused', { refusalCode }));
  }

  private async over(
    tx: Tx,
    { id }: DisputeAnswer,
    event: 'delivered' | 'refused',
    fields: Partial<Pick<DisputeAnswer, 'refusalCode'>> = {},
  ): Promise<void> {
    const row = await this.store.lockAnswer(tx, id);
    if (row?.state !== 'sending') return;
    await this.store.moveAnswer(tx, row, event, fields);
    await this.answers.noted(tx, row, event);
  }
}

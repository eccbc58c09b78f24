import { isBefore, money, type Instant } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { factOfRefund, Processor, type ProcessorRefund } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from './disbursement.entity.ts';
import { afterAsking, ASK_WHAT_LEFT, stepOf } from '../domain/sending.ts';
import type { LockedDisbursement } from './disbursement-told.ts';
import { DisbursementOutcomes } from './disbursement-outcomes.service.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { SendingGate } from '../run/sending-gate.service.ts';
import { WhatLeft } from '../reversal/what-left.service.ts';

const CTX = systemCtx('disbursement.send');
const STALE_TRIES_MAX = 5;
/** Ours and the processor's. */
const CLOCKS_DIFFER = { hours: 24 };

/** The processor's answer is not known. The job is tried again, and will ask before it sends. */
export class SendingUnclear extends Error {
  constructor(reason: string) {
    super(`whether the refund arrived is not known: ${reason}`);
    this.name = 'SendingUnclear';
  }
}

/** Sends disbursements to the processor so that a crash at any point ends in one refund (R25, R27). */
@Injectable()
export class DisbursementSender {
  constructor(
    private readonly database: Database,
    private readonly store: RefundStore,
    private readonly outcomes: DisbursementOutcomes,
    private readonly processor: Processor,
    private readonly notes: RefundTrail,
    private readonly whatLeft: WhatLeft,
    private readonly gate: SendingGate,
  ) {}

  /**
   * Drives one disbursement on: sends it when it is approved; asks the processor first when an
   * earlier call may have arrived; asks only when it has been sent. May be repeated at any time.
   * Throws SendingUnclear when the processor gave no answer.
   */
  async send(disbursementId: string): Promise<void> {
    const begun = await this.begin(disbursementId);
    if (!begun) return;
    const { row, step, now } = begun;
    if (step === 'call') return this.call(row);
    if (step === 'fetch') return this.apply(row, await this.fetch(row.processorRefundId!));
    const found = await this.find(row);
    if (found) return this.apply(row, found);
    const then = afterAsking(row.state, ageHours(row, now));
    if (then === 'call') return this.callAgain(row);
    if (then === 'unclear') return this.unclear(row, 'key_too_old');
    if (then === 'not_made') return this.refused(row, 'not_found_at_processor');
  }

  /** Commits that sending began before anything is sent: the trace that a crash leaves. */
  private begin(id: string) {
    return this.database.write(CTX, async (tx) => {
      const row = await this.store.lockDisbursement(tx, id);
      if (!row) throw new Error('no such disbursement');
      const isHeld = row.leavesAt !== null && isBefore(tx.now, row.leavesAt);
      const step = stepOf({ ...row, isHeld });
      if (step === 'nothing') return null;
      if (step === 'call') {
        if (await this.gate.isStopped(tx, row)) return null;
        await this.store.move(tx, row, 'sending_started', { news: { sendingSince: tx.now } });
      }
      return { row, step, now: tx.now };
    });
  }

  /** The refund that an earlier call made, if it arrived. */
  private async find(row: Disbursement): Promise<ProcessorRefund | undefined> {
    const since = row.sendingSince?.subtract(CLOCKS_DIFFER);
    const listed = await this.processor.listRefunds(row.processorPaymentId, since);
    if (listed.kind !== 'done') throw new SendingUnclear(whyOf(listed));
    return listed.value.find((r) => r.disbursementId === row.id);
  }

  private async fetch(processorRefundId: string): Promise<ProcessorRefund> {
    const got = await this.processor.getRefund(processorRefundId);
    if (got.kind !== 'done') throw new SendingUnclear(whyOf(got));
    return got.value;
  }

  /** A freeze and a pause hold it like a first call. */
  private async callAgain(row: Disbursement): Promise<void> {
    const isStopped = await this.database.read(CTX, (tx) => this.gate.isStopped(tx, row));
    if (!isStopped) await this.call(row);
  }

  private async call(row: Disbursement): Promise<void> {
    await this.gate.turn();
    const answer = await this.processor.createRefund({
      disbursementId: row.id,
      refundId: row.refundId,
      processorPaymentId: row.processorPaymentId,
      amount: money(row.amountMinor, row.currency),
    });
    if (answer.kind === 'done') return this.apply(row, answer.value);
    if (answer.kind === 'unknown') throw new SendingUnclear(answer.reason);
    // The key was used with other content: something was sent, and it was not this.
    if (answer.code === 'idempotency_mismatch') return this.unclear(row, answer.code);
    const isCash = row.processorPaymentId.startsWith('cus_');
    if (ASK_WHAT_LEFT.has(answer.code) && !isCash) await this.learnWhatLeft(row);
    return this.refused(row, answer.code);
  }

  /**
   * Less is left of the payment than we hold: whatever left by another way is booked before our
   * disbursement is over, so that nobody is told that a refund failed who has his money (R35).
   */
  private async learnWhatLeft(row: Disbursement): Promise<void> {
    const why = await this.whatLeft.learn(row.processorPaymentId);
    if (why) throw new SendingUnclear(why);
  }

  /** When news about the row came in meanwhile, the answer may be older: it is fetched again. */
  private async apply(seen: Disbursement, refund: ProcessorRefund): Promise<void> {
    let { version } = seen;
    let answer = refund;
    for (let tries = 1; tries <= STALE_TRIES_MAX; tries++) {
      const current = await this.applyOnce(seen, version, answer);
      if (current === null) return;
      version = current;
      answer = await this.fetch(refund.id);
    }
    throw new SendingUnclear('the row keeps moving');
  }

  /** Null when it was applied, otherwise the version that the row has now. */
  private applyOnce(
    seen: Disbursement,
    version: number,
    refund: ProcessorRefund,
  ): Promise<number | null> {
    return this.database.write(CTX, async (tx) => {
      const locked = await this.outcomes.lock(tx, seen);
      if (locked.row.version !== version) return locked.row.version;
      const told = factOfRefund(refund, tx.now);
      if (!told) throw new SendingUnclear(`an unknown status: ${refund.status}`);
      const done = await this.outcomes.apply(tx, locked, told);
      if (done !== 'applied') {
        const details = { reason: done.parked, processor_refund: refund.id };
        await this.notes.of(tx, locked.row, 'contradicted', details);
        if (locked.row.state === 'sending') {
          await this.store.move(tx, locked.row, 'sending_unclear', { reasonCode: done.parked });
        }
      }
      return null;
    });
  }

  private refused(seen: Disbursement, code: string): Promise<void> {
    return this.whenUnmoved(seen, (tx, locked) => this.outcomes.refused(tx, locked, code));
  }

  private unclear(seen: Disbursement, reasonCode: string): Promise<void> {
    return this.whenUnmoved(seen, async (tx, { row }) => {
      await this.store.move(tx, row, 'sending_unclear', { reasonCode });
      await this.notes.of(tx, row, 'unclear', { reason: reasonCode });
    });
  }

  /** News that came in meanwhile say more than a refusal or a silence does. */
  private whenUnmoved(
    seen: Disbursement,
    then: (tx: Tx, locked: LockedDisbursement) => Promise<void>,
  ): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const locked = await this.outcomes.lock(tx, seen);
      if (locked.row.version === seen.version) await then(tx, locked);
    });
  }
}

const whyOf = (o: { kind: 'refused'; code: string } | { kind: 'unknown'; reason: string }) =>
  o.kind === 'refused' ? o.code : o.reason;

const ageHours = (row: Disbursement, now: Instant): number =>
  row.sendingSince ? row.sendingSince.until(now).total('hours') : Infinity;

import { isBefore, money, type Instant } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { factOfRefund, Processor, type ProcessorRefund } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Disbursement } from './disbursement.entity.ts';
import { afterAsking, ASK_WHAT_LEFT, stepOf, type SendingStep } from '../domain/sending.ts';
import type { LockedDisbursement, Told, ToldOf } from './disbursement-told.ts';
import { DisbursementOutcomes } from './disbursement-outcomes.service.ts';
import { RefundTrail } from '../refund/refund-trail.service.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { Gathered } from '../run/gathered.ts';
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

interface Begun {
  readonly row: Disbursement;
  readonly step: SendingStep;
  readonly now: Instant;
}

interface Answered {
  readonly seen: Disbursement;
  /** The row as it was when the processor was asked. */
  readonly version: number;
  readonly refund: ProcessorRefund;
}

/**
 * Sends disbursements to the processor so that a crash at any point ends in one refund (R25, R27). Those that
 * are sent at once begin and end in the same transactions: each is called for itself.
 */
@Injectable()
export class DisbursementSender {
  private readonly beginnings = new Gathered((ids: readonly string[]) => this.begin(ids));
  private readonly answers = new Gathered((all: readonly Answered[]) => this.applyAll(all));

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
    const begun = await this.beginnings.do(disbursementId);
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
  private begin(ids: readonly string[]): Promise<(Begun | null)[]> {
    return this.database.write(CTX, async (tx) => {
      const rows = await this.store.lockDisbursements(tx, ids);
      const all = ids.map((id) => begunOf(rows.get(id), tx.now));
      const calls = all.flatMap(({ row, step }) => (step === 'call' ? row : []));
      const open = await this.gate.open(tx, calls);
      const starting = open.map((row) => ({ row, news: { sendingSince: tx.now } }));
      await this.store.moveAll(tx, starting, 'sending_started');
      const goesOn = ({ row, step }: Begun) =>
        step === 'call' ? open.includes(row) : step !== 'nothing';
      return all.map((begun) => (goesOn(begun) ? begun : null));
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
    const open = await this.database.read(CTX, (tx) => this.gate.open(tx, [row]));
    if (open.length > 0) await this.call(row);
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
    let answered: Answered = { seen, version: seen.version, refund };
    for (let tries = 1; tries <= STALE_TRIES_MAX; tries++) {
      const version = await this.answers.do(answered);
      if (version === null) return;
      answered = { seen, version, refund: await this.fetch(refund.id) };
    }
    throw new SendingUnclear('the row keeps moving');
  }

  /** Of each: null when it was applied, otherwise the version that the row has now. */
  private applyAll(all: readonly Answered[]): Promise<(number | null)[]> {
    return this.database.write(CTX, async (tx) => {
      const locked = await this.outcomes.lockAll(
        tx,
        all.map(({ seen }) => seen),
      );
      const versions = locked.map(({ row }) => row.version);
      const told = all.flatMap(({ version, refund }, n) =>
        versions[n] === version ? { locked: locked[n]!, told: toldOf(refund, tx.now) } : [],
      );
      const outcomes = await this.outcomes.applyAll(tx, told);
      for (const [n, done] of outcomes.entries()) {
        if (done !== 'applied') await this.contradicted(tx, told[n]!, done.parked);
      }
      return all.map(({ version }, n) => (versions[n] === version ? null : versions[n]!));
    });
  }

  private async contradicted(tx: Tx, { locked, told }: ToldOf, reason: string): Promise<void> {
    const { row } = locked;
    const details = { reason, processor_refund: told.processorRefundId };
    await this.notes.of(tx, row, 'contradicted', details);
    if (row.state !== 'sending') return;
    await this.store.move(tx, row, 'sending_unclear', { reasonCode: reason });
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

function begunOf(row: Disbursement | undefined, now: Instant): Begun {
  if (!row) throw new Error('no such disbursement');
  const isHeld = row.leavesAt !== null && isBefore(now, row.leavesAt);
  return { row, step: stepOf({ ...row, isHeld }), now };
}

function toldOf(refund: ProcessorRefund, now: Instant): Told {
  const told = factOfRefund(refund, now);
  if (!told) throw new SendingUnclear(`an unknown status: ${refund.status}`);
  return told;
}

const ageHours = (row: Disbursement, now: Instant): number =>
  row.sendingSince ? row.sendingSince.until(now).total('hours') : Infinity;

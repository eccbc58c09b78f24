import { money } from '#kernel';
import type { Tx } from '#platform';
import type { PaymentFact } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { Bonds } from '../bond/bonds.service.ts';
import {
  decidePayment,
  isSurplus,
  refundableUntil,
  type PaymentDecision,
} from '../domain/decide-payment.ts';
import { isUnsettled } from '../domain/payment.lifecycle.ts';
import type { InSuspense, PaymentApplied, Surplus } from './payment-applied.ts';
import { PaymentLocks, type Locked } from './payment-locks.service.ts';
import { PaymentNews } from './payment-news.service.ts';
import { Receipts, type Booked } from './receipts.service.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentStore, type PaymentNames } from './payment.store.ts';

/** Applies what the processor says of payments, in the worker only. */
@Injectable()
export class Payments {
  constructor(
    private readonly store: PaymentStore,
    private readonly locks: PaymentLocks,
    private readonly bonds: Bonds,
    private readonly receipts: Receipts,
    private readonly news: PaymentNews,
  ) {}

  /** What `applyFact` compares with; null when the names are of no payment of ours. */
  async versionOf(tx: Tx, names: PaymentNames): Promise<number | null> {
    return (await this.store.named(tx, names))?.version ?? null;
  }

  /** One fact in one transaction. Repeating it changes nothing. */
  async applyFact(tx: Tx, fact: PaymentFact, seenVersion: number | null): Promise<PaymentApplied> {
    const found = await this.store.named(tx, fact);
    if (!found) return this.receipts.unknown(tx, fact, null);
    const locked = await this.locks.take(tx, found);
    const { bond, payment } = locked;
    if (isOfAnother(payment, fact)) return this.receipts.unknown(tx, fact, bond);
    if (payment.version !== seenVersion) return { outcome: 'stale' };
    const decision = decidePayment({
      paymentState: payment.state,
      bondState: bond.state,
      bondAmount: money(bond.amountMinor, bond.currency),
      wasHeld: bond.heldAt !== null,
      status: fact.status,
      received: fact.received,
    });
    const applied = await this.apply(tx, locked, fact, decision);
    await this.receipts.fee(tx, fact);
    return applied;
  }

  private async apply(
    tx: Tx,
    locked: Locked,
    fact: PaymentFact,
    decision: PaymentDecision,
  ): Promise<PaymentApplied> {
    const { row, bond, payment } = locked;
    const booked = decision.book && (await this.receipts.book(tx, bond, fact, decision.book));
    const fields = fieldsOf(payment, fact, booked?.receivedPaymentId);
    const moved = await this.store.follow(tx, payment, decision.events, fields);
    if (decision.events.length)
      await this.news.of(tx, { bond, before: payment, payment: moved }, fact);
    const becameHeld = (booked?.toBond.minor ?? 0n) > 0n;
    if (becameHeld) await this.bonds.hold(tx, row, bond);
    else await this.followPayment(tx, bond, moved);
    return { outcome: 'applied', bondId: bond.id, becameHeld, ...leftOver(locked, fact, booked) };
  }

  /** The bond shows whether somebody is paying. */
  private async followPayment(tx: Tx, bond: Bond, payment: Payment): Promise<void> {
    if (isUnsettled(payment.state)) {
      if (bond.state === 'required') await this.bonds.move(tx, bond, 'payment_started');
      return;
    }
    if (bond.state !== 'payment_started') return;
    const others = await this.store.ofBond(tx, bond.id);
    if (!others.some((p) => isUnsettled(p.state))) await this.bonds.move(tx, bond, 'payment_ended');
  }
}

/**
 * Metadata can be copied: money of another session, or of another processor payment, is not this
 * payment's. Whoever is asked to pay by us has a session, so money without one names a payment of
 * ours in vain, unless that session has told us of it before.
 */
const isOfAnother = (p: Payment, fact: PaymentFact): boolean =>
  fact.sessionId === null
    ? p.processorPaymentId !== fact.processorPaymentId
    : differs(p.sessionId, fact.sessionId) ||
      differs(p.processorPaymentId, fact.processorPaymentId);
const differs = (ours: string | null, theirs: string | null): boolean =>
  ours !== null && theirs !== null && ours !== theirs;

function fieldsOf(payment: Payment, fact: PaymentFact, receivedPaymentId: string | undefined) {
  const { sessionId, processorPaymentId, chargeId, method, arrivedMinor } = payment;
  return {
    sessionId: sessionId ?? fact.sessionId,
    processorPaymentId: processorPaymentId ?? fact.processorPaymentId,
    chargeId: chargeId ?? fact.chargeId,
    method: method ?? fact.method,
    declineCode: fact.declineCode,
    transferUrl: fact.transferUrl ?? payment.transferUrl,
    arrivedMinor: fact.arrived?.minor ?? arrivedMinor,
    ...(receivedPaymentId && {
      receivedPaymentId,
      refundableUntil: refundableUntil(fact.method, fact.happenedAt),
      cardExpiresOn: payment.way === 'card' ? fact.cardExpiresOn : null,
    }),
  };
}

function leftOver(
  { row: theCase, bond }: Locked,
  fact: PaymentFact,
  booked: Booked | null,
): { surplus?: Surplus; suspense?: InSuspense } {
  if (!booked?.rest) return {};
  const { receivedPaymentId, rest, toSuspense: amount } = booked;
  if (!isSurplus(rest)) return { suspense: { receivedPaymentId, amount, why: rest } };
  const processorPaymentId = fact.processorPaymentId!;
  return { surplus: { receivedPaymentId, processorPaymentId, amount, bond, theCase } };
}

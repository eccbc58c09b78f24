import { AuditLog } from '#audit';
import type { Instant, Money } from '#kernel';
import { cause, LedgerStore } from '#ledger';
import { idFrom, type Tx } from '#platform';
import type { PaymentFact } from '#processor';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { SuspenseNotes } from '../suspense/suspense-notes.service.ts';
import type { NotForBond, PaymentDecision } from '../domain/decide-payment.ts';
import type { PaymentApplied } from './payment-applied.ts';

export interface Booked {
  readonly receivedPaymentId: string;
  readonly toBond: Money;
  readonly toSuspense: Money;
  /** Why not all went to the bond; null when all did. */
  readonly rest: NotForBond | null;
  readonly replayed: boolean;
}

/** The received payment's id in the ledger: the same for the same payment of the processor. */
export const receivedPaymentIdOf = (processorPaymentId: string): string =>
  idFrom(`received:${processorPaymentId}`);

/** Books what reached the processor: whatever it is for, it is never lost (R6). */
@Injectable()
export class Receipts {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly audit: AuditLog,
    private readonly notes: SuspenseNotes,
  ) {}

  /** `named` is the bond that the money came for, when it may not go there. */
  async book(
    tx: Tx,
    bond: Bond | null,
    fact: PaymentFact,
    wish: NonNullable<PaymentDecision['book']>,
    named: Bond | null = bond,
  ): Promise<Booked> {
    const { processorPaymentId, received, happenedAt } = fact;
    if (!processorPaymentId || !received) throw new Error('paid, but not by what or how much');
    const receivedPaymentId = receivedPaymentIdOf(processorPaymentId);
    const { toBond, toSuspense, replayed } = await this.ledger.receive(tx, {
      receivedPaymentId,
      amount: received,
      bondId: bond?.id ?? null,
      toBond: wish.toBond,
      cause: cause.paid(processorPaymentId),
      happenedAt,
    });
    // The ledger has the last word: a bond with a loss on it takes nothing.
    const rest = toBond.minor < wish.toBond ? 'bears_a_loss' : wish.rest;
    if (rest && !replayed) {
      await this.notes.record(tx, named, {
        ...{ receivedPaymentId, why: rest, arrivedAt: happenedAt, currency: received.currency },
        ...{ receivedMinor: received.minor, amountMinor: toSuspense.minor },
      });
    }
    return { receivedPaymentId, toBond, toSuspense, rest, replayed };
  }

  /** Money that came to the account of a transfer and that its payment did not take. Its id in the ledger. */
  async cash(
    tx: Tx,
    bond: Bond,
    came: { movementId: string; amount: Money; why: NotForBond; at: Instant },
  ): Promise<string> {
    const { movementId, amount, why, at } = came;
    const receivedPaymentId = receivedPaymentIdOf(movementId);
    const booking = { bondId: null, toBond: 0n, cause: cause.paid(movementId), happenedAt: at };
    await this.ledger.receive(tx, { ...booking, receivedPaymentId, amount });
    await this.notes.record(tx, bond, {
      ...{ receivedPaymentId, why, arrivedAt: at, currency: amount.currency },
      ...{ receivedMinor: amount.minor, amountMinor: amount.minor },
    });
    return receivedPaymentId;
  }

  /**
   * Money that is no payment of ours goes to suspense; other news of it is none of ours. It may name
   * a bond all the same, whose payer is then told.
   */
  async unknown(tx: Tx, fact: PaymentFact, named: Bond | null): Promise<PaymentApplied> {
    const applied = { outcome: 'applied', bondId: null, becameHeld: false } as const;
    if (fact.status !== 'paid') return applied;
    const wish = { toBond: 0n, rest: 'unknown_payment' } as const;
    const booked = await this.book(tx, null, fact, wish, named);
    await this.fee(tx, fact);
    if (booked.replayed) return applied;
    const { receivedPaymentId, toSuspense: amount } = booked;
    return { ...applied, suspense: { receivedPaymentId, amount, why: 'unknown_payment' } };
  }

  /** The processor's fee, borne by the operator and never by the payer (R29). */
  async fee(tx: Tx, fact: PaymentFact): Promise<void> {
    if (!fact.fee || !fact.processorPaymentId || !fact.received) return;
    const receivedPaymentId = receivedPaymentIdOf(fact.processorPaymentId);
    const { id, amount } = fact.fee;
    if (amount.currency !== fact.received.currency) {
      // A programme's currency is one the account settles in (R29), so somebody must look.
      await this.audit.write(tx, {
        action: 'payment.fee_not_booked',
        subjectKind: 'received_payment',
        subjectId: receivedPaymentId,
        outcome: 'failed',
        details: { currency: amount.currency, balance_transaction: id },
      });
      return;
    }
    const happenedAt = fact.happenedAt;
    await this.ledger.fee(tx, { receivedPaymentId, amount, cause: cause.fee(id), happenedAt });
  }
}

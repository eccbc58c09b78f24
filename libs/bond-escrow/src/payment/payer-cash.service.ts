import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import type { CashFact } from '#processor';
import { Injectable } from '@nestjs/common';
import { decideCash } from '../domain/decide-cash.ts';
import type { Surplus } from './payment-applied.ts';
import { PaymentLocks } from './payment-locks.service.ts';
import { PaymentStore } from './payment.store.ts';
import { cashBooked, type BookedCash } from './posted-by.queries.ts';
import { Receipts } from './receipts.service.ts';

/** What a bank took back of a transfer that was booked. */
export interface RecalledCash extends BookedCash {
  /** Which did it (ccsbtxn_…). */
  readonly movementId: string;
  readonly at: Instant;
}

interface CashApplied {
  readonly surplus: readonly Surplus[];
  readonly takenBack: readonly RecalledCash[];
}

/** Receives what came to the account of a transfer and that its payment did not take; in the worker only. */
@Injectable()
export class PayersCash {
  constructor(
    private readonly store: PaymentStore,
    private readonly locks: PaymentLocks,
    private readonly receipts: Receipts,
  ) {}

  /** What `applyFact` compares with; null when the customer is of no payment of ours. */
  async versionOf(tx: Tx, processorCustomerId: string): Promise<number | null> {
    return (await this.named(tx, processorCustomerId))?.version ?? null;
  }

  /** One fact in one transaction: what is to go back. Repeating it changes nothing. */
  async applyFact(
    tx: Tx,
    fact: CashFact,
    seenVersion: number | null,
  ): Promise<'stale' | { readonly parked: string } | CashApplied> {
    const { processorCustomerId } = fact;
    const found = await this.named(tx, processorCustomerId);
    if (!found) return { parked: 'not_our_customer' };
    const { row, bond, payment } = await this.locks.take(tx, found);
    if (payment.version !== seenVersion) return 'stale';
    const booked = await cashBooked(tx, payment.id);
    const decisions = fact.left.map((one) => {
      const { currency } = one.amount;
      const own = booked.filter(({ amount }) => amount.currency === currency);
      const bookedMinor = own.reduce((sum, { amount }) => sum + amount.minor, 0n);
      const facts = { paymentState: payment.state, left: one.amount, bookedMinor };
      return { ...one, own, decided: decideCash(facts) };
    });
    const [surplus, takenBack]: [Surplus[], RecalledCash[]] = [[], []];
    for (const { decided, own, movementId, at } of decisions) {
      if (decided.kind === 'taken_back') {
        // Of several transfers the newest that is large enough; of none of them, a person says which.
        const of = own.find(({ amount }) => amount.minor >= decided.amount.minor);
        if (!of) return { parked: 'cash_taken_back' };
        takenBack.push({ ...of, amount: decided.amount, movementId, at });
      }
      if (decided.kind !== 'book') continue;
      const { amount, why } = decided;
      const receivedPaymentId = await this.receipts.cash(tx, bond, { movementId, amount, why, at });
      await this.store.addCash(tx, payment, receivedPaymentId);
      const of = { bond, theCase: row, processorPaymentId: processorCustomerId };
      surplus.push({ ...of, receivedPaymentId, amount });
    }
    return { surplus, takenBack };
  }

  private named(tx: Tx, processorCustomerId: string) {
    const names = { paymentId: null, sessionId: null, processorPaymentId: null };
    return this.store.named(tx, { ...names, processorCustomerId });
  }
}

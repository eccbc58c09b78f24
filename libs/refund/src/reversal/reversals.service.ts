import { Cases } from '#application';
import { Bonds, receivedPaymentIdOf, type RecalledCash } from '#bond-escrow';
import { receivedPaymentOf } from '#ledger';
import { newId, type Tx } from '#platform';
import type { Applied, DisputeFact, RefundFact } from '#processor';
import { Injectable } from '@nestjs/common';
import { moneyOf, moneyOfDispute, turnOf } from '../domain/settle-reversal.ts';
import { DisbursementOutcomes } from '../disbursement/disbursement-outcomes.service.ts';
import type { News } from './reversal-books.service.ts';
import type { Owner } from './resumption.service.ts';
import { ReversalTurns } from './reversal-turns.service.ts';
import type { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';

/**
 * Money that left the processor by no disbursement of ours (R35), by a refund made elsewhere, a
 * dispute or a bank that took a transfer back: each is booked as what it is, and stops visa and refund of its bond until two people have
 * settled it or the money came back.
 */
@Injectable()
export class Reversals {
  constructor(
    private readonly store: ReversalStore,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly outcomes: DisbursementOutcomes,
    private readonly turns: ReversalTurns,
  ) {}

  async versionOf(tx: Tx, processorObject: string): Promise<number | null> {
    return (await this.store.ofObject(tx, processorObject))?.version ?? null;
  }

  /** News of a reversal; null when it is none yet. */
  async follow(tx: Tx, fact: RefundFact, seenVersion: number | null): Promise<Applied | null> {
    const news = newsOf(fact);
    const found = await this.store.ofObject(tx, news.object);
    if (!found) return null;
    const owner = await this.lockOwner(tx, found.caseId, found.bondId);
    const row = await this.store.lock(tx, found.id);
    if (!row || row.version !== seenVersion) return 'stale';
    return this.turn(tx, row, news, owner);
  }

  /** What took money and is no disbursement of ours. `later` while its payment is not booked yet. */
  async record(tx: Tx, fact: RefundFact): Promise<Applied> {
    const paid = await this.paidTo(tx, fact);
    if ('stop' in paid) return paid.stop;
    const news = newsOf(fact);
    const owner = await this.lockOwnerOf(tx, paid);
    // Somebody else was quicker: the row is there now.
    if (await this.store.ofObject(tx, news.object)) return 'stale';
    return this.open(tx, news, paid, owner);
  }

  /** What a dispute does to the money. The dispute and its owner are locked. */
  async ofDispute(tx: Tx, fact: DisputeFact, paid: PaidTo, owner: Owner): Promise<Applied> {
    const news = newsOf(fact);
    const found = await this.store.ofObject(tx, news.object);
    if (!found) return onlyAsks(fact) ? 'applied' : this.open(tx, news, paid, owner);
    const row = await this.store.lock(tx, found.id);
    return row ? this.turn(tx, row, news, owner) : 'stale';
  }

  /** A bank took back what lay in its payer's account: it was in suspense, and of no bond. */
  async recall(tx: Tx, taken: RecalledCash): Promise<void> {
    const { movementId: object, broughtBy, receivedPaymentId, amount, at } = taken;
    if (await this.store.ofObject(tx, object)) return;
    const news = { kind: 'recall', object, processorPaymentId: broughtBy, amount } as const;
    const left = { ...news, money: 'left', fees: [], happenedAt: at } as const;
    await this.open(tx, left, { receivedPaymentId }, { theCase: null, bond: null });
  }

  /** Where the payment is booked; or why nothing can be applied to it. */
  async paidTo(
    tx: Tx,
    { processorPaymentId, amount }: RefundFact | DisputeFact,
  ): Promise<(PaidTo & { readonly namedBondId: string | null }) | { readonly stop: Applied }> {
    if (!processorPaymentId) return { stop: { parked: 'of_no_payment' } };
    const receivedPaymentId = receivedPaymentIdOf(processorPaymentId);
    const received = await receivedPaymentOf(tx, receivedPaymentId);
    if (!received) return { stop: 'later' };
    if (received.currency !== amount.currency) {
      return { stop: { parked: 'other_currency_than_paid' } };
    }
    return { receivedPaymentId, namedBondId: received.bondId };
  }

  async lockOwnerOf(tx: Tx, { namedBondId }: { namedBondId: string | null }): Promise<Owner> {
    const named = namedBondId ? await this.bonds.find(tx, namedBondId) : null;
    return this.lockOwner(tx, named?.caseId ?? null, named?.id ?? null);
  }

  async lockOwner(tx: Tx, caseId: string | null, bondId: string | null): Promise<Owner> {
    const [theCase, bond] = await Promise.all([
      caseId ? this.cases.lock(tx, caseId) : null,
      bondId ? this.bonds.lock(tx, bondId) : null,
    ]);
    return { theCase, bond };
  }

  private async turn(tx: Tx, row: Reversal, news: News, owner: Owner): Promise<Applied> {
    if (row.amountMinor !== news.amount.minor) return { parked: 'amount_changed' };
    const turn = turnOf(row.money, news.money);
    if (turn === 'contradiction') return { parked: 'money_went_backwards' };
    if (turn === 'turn') await this.turns.take(tx, row, news, owner);
    return 'applied';
  }

  private async open(tx: Tx, news: News, paid: PaidTo, owner: Owner): Promise<Applied> {
    const { bond } = owner;
    const { amount } = news;
    const row: Reversal = {
      ...{ id: newId(), kind: news.kind, processorObject: news.object },
      ...{ processorPaymentId: news.processorPaymentId!, bondId: bond?.id ?? null },
      receivedPaymentId: paid.receivedPaymentId,
      ...{ caseId: bond?.caseId ?? null, reference: bond?.reference ?? null },
      ...{ amountMinor: amount.minor, currency: amount.currency, money: 'waiting' },
      ...{ state: 'open', stateSince: tx.now, version: 1, happenedAt: news.happenedAt },
      ...{ outcome: null, cameBackTo: null, proposedBy: null, approvedBy: null },
    };
    await this.store.add(tx, row);
    await this.turns.note(tx, row, 'found');
    // One that is over has its row as well: an answer that was fetched before may still be on its way.
    if (news.money !== 'back') {
      await this.outcomes.withdrawAll(tx, [row.bondId, row.receivedPaymentId]);
    }
    if (news.money !== 'waiting') await this.turns.take(tx, row, news, owner);
    return 'applied';
  }
}

/** The received payment whose money something takes. */
export interface PaidTo {
  readonly receivedPaymentId: string;
}

/** An inquiry: nothing is taken, and what comes of it is news of its own. */
const onlyAsks = (fact: RefundFact | DisputeFact): boolean =>
  fact.kind === 'dispute' && fact.stage === 'inquiry' && !fact.isTaken;

function newsOf(fact: RefundFact | DisputeFact): News {
  const { processorPaymentId, amount, happenedAt } = fact;
  return fact.kind === 'refund'
    ? {
        ...{ kind: 'refund', object: fact.processorRefundId, money: moneyOf(fact.status) },
        ...{ processorPaymentId, amount, happenedAt, fees: [] },
      }
    : {
        ...{ kind: 'dispute', object: fact.processorDisputeId, money: moneyOfDispute(fact) },
        ...{ processorPaymentId, amount, happenedAt, fees: fact.fees },
      };
}

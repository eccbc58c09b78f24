import { Cases } from '#application';
import { AuditLog } from '#audit';
import { Bonds, cause, LedgerStore, receivedPaymentIdOf, receivedPaymentOf } from '#bond-escrow';
import { money } from '#kernel';
import type { Applied, RefundFact } from '#payments';
import { newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUnsettled } from '../domain/reversal.lifecycle.ts';
import { moneyOf, type ReversalMoney } from '../domain/settle-reversal.ts';
import { Outcomes } from '../outcomes.service.ts';
import { Resumption } from './resumption.service.ts';
import type { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';

/**
 * Refunds at the processor that no attempt of ours made (R35): each is booked as what it is, and
 * stops visa and refund of its bond until two people have settled it or the money came back.
 */
@Injectable()
export class Reversals {
  constructor(
    private readonly store: ReversalStore,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly ledger: LedgerStore,
    private readonly outcomes: Outcomes,
    private readonly resumption: Resumption,
    private readonly audit: AuditLog,
  ) {}

  async versionOf(tx: Tx, processorRefundId: string): Promise<number | null> {
    return (await this.store.ofObject(tx, processorRefundId))?.version ?? null;
  }

  /** News of a refund that is a reversal already; null when it is none. */
  async follow(tx: Tx, fact: RefundFact, seenVersion: number | null): Promise<Applied | null> {
    const found = await this.store.ofObject(tx, fact.processorRefundId);
    if (!found) return null;
    await this.lockOwner(tx, found.caseId, found.bondId);
    const row = await this.store.lock(tx, found.id);
    if (!row || row.version !== seenVersion) return 'stale';
    const now = moneyOf(fact.status);
    if (now === row.money) return 'applied';
    // What people decided stands on money that had left: undoing it is theirs as well.
    if (!isUnsettled(row.state)) return { parked: 'reversal_changed_after_it_was_settled' };
    if (now === 'waiting') return { parked: 'refund_went_backwards' };
    await this.turn(tx, row, now, fact);
    return 'applied';
  }

  /** A refund that none of our attempts made. `later` while its payment is not booked yet. */
  async record(tx: Tx, fact: RefundFact): Promise<Applied> {
    const { processorPaymentId } = fact;
    if (!processorPaymentId) return { parked: 'refund_of_no_payment' };
    const receivedPaymentId = receivedPaymentIdOf(processorPaymentId);
    const received = await receivedPaymentOf(tx, receivedPaymentId);
    if (!received) return 'later';
    if (moneyOf(fact.status) === 'back') return 'applied'; // nothing left, and nothing will
    const bond = received.bondId ? await this.bonds.find(tx, received.bondId) : null;
    await this.lockOwner(tx, bond?.caseId ?? null, bond?.id ?? null);
    // Somebody else was quicker: the row is there now.
    if (await this.store.ofObject(tx, fact.processorRefundId)) return 'stale';
    const row: Reversal = {
      ...{ id: newId(), processorObject: fact.processorRefundId, processorPaymentId },
      ...{ receivedPaymentId, bondId: bond?.id ?? null, caseId: bond?.caseId ?? null },
      reference: bond?.reference ?? null,
      ...{ amountMinor: fact.amount.minor, currency: fact.amount.currency, money: 'waiting' },
      ...{ state: 'open', stateSince: tx.now, version: 1, happenedAt: fact.happenedAt },
      ...{ outcome: null, proposedBy: null, approvedBy: null },
    };
    await this.store.add(tx, row);
    await this.note(tx, row, 'found');
    await this.outcomes.withdrawAll(tx, [row.bondId, row.receivedPaymentId]);
    if (moneyOf(fact.status) === 'left') await this.turn(tx, row, 'left', fact);
    return 'applied';
  }

  private async turn(
    tx: Tx,
    row: Reversal,
    to: Exclude<ReversalMoney, 'waiting'>,
    { happenedAt }: RefundFact,
  ): Promise<void> {
    const { processorObject: object, receivedPaymentId } = row;
    const had = row.money;
    await this.store.set(tx, row, { money: to });
    await this.note(tx, row, to);
    if (to === 'left') {
      const amount = money(row.amountMinor, row.currency);
      const left = { receivedPaymentId, amount, cause: cause.left(object), happenedAt };
      return this.ledger.returnedElsewhere(tx, left);
    }
    if (had === 'left') {
      const back = { left: cause.left(object), cause: cause.cameBack(object) };
      await this.ledger.cameBack(tx, { receivedPaymentId, ...back, happenedAt });
    }
    await this.store.move(tx, row, 'undone', {}, { happenedAt });
    await this.resumption.goOn(tx, row);
  }

  private async lockOwner(tx: Tx, caseId: string | null, bondId: string | null): Promise<void> {
    if (caseId) await this.cases.lock(tx, caseId);
    if (bondId) await this.bonds.lock(tx, bondId);
  }

  private note(tx: Tx, row: Reversal, what: string): Promise<void> {
    return this.audit.write(tx, {
      action: `reversal.${what}`,
      subjectKind: 'reversal',
      subjectId: row.id,
      outcome: what === 'back' ? 'done' : 'failed',
      details: {
        ...{ object: row.processorObject, payment: row.processorPaymentId },
        ...{ amount_minor: `${row.amountMinor}`, currency: row.currency },
      },
    });
  }
}

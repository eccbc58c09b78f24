import type { SuspenseRow } from '#bond-escrow';
import { dayIn, money, ok, refused, type Money, type PlainDate, type Result } from '#kernel';
import { LedgerStore } from '#ledger';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  isKeepReason,
  isSuspenseDecline,
  mayAnswerSuspense,
  mayKeepUntil,
  type NotMatchable,
  type NotMovable,
} from '../domain/decide-suspense.ts';
import { SuspenseFacts, type NotPossible } from './suspense-facts.service.ts';
import type { SuspenseProposal } from './suspense-proposal.entity.ts';
import { SuspenseTrail } from './suspense-trail.service.ts';
import { SuspenseStore } from './suspense.store.ts';

type NotTaken = 'no_such_payment' | 'taken_by_another';
export type ProposeRefusal = NotTaken | NotMovable | NotMatchable | 'no_such_bond' | 'already_open';
export type KeepRefusal =
  NotTaken | NotMovable | 'already_open' | 'unknown_reason' | 'not_later' | 'too_long';
export type AnswerRefusal =
  'no_such_proposal' | 'wrong_state' | 'same_person' | 'unknown_reason' | NotPossible;

type Wish = Pick<SuspenseProposal, 'kind' | 'receivedPaymentId'> &
  Partial<
    Pick<SuspenseProposal, 'bondId' | 'reference' | 'decisionId' | 'keepReason' | 'keepUntil'>
  >;

/**
 * People of the treasury say what becomes of money in suspense (R6): it counts for a bond, goes back
 * by the way it came, or stays until a day. The officer's login writes no more than what they said; the
 * worker carries it out.
 */
@Injectable()
export class SuspenseProposals {
  constructor(
    private readonly store: SuspenseStore,
    private readonly facts: SuspenseFacts,
    private readonly ledger: LedgerStore,
    private readonly jobs: Jobs,
    private readonly trail: SuspenseTrail,
  ) {}

  /** Looks after it from now on. */
  async take(tx: Tx, receivedPaymentId: string): Promise<Result<SuspenseRow, NotTaken>> {
    const item = await this.facts.received(tx, receivedPaymentId);
    if (!item) return refused('no_such_payment');
    const by = personOf(tx);
    if (await this.store.take(tx, receivedPaymentId, by)) {
      await this.trail.about(tx, receivedPaymentId, 'taken');
      return ok(item);
    }
    const isOwn = (await this.store.holder(tx, receivedPaymentId)) === by;
    return isOwn ? ok(item) : refused('taken_by_another');
  }

  /** One's own, or that of a colleague who is away. */
  async release(tx: Tx, receivedPaymentId: string): Promise<Result<true, 'nobody_has_it'>> {
    const holder = await this.store.holder(tx, receivedPaymentId);
    if (!holder) return refused('nobody_has_it');
    await this.store.release(tx, receivedPaymentId);
    await this.trail.about(tx, receivedPaymentId, 'released', { holder });
    return ok(true);
  }

  /** As much as the bond asks counts for it; at once where one person's decision is enough. */
  async proposeMatch(
    tx: Tx,
    receivedPaymentId: string,
    reference: string,
  ): Promise<Result<SuspenseProposal, ProposeRefusal>> {
    const taken = await this.take(tx, receivedPaymentId);
    if (!taken.ok) return taken;
    const match = await this.facts.match(tx, taken.value, reference);
    if (!match.ok) return match;
    const { amount, bond, isEnough } = match.value;
    const whose = { bondId: bond.id, reference: bond.reference };
    const row = await this.add(tx, { kind: 'match', receivedPaymentId, ...whose }, amount);
    if (row.ok && isEnough) await this.agreed(tx, row.value, 'sufficed');
    return row;
  }

  /** All that is free goes back by the way it came, once another person agrees. */
  async proposeReturn(
    tx: Tx,
    receivedPaymentId: string,
  ): Promise<Result<SuspenseProposal, ProposeRefusal>> {
    const taken = await this.take(tx, receivedPaymentId);
    if (!taken.ok) return taken;
    const free = await this.facts.returnable(tx, receivedPaymentId);
    if (!free.ok) return free;
    const decisionId = newId();
    await this.ledger.requestDecision(tx, {
      ...{ id: decisionId, ownerId: receivedPaymentId, decidedAt: tx.now },
      ...{ refund: free.value, forfeit: money(0n, free.value.currency) },
    });
    return this.add(tx, { kind: 'return', receivedPaymentId, decisionId }, free.value);
  }

  /** Nothing moves; it is looked at again on that day. */
  async keep(
    tx: Tx,
    receivedPaymentId: string,
    wish: { readonly reason: string; readonly until: PlainDate },
  ): Promise<Result<SuspenseProposal, KeepRefusal>> {
    const { reason, until } = wish;
    if (!isKeepReason(reason)) return refused('unknown_reason');
    const may = mayKeepUntil(until, dayIn(tx.now, 'UTC'));
    if (!may.ok) return may;
    const taken = await this.take(tx, receivedPaymentId);
    if (!taken.ok) return taken;
    const { held } = taken.value;
    if (held.minor === 0n) return refused('nothing_free');
    const kept = { keepReason: reason, keepUntil: until };
    const row = await this.add(tx, { kind: 'keep', receivedPaymentId, ...kept }, held);
    if (!row.ok) return row;
    await this.store.move(tx, row.value, 'kept', {}, reason);
    await this.trail.note(tx, row.value, 'kept');
    return row;
  }

  /** Another person agrees, as things stand now. */
  async approve(tx: Tx, id: string): Promise<Result<SuspenseProposal, AnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_proposal');
    const may = mayAnswerSuspense(row, 'approved', personOf(tx));
    if (!may.ok) return may;
    const still = await this.facts.possible(tx, row);
    if (!still.ok) return still;
    if (row.decisionId) await this.ledger.approveDecision(tx, { id: row.decisionId });
    await this.agreed(tx, row, 'approved', personOf(tx));
    return ok(row);
  }

  /** Another person does not agree, or who proposed it takes it back. */
  async decline(
    tx: Tx,
    id: string,
    reason: string,
  ): Promise<Result<SuspenseProposal, AnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_proposal');
    const by = personOf(tx);
    const declineReason = row.proposedBy === by ? 'taken_back' : reason;
    if (!isSuspenseDecline(declineReason)) return refused('unknown_reason');
    const may = mayAnswerSuspense(row, 'declined', by);
    if (!may.ok) return may;
    await this.store.move(tx, row, 'declined', { decidedBy: by, declineReason }, declineReason);
    await this.trail.note(tx, row, 'declined', declineReason);
    return ok(row);
  }

  putJob(tx: Tx, proposalId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'suspense.settle', { proposalId }, { singletonKey: proposalId });
  }

  private async add(
    tx: Tx,
    wish: Wish,
    amount: Money,
  ): Promise<Result<SuspenseProposal, 'already_open'>> {
    const row: SuspenseProposal = {
      ...{ id: newId(), bondId: null, reference: null, decisionId: null },
      ...{ keepReason: null, keepUntil: null, ...wish },
      ...{ amountMinor: amount.minor, currency: amount.currency },
      ...{ state: 'proposed', stateSince: tx.now, version: 1 },
      ...{ proposedBy: personOf(tx), proposedAt: tx.now, decidedBy: null, declineReason: null },
    };
    if (!(await this.store.add(tx, row))) return refused('already_open');
    await this.trail.note(tx, row, 'proposed');
    return ok(row);
  }

  private async agreed(
    tx: Tx,
    row: SuspenseProposal,
    event: 'approved' | 'sufficed',
    decidedBy: string | null = null,
  ): Promise<void> {
    await this.store.move(tx, row, event, { decidedBy });
    await this.trail.note(tx, row, event);
    await this.putJob(tx, row.id);
  }

  /** An officer's login can lock what is still to be decided and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<SuspenseProposal | null> {
    return (await this.store.lock(tx, id)) ?? (await this.store.find(tx, id));
  }
}

import { ok, refused, type Result } from '#kernel';
import type { ReversalState } from './reversal.lifecycle.ts';

/** What takes money of a payment without us. */
export type ReversalKind = 'refund' | 'dispute' | 'recall';

/**
 * Where the money of a reversal is: not gone yet, taken while a dispute is undecided, gone for good,
 * or back.
 */
export type ReversalMoney = 'waiting' | 'withdrawn' | 'left' | 'back';

export const moneyOf = (
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled',
): ReversalMoney => {
  if (status === 'succeeded') return 'left';
  return status === 'failed' || status === 'canceled' ? 'back' : 'waiting';
};

/** An inquiry takes nothing, and is answered or refunded as any payment: it stops nothing. */
export function moneyOfDispute(d: {
  readonly stage: 'inquiry' | 'undecided' | 'won' | 'lost';
  readonly isTaken: boolean;
}): ReversalMoney {
  if (d.stage === 'lost') return d.isTaken ? 'left' : 'waiting';
  if (d.isTaken) return 'withdrawn';
  return d.stage === 'undecided' ? 'waiting' : 'back';
}

/** What news of a reversal means for one whose money was there. */
export function turnOf(
  had: ReversalMoney,
  now: ReversalMoney,
): 'nothing' | 'turn' | 'contradiction' {
  if (had === now) return 'nothing';
  // An appeal against a lost dispute: the money stays away until it is won.
  if (had === 'left' && now === 'withdrawn') return 'nothing';
  if (had === 'back' || now === 'waiting') return 'contradiction';
  return 'turn';
}

/** What two people may make of a reversal. */
export type ReversalOutcome = 'accepted' | 'post_again';

export interface ReversalFacts {
  readonly state: ReversalState;
  readonly money: ReversalMoney;
  /** Null where the money belongs to no bond. */
  readonly bondState: string | null;
  readonly caseState: string | null;
  /** What the bond still holds, in minor units. */
  readonly heldMinor: bigint;
  /** A disbursement of ours to return this money is on its way. */
  readonly isDisbursementUnderWay: boolean;
}

export type NotYet =
  'money_has_not_left' | 'dispute_undecided' | 'disbursement_under_way' | 'wrong_state';

/**
 * What may be decided. A bond of which nothing is left is no bond: before a visa it must be posted
 * again. Otherwise the payer has the money, it counts as returned, and what is left goes on.
 */
export function outcomesOf(f: ReversalFacts): Result<readonly ReversalOutcome[], NotYet> {
  if (f.state === 'settled' || f.state === 'undone') return refused('wrong_state');
  if (f.money === 'withdrawn') return refused('dispute_undecided');
  if (f.money !== 'left') return refused('money_has_not_left');
  if (f.isDisbursementUnderWay) return refused('disbursement_under_way');
  const nothingSecuresTheVisa =
    f.bondState === 'held' && f.caseState === 'bond_posted' && f.heldMinor === 0n;
  return ok(nothingSecuresTheVisa ? ['post_again'] : ['accepted']);
}

/** Where money goes that comes back after two people had settled that it was gone. */
export type CameBackTo = 'bond' | 'refund' | 'suspense' | 'operator';

/**
 * What the operator had borne makes that good: the payer had the money once already. A bond that is
 * still held holds it again. Where a refund owed it and was settled as returned, it is owed again.
 * Otherwise no rule says what is next: it waits in suspense.
 */
export function whereItBelongs(f: {
  readonly outcome: ReversalOutcome | null;
  readonly bondState: string | null;
  /** A refund of this owner takes it: the decision has room, and nothing else is under way. */
  readonly isOwedByRefund: boolean;
  /** The operator bears at least as much on this bond. */
  readonly isBorne: boolean;
}): CameBackTo {
  if (f.isBorne) return 'operator';
  if (f.outcome === 'accepted' && f.bondState === 'held') return 'bond';
  return f.outcome === 'accepted' && f.isOwedByRefund ? 'refund' : 'suspense';
}

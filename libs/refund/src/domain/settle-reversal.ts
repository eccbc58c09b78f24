import { ok, refused, type Result } from '#kernel';
import type { ReversalState } from './reversal.lifecycle.ts';

/** Where the money of a reversal is: not gone yet, gone, or back. */
export type ReversalMoney = 'waiting' | 'left' | 'back';

export const moneyOf = (
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled',
): ReversalMoney => {
  if (status === 'succeeded') return 'left';
  return status === 'failed' || status === 'canceled' ? 'back' : 'waiting';
};

/** What two people may make of a reversal. */
export const reversalOutcomes = ['accepted', 'post_again'] as const;
export type ReversalOutcome = (typeof reversalOutcomes)[number];

export interface ReversalFacts {
  readonly state: ReversalState;
  readonly money: ReversalMoney;
  /** Null where the money belongs to no bond. */
  readonly bondState: string | null;
  readonly caseState: string | null;
  /** What the bond still holds, in minor units. */
  readonly heldMinor: bigint;
  /** An attempt of ours to return this money is on its way. */
  readonly attemptUnderWay: boolean;
}

export type NotYet = 'money_has_not_left' | 'attempt_under_way' | 'wrong_state';

/**
 * What may be decided. A bond of which nothing is left is no bond: before a visa it must be posted
 * again. Otherwise the payer has the money, it counts as returned, and what is left goes on.
 */
export function outcomesOf(f: ReversalFacts): Result<readonly ReversalOutcome[], NotYet> {
  if (f.state === 'settled' || f.state === 'undone') return refused('wrong_state');
  if (f.money !== 'left') return refused('money_has_not_left');
  if (f.attemptUnderWay) return refused('attempt_under_way');
  const nothingSecuresTheVisa =
    f.bondState === 'held' && f.caseState === 'bond_posted' && f.heldMinor === 0n;
  return ok(nothingSecuresTheVisa ? ['post_again'] : ['accepted']);
}

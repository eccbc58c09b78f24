import { isZero, type Money } from '#kernel';
import type { DifferenceSubject } from './difference.ts';

/** By which row of the chart it is booked. */
type StepCode = 'payout' | 'payout_returned' | 'topped_up' | 'cost' | 'cost_returned';

interface MovementStep {
  /** What it names itself by in the books: the movement, or its fee. */
  readonly of: 'moved' | 'fee';
  readonly code: StepCode;
  /** Above zero. */
  readonly amount: Money;
}

/** Out of the balance and into it. Money of a top-up that goes back does what a payout does. */
const CODES: Readonly<
  Partial<Record<DifferenceSubject, readonly [out: StepCode, into: StepCode]>>
> = {
  payout: ['payout', 'payout_returned'],
  top_up: ['payout', 'topped_up'],
};
const COSTS = ['cost', 'cost_returned'] as const;

/** How a movement is booked that is no payment, refund or dispute: what belongs to nobody else is the operator's. */
export function stepsOf(
  subject: DifferenceSubject,
  { amount, fee }: { readonly amount: Money; readonly fee: Money },
): MovementStep[] {
  const [out, into] = CODES[subject] ?? COSTS;
  return [
    step('moved', amount.minor < 0n ? out : into, amount),
    step('fee', fee.minor > 0n ? 'cost' : 'cost_returned', fee),
  ].filter((made) => !isZero(made.amount));
}

const step = (of: MovementStep['of'], code: StepCode, m: Money): MovementStep => ({
  ...{ of, code },
  amount: m.minor < 0n ? { ...m, minor: -m.minor } : m,
});

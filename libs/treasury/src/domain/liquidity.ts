import { addMoney, compareMoney, isBefore, subtractMoney, type Instant, type Money } from '#kernel';

/** So many days ahead it is looked which bonds may go back. */
export const DAYS_AHEAD = 30;
/** What was told longer ago says nothing any more; it is asked for once an hour. */
const TOLD_WITHIN = { hours: 3 };

/** `short`: what is to be sent now is not all there; `short_soon`: nor is what may be within the days ahead. */
export type LiquidityStanding = 'enough' | 'short' | 'short_soon' | 'not_known';

/** One currency's money for refunds by the processor, which pays them from what is available there. */
export interface Liquidity {
  /** What the processor last told; null when it never has. */
  readonly told: {
    readonly at: Instant;
    readonly available: Money;
    readonly pending: Money;
  } | null;
  /** Refunds that were decided and are not sent. */
  readonly due: Money;
  /** Bonds that may go back by themselves within the days ahead. */
  readonly soon: Money;
}

export function standingOf({ told, due, soon }: Liquidity, now: Instant): LiquidityStanding {
  if (!told || isBefore(told.at, now.subtract(TOLD_WITHIN))) return 'not_known';
  if (compareMoney(told.available, due) < 0) return 'short';
  return compareMoney(told.available, addMoney(due, soon)) < 0 ? 'short_soon' : 'enough';
}

/** How much must be paid in for all that is due and may be due; null when nothing is missing or known. */
export function missingOf(liquidity: Liquidity, now: Instant): Money | null {
  const standing = standingOf(liquidity, now);
  if (standing === 'enough' || standing === 'not_known') return null;
  const { told, due, soon } = liquidity;
  return subtractMoney(addMoney(due, soon), told!.available);
}

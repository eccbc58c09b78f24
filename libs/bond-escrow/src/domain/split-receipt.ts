import type { Money } from '#kernel';

interface Receipt {
  /** What the bond asks for. */
  readonly bondAmount: Money;
  /** What its account holds by now, what is reserved included. */
  readonly alreadyHeld: Money;
  readonly received: Money;
  /** False when the bond may take no money at all: unknown, lapsed, withdrawn or over (R6). */
  readonly bondMayTake: boolean;
}

interface Split {
  /** Minor units of the currency received. */
  readonly toBond: bigint;
  readonly toSuspense: bigint;
}

/**
 * How much of a payment its bond takes: what is missing and no more. The rest waits in suspense for
 * an officer, as does money in another currency, so that nothing is refused and nothing lost (R6).
 */
export function splitReceipt({ bondAmount, alreadyHeld, received, bondMayTake }: Receipt): Split {
  const fits =
    bondMayTake &&
    received.currency === bondAmount.currency &&
    alreadyHeld.currency === bondAmount.currency;
  const missing = fits ? bondAmount.minor - alreadyHeld.minor : 0n;
  const room = missing > 0n ? missing : 0n;
  const toBond = received.minor < room ? received.minor : room;
  return { toBond, toSuspense: received.minor - toBond };
}

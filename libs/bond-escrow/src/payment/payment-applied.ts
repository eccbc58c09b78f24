import type { CaseRow } from '#application';
import type { Money } from '#kernel';
import type { Bond } from '../bond/bond.entity.ts';
import type { NotForBond } from '../domain/decide-payment.ts';

/** Money that went to suspense and is certainly too much: a rule may return it. */
export interface Surplus {
  readonly receivedPaymentId: string;
  /** pi_…, or the customer (cus_…) to whose account it came. */
  readonly processorPaymentId: string;
  readonly amount: Money;
  /** Locked, like the case. */
  readonly bond: Bond;
  readonly theCase: CaseRow;
}

/** Money that waits for a person. */
export interface InSuspense {
  readonly receivedPaymentId: string;
  readonly amount: Money;
  readonly why: NotForBond;
}

export type PaymentApplied =
  /** The row moved since the fact was fetched: nothing was done. */
  | { readonly outcome: 'stale' }
  | {
      readonly outcome: 'applied';
      /** Null when the fact is about no payment of ours. */
      readonly bondId: string | null;
      readonly becameHeld: boolean;
      readonly surplus?: Surplus;
      readonly suspense?: InSuspense;
    };

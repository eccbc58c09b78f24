import type { Instant } from '#kernel';
import type { NotForBond } from './decide-payment.ts';
import { isBooked, type PaymentState } from './payment.lifecycle.ts';

interface Arrived {
  readonly state: PaymentState;
  readonly receivedPaymentId: string | null;
}
interface NotCounted {
  readonly receivedPaymentId: string;
  readonly why: NotForBond;
  /** People may have made it count after all. */
  readonly outcome?: string | null;
}

/** The payment that posted the bond, and no other that arrived; null until it did. */
export function receiptOf<P extends Arrived>(
  {
    bond,
    payments,
  }: { readonly bond: { readonly heldAt: Instant | null }; readonly payments: readonly P[] },
  notCounted: readonly NotCounted[],
): P | null {
  if (!bond.heldAt) return null;
  // Of a payment beyond the bond a part counted.
  const others = notCounted.filter((n) => n.why !== 'more_than_asked' && n.outcome !== 'counted');
  const isOther = (p: P) => others.some((n) => n.receivedPaymentId === p.receivedPaymentId);
  return payments.findLast((p) => isBooked(p.state) && !isOther(p)) ?? null;
}

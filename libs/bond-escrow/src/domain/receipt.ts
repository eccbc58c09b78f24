import {
  bookedStates,
  type BondView,
  type NotCounted,
  type PaymentState,
  type PaymentView,
} from '#bond-escrow';

const booked: readonly PaymentState[] = bookedStates;

/** The payment that posted the bond, and no other that arrived; null until it did. */
export function receiptOf(
  { bond, payments }: BondView,
  notCounted: readonly NotCounted[],
): PaymentView | null {
  if (!bond.heldAt) return null;
  const others = notCounted.filter((n) => n.why !== 'more_than_asked');
  const isOther = (p: PaymentView) =>
    others.some((n) => n.receivedPaymentId === p.receivedPaymentId);
  return payments.findLast((p) => booked.includes(p.state) && !isOther(p)) ?? null;
}

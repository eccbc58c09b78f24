/** Whole early fraud warnings. */
import type Stripe from 'stripe';

export function earlyFraudWarning(id: string, charge: Stripe.Charge, created: number) {
  return {
    id,
    object: 'radar.early_fraud_warning',
    actionable: !charge.disputed && !charge.refunded,
    charge: charge.id,
    created,
    fraud_type: 'made_with_stolen_card',
    livemode: false,
    ...(charge.payment_intent ? { payment_intent: charge.payment_intent } : {}),
  } satisfies Stripe.Radar.EarlyFraudWarning;
}

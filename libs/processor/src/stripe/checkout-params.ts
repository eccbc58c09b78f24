import type { PaymentWay } from '#kernel';
import type Stripe from 'stripe';
import type { OpenCheckout } from '../processor.port.ts';
import { toStripe } from './amounts.ts';

/** What Stripe calls each way to pay. */
export const METHOD = {
  card: 'card',
  bank_debit: 'us_bank_account',
  bank_transfer: 'customer_balance',
} as const satisfies Record<PaymentWay, string>;
const BY_TRANSFER = {
  customer_balance: {
    funding_type: 'bank_transfer',
    bank_transfer: { type: 'us_bank_transfer' },
  },
} as const;

/** The same for the same payment, to the letter: Stripe refuses a key that comes with other words. */
export function checkoutParams(p: OpenCheckout): Stripe.Checkout.SessionCreateParams | undefined {
  const price = toStripe(p.amount);
  if (!price) return undefined;
  const metadata = { ...p.metadata, payment_id: p.paymentId };
  return {
    mode: 'payment',
    allowed_payment_method_types: [METHOD[p.way]],
    ...(p.customerId && { customer: p.customerId }),
    ...(p.way === 'bank_transfer' && { payment_method_options: BY_TRANSFER }),
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: price.currency,
          unit_amount: price.amount,
          product_data: { name: p.description },
        },
      },
    ],
    client_reference_id: p.paymentId,
    metadata,
    payment_intent_data: { metadata, description: p.description },
    success_url: p.successUrl,
    cancel_url: p.cancelUrl,
    locale: p.locale,
    expires_at: Math.floor(p.expiresAt.epochMilliseconds / 1000),
  };
}

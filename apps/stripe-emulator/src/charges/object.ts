/** Whole charges. */
import type Stripe from 'stripe';

import type { Card } from '../payment-methods/cards.ts';
import { fingerprint } from '../payment-methods/object.ts';

interface NewCharge {
  id: string;
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  /** The card that was charged, if it was one. */
  card?: Card | undefined;
  isAuthenticated?: boolean;
  /** The bank has not answered yet. */
  isPending?: boolean;
  failure?: { code: string; message: string; reason: string } | null;
  created: number;
}

export function charge(given: NewCharge) {
  const { id, intent, method, created } = given;
  const failure = given.failure ?? null;
  const isPending = given.isPending ?? false;
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: failure ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: method.type === 'card' ? 'STRIPE EMULATOR' : null,
    captured: !failure,
    created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcome(failure?.reason ?? null),
    paid: !failure && !isPending,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(given),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: failure ? 'failed' : isPending ? 'pending' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

function detailsOf(given: NewCharge): Stripe.Charge.PaymentMethodDetails {
  const { card, method } = given;
  if (card) return { card: chargedCard({ ...given, card }), type: 'card' };
  if (!method.us_bank_account) return { customer_balance: {}, type: 'customer_balance' };
  const { account_holder_type, account_type, bank_name, fingerprint, last4, routing_number } =
    method.us_bank_account;
  return {
    type: 'us_bank_account',
    us_bank_account: {
      ...{ account_holder_type, account_type, bank_name, last4, routing_number },
      fingerprint,
      payment_reference: null,
    },
  };
}

function outcome(declineReason: string | null) {
  return {
    advice_code: declineReason ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: declineReason ? 'declined_by_network' : 'approved_by_network',
    reason: declineReason,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: declineReason ? 'The bank returned a decline.' : 'Payment complete.',
    type: declineReason ? 'issuer_declined' : 'authorized',
  } satisfies Stripe.Charge.Outcome;
}

type CardCharge = NewCharge & { card: Card };

function chargedCard({ card, intent, method, failure, isAuthenticated }: CardCharge) {
  return {
    amount_authorized: failure ? null : intent.amount,
    authorization_code: null,
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: method.card?.exp_month ?? 1,
    exp_year: method.card?.exp_year ?? 2030,
    extended_authorization: { status: 'disabled' },
    fingerprint: fingerprint(card),
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.number.slice(-4),
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: isAuthenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  } satisfies Stripe.Charge.PaymentMethodDetails.Card;
}

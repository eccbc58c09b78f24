/** Whole dispute objects. */
import type Stripe from 'stripe';

interface NewDispute {
  id: string;
  charge: Stripe.Charge;
  amount: number;
  reason: string;
  /** The bank only asks: nothing is taken, and the charge may still be refunded. */
  isInquiry: boolean;
  /** The bank hears nobody, so there is no time to answer. */
  isFinal: boolean;
  created: number;
}

/** Time to answer: a week, as short as some banks give. */
const ANSWER_WITHIN_SECONDS = 7 * 24 * 60 * 60;

export function dispute(wish: NewDispute) {
  const { id, charge, amount, reason, isInquiry, isFinal, created } = wish;
  const card = charge.payment_method_details?.card;
  return {
    id,
    object: 'dispute',
    amount,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: isFinal ? 0 : created + ANSWER_WITHIN_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    ...(card && {
      payment_method_details: {
        card: {
          brand: card.brand ?? 'visa',
          case_type: isInquiry ? ('inquiry' as const) : ('chargeback' as const),
          network: card.network ?? 'visa',
          network_reason_code: reason === 'product_not_received' ? '13.1' : '10.4',
        },
        type: 'card' as const,
      },
    }),
    reason,
    status: isInquiry ? 'warning_needs_response' : 'needs_response',
  } satisfies Stripe.Dispute;
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

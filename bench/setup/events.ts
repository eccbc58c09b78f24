// Signed events as the processor sends them: a whole completed session in each, of its usual size.
import { createHmac, randomUUID } from 'node:crypto';
import { WEBHOOK_SECRET } from './world.ts';

export interface EventOf {
  readonly eventId: string;
  readonly sessionId: string;
  readonly paymentId: string;
}

export function someEvent(): EventOf {
  const [a, b] = [randomUUID(), randomUUID()].map((id) => id.replaceAll('-', ''));
  return { eventId: `evt_${a}`, sessionId: `cs_test_${b}`, paymentId: randomUUID() };
}

const sessionOf = ({ sessionId, paymentId }: EventOf, created: number) => ({
  id: sessionId,
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  amount_subtotal: 1_000_000,
  amount_total: 1_000_000,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  cancel_url: 'https://portal.example/cases/VB-7K3M-9Q2X',
  client_reference_id: paymentId,
  collected_information: { shipping_details: null },
  consent: null,
  consent_collection: null,
  created,
  currency: 'usd',
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null },
  customer: null,
  customer_creation: 'if_required',
  customer_details: {
    address: { city: null, country: 'US', line1: null, line2: null, postal_code: null },
    email: 'payer@example.org',
    name: 'Ada Example',
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  },
  discounts: [],
  expires_at: created + 86_400,
  invoice: null,
  invoice_creation: { enabled: false, invoice_data: { description: null, metadata: {} } },
  livemode: false,
  locale: 'en',
  metadata: { payment_id: paymentId },
  mode: 'payment',
  payment_intent: `pi_${sessionId.slice(8)}`,
  payment_method_collection: 'if_required',
  payment_method_options: { card: { request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  payment_status: 'paid',
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: 'complete',
  submit_type: null,
  subscription: null,
  success_url: 'https://portal.example/cases/VB-7K3M-9Q2X?paid',
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted',
  url: null,
});

/** The request, byte for byte. Its signature is good for five minutes. */
export function signedRequest(event: EventOf): Buffer {
  const created = Math.floor(Date.now() / 1000);
  const sent = {
    id: event.eventId,
    object: 'event',
    api_version: '2026-06-24.preview',
    created,
    data: { object: sessionOf(event, created) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'checkout.session.completed',
  };
  const body = JSON.stringify(sent, null, 2); // the processor writes it so
  const mac = createHmac('sha256', WEBHOOK_SECRET).update(`${created}.${body}`).digest('hex');
  const head = [
    'POST /webhooks/stripe HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    'User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    `Stripe-Signature: t=${created},v1=${mac}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

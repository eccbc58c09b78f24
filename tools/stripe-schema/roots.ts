/** What the emulator needs from the SDK's types; everything else is left out to keep the schema small. */

/** Request bodies and queries, by the name the emulator's routes use. */
export const REQUESTS: Record<string, string> = {
  SessionCreate: 'Stripe.Checkout.SessionCreateParams',
  SessionRetrieve: 'Stripe.Checkout.SessionRetrieveParams',
  SessionList: 'Stripe.Checkout.SessionListParams',
  SessionExpire: 'Stripe.Checkout.SessionExpireParams',
  SessionListLineItems: 'Stripe.Checkout.SessionListLineItemsParams',
  PaymentIntentRetrieve: 'Stripe.PaymentIntentRetrieveParams',
  PaymentIntentList: 'Stripe.PaymentIntentListParams',
  ChargeRetrieve: 'Stripe.ChargeRetrieveParams',
  ChargeList: 'Stripe.ChargeListParams',
  RefundCreate: 'Stripe.RefundCreateParams',
  RefundRetrieve: 'Stripe.RefundRetrieveParams',
  RefundUpdate: 'Stripe.RefundUpdateParams',
  RefundCancel: 'Stripe.RefundCancelParams',
  RefundList: 'Stripe.RefundListParams',
  DisputeRetrieve: 'Stripe.DisputeRetrieveParams',
  DisputeList: 'Stripe.DisputeListParams',
  BalanceRetrieve: 'Stripe.BalanceRetrieveParams',
  BalanceTransactionRetrieve: 'Stripe.BalanceTransactionRetrieveParams',
  BalanceTransactionList: 'Stripe.BalanceTransactionListParams',
  EventRetrieve: 'Stripe.EventRetrieveParams',
  EventList: 'Stripe.EventListParams',
  WebhookEndpointCreate: 'Stripe.WebhookEndpointCreateParams',
  WebhookEndpointRetrieve: 'Stripe.WebhookEndpointRetrieveParams',
  WebhookEndpointUpdate: 'Stripe.WebhookEndpointUpdateParams',
  WebhookEndpointList: 'Stripe.WebhookEndpointListParams',
  CustomerCreate: 'Stripe.CustomerCreateParams',
  CustomerRetrieve: 'Stripe.CustomerRetrieveParams',
};

/** Resources that the emulator answers with, by the value of their `object` field. */
export const RESOURCES: Record<string, string> = {
  'checkout.session': 'Stripe.Checkout.Session',
  payment_intent: 'Stripe.PaymentIntent',
  charge: 'Stripe.Charge',
  refund: 'Stripe.Refund',
  dispute: 'Stripe.Dispute',
  balance: 'Stripe.Balance',
  balance_transaction: 'Stripe.BalanceTransaction',
  customer: 'Stripe.Customer',
  payment_method: 'Stripe.PaymentMethod',
  webhook_endpoint: 'Stripe.WebhookEndpoint',
};

/** Resources that occur inside those; any other resource of the SDK becomes "never emitted". */
export const INNER_RESOURCES = ['item', 'price', 'list'];

/** Event types whose envelope and object can be checked. */
export const EVENTS = [
  'charge.dispute.closed',
  'charge.dispute.created',
  'charge.dispute.funds_reinstated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.updated',
  'charge.failed',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'charge.updated',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.created',
  'payment_intent.canceled',
  'payment_intent.created',
  'payment_intent.payment_failed',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'refund.created',
  'refund.failed',
  'refund.updated',
];

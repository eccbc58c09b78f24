import { defineLifecycle, type EventOf, type PublicStatusOf, type StateOf } from '#kernel';

/** One try of the payer to post a bond: our row stands before the processor hears of it. */
export const paymentLifecycle = defineLifecycle({
  name: 'payment',
  initial: 'created',
  states: {
    created: { public: 'starting' },
    awaiting_payer: { public: 'open' },
    partially_funded: { public: 'open' },
    processing: { public: 'processing' },
    paid: { public: 'paid' },
    failed: { public: 'not_paid' },
    expired: { public: 'not_paid' },
    inquiry: { public: 'paid' },
    disputed: { public: 'disputed' },
    charged_back: { public: 'reversed' },
  },
  edges: [
    { event: 'session_opened', from: ['created'], to: 'awaiting_payer', by: ['payer', 'worker'] },
    {
      event: 'session_refused',
      from: ['created'],
      to: 'failed',
      by: ['processor'],
      guard: 'no session came of it',
    },
    {
      event: 'part_arrived',
      from: ['awaiting_payer'],
      to: 'partially_funded',
      by: ['processor'],
    },
    {
      event: 'processing_started',
      from: ['awaiting_payer'],
      to: 'processing',
      by: ['processor'],
    },
    {
      event: 'paid',
      // Late money is real: a payment that had failed or expired can still arrive.
      from: ['awaiting_payer', 'partially_funded', 'processing', 'expired', 'failed'],
      to: 'paid',
      by: ['processor'],
    },
    { event: 'failed', from: ['awaiting_payer', 'processing'], to: 'failed', by: ['processor'] },
    {
      event: 'expired',
      from: ['awaiting_payer', 'partially_funded', 'processing'],
      to: 'expired',
      by: ['processor'],
    },
    { event: 'inquiry_opened', from: ['paid'], to: 'inquiry', by: ['processor'] },
    { event: 'inquiry_closed', from: ['inquiry'], to: 'paid', by: ['processor'] },
    { event: 'disputed', from: ['paid'], to: 'disputed', by: ['processor'] },
    { event: 'dispute_won', from: ['disputed'], to: 'paid', by: ['processor'] },
    { event: 'dispute_lost', from: ['disputed'], to: 'charged_back', by: ['processor'] },
  ],
});

export type PaymentState = StateOf<typeof paymentLifecycle>;
export type PaymentEvent = EventOf<typeof paymentLifecycle>;
export type PaymentPublicStatus = PublicStatusOf<typeof paymentLifecycle>;

/** It may still become money: unknown counts, until the processor has told. */
export const unsettledStates = [
  'created',
  'awaiting_payer',
  'partially_funded',
  'processing',
] as const satisfies readonly PaymentState[];

/** Its money has arrived and was booked. */
export const bookedStates = [
  'paid',
  'inquiry',
  'disputed',
  'charged_back',
] as const satisfies readonly PaymentState[];

/** The payer has to act, and we can still end it. */
export const isWaiting = (state: PaymentState): boolean =>
  state === 'awaiting_payer' || state === 'partially_funded';
export const isUnsettled = (state: PaymentState): boolean =>
  (unsettledStates as readonly PaymentState[]).includes(state);
export const isBooked = (state: PaymentState): boolean =>
  (bookedStates as readonly PaymentState[]).includes(state);

import { expect, test } from '@jest/globals';
import { bookedStates, paymentLifecycle, unsettledStates } from './payment.lifecycle.ts';

// Written by hand from the rules, not from the table.
const expected: Record<string, string> = {
  'created session_opened': 'awaiting_payer',
  'created session_refused': 'failed',
  'awaiting_payer part_arrived': 'partially_funded',
  'awaiting_payer processing_started': 'processing',
  'awaiting_payer paid': 'paid',
  'awaiting_payer failed': 'failed',
  'awaiting_payer expired': 'expired',
  'partially_funded paid': 'paid',
  'partially_funded expired': 'expired',
  'processing paid': 'paid',
  'processing failed': 'failed',
  'processing expired': 'expired',
  'expired paid': 'paid',
  'failed paid': 'paid',
  'paid inquiry_opened': 'inquiry',
  'inquiry inquiry_closed': 'paid',
  'paid disputed': 'disputed',
  'disputed dispute_won': 'paid',
  'disputed dispute_lost': 'charged_back',
};

test('every edge leads where the rules say, and there is no other', () => {
  const found: Record<string, string> = {};
  for (const state of paymentLifecycle.states) {
    for (const event of paymentLifecycle.events) {
      const next = paymentLifecycle.next(state, event);
      if (next.ok) found[`${state} ${event}`] = next.value;
    }
  }
  expect(found).toEqual(expected);
});

test('a payment is unsettled, booked, or over without money, and never two of them', () => {
  const over = ['failed', 'expired'];
  expect([...unsettledStates, ...bookedStates, ...over].sort()).toEqual(
    [...paymentLifecycle.states].sort(),
  );
});

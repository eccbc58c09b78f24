import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { decideCash } from './decide-cash.ts';
import { paymentLifecycle } from './payment.lifecycle.ts';

const left = money(70_000n, 'USD');

test('what a transfer left over waits while its payment may take it, then it goes back', () => {
  const made = paymentLifecycle.states.map((paymentState) => {
    const d = decideCash({ paymentState, left, bookedMinor: 20_000n });
    return `${paymentState}: ${d.kind === 'book' ? `${d.amount.minor} ${d.why}` : d.kind}`;
  });
  expect(made).toEqual([
    'created: nothing',
    'awaiting_payer: nothing',
    'partially_funded: nothing',
    'processing: nothing',
    'paid: 50000 more_than_asked',
    'failed: 50000 not_used',
    'expired: 50000 not_used',
    'inquiry: 50000 more_than_asked',
    'disputed: 50000 more_than_asked',
    'charged_back: 50000 more_than_asked',
  ]);
});

test('what is booked is not booked again, and what a bank took back is known to the cent', () => {
  const paid = { paymentState: 'paid', left } as const;
  expect(decideCash({ ...paid, bookedMinor: 70_000n })).toEqual({ kind: 'nothing' });
  expect(decideCash({ ...paid, bookedMinor: 70_001n })).toEqual({
    ...{ kind: 'taken_back', amount: money(1n, 'USD') },
  });
});

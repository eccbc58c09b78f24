import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { stepsOf } from './movement-steps.ts';

const usd = (minor: number) => money(BigInt(minor), 'USD');

test.each([
  ['payout', -500, 0, ['moved payout 500']],
  ['payout', 500, 0, ['moved payout_returned 500']],
  ['payout', -500, 5, ['moved payout 500', 'fee cost 5']],
  ['top_up', 500, 0, ['moved topped_up 500']],
  ['top_up', -500, 0, ['moved payout 500']],
  ['processor_fee', -40, 0, ['moved cost 40']],
  ['other', 40, -1, ['moved cost_returned 40', 'fee cost_returned 1']],
  ['other', 0, 0, []],
] as const)('%s of %d with a fee of %d', (subject, amount, fee, expected) => {
  const steps = stepsOf(subject, { amount: usd(amount), fee: usd(fee) });
  expect(steps.map((s) => `${s.of} ${s.code} ${s.amount.minor}`)).toEqual(expected);
});

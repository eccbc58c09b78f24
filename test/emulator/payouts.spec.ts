/** The balance, what leaves it for our bank, and refunds that wait for it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, refusal, type Sandbox, storyOf } from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 1000 })));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

/** Card fee of 10,000 minor units: 320. */
const NET = 9680;

async function paid(payment_method = 'pm_card_visa'): Promise<string> {
  const { id } = await sandbox.stripe.paymentIntents.create({
    ...{ amount: 10_000, currency: 'usd', confirm: true, payment_method },
  });
  await sandbox.days(0);
  return id;
}
const sums = async () => {
  const { available, pending } = await sandbox.stripe.balance.retrieve();
  return [available[0]?.amount, pending[0]?.amount];
};
const payOut = (amount: number) => sandbox.stripe.payouts.create({ amount, currency: 'usd' });
const refund = (payment_intent: string, amount = 10_000) =>
  sandbox.stripe.refunds.create({ payment_intent, amount });

test('card money is pending for two days, unless the card is the one for that', async () => {
  await paid();
  expect(await sums()).toEqual([0, NET]);
  await sandbox.days(2);
  expect(await sums()).toEqual([NET, 0]);
  await paid('pm_card_bypassPending');
  expect(await sums()).toEqual([NET * 2, 0]);
});

test('a payout by hand takes what is available, no more, and arrives in two days', async () => {
  await paid('pm_card_bypassPending');
  expect(await refusal(payOut(NET + 1))).toMatchObject({
    ...{ status: 400, code: 'balance_insufficient' },
  });
  const made = await payOut(NET);
  expect(made).toMatchObject({ status: 'pending', automatic: false });
  expect(await sums()).toEqual([0, 0]);
  await sandbox.days(2);
  expect(await sandbox.stripe.payouts.retrieve(made.id)).toMatchObject({
    ...{ status: 'paid', reconciliation_status: 'not_applicable' },
  });
  expect(await storyOf(sandbox, made.id)).toEqual(['payout.created', 'payout.paid']);
  const filter = sandbox.stripe.balanceTransactions.list({ payout: made.id });
  expect(await refusal(filter)).toMatchObject({
    message: expect.stringContaining('only be filtered on automatic transfers'),
  });
});

test('a payout that fails or is cancelled comes back to the balance', async () => {
  await paid('pm_card_bypassPending');
  const failing = await payOut(5000);
  await sandbox.control('POST', `/payouts/${failing.id}/fail`);
  const stopped = await payOut(5000);
  await sandbox.stripe.payouts.cancel(stopped.id);
  expect(await sums()).toEqual([NET, 0]);
  const { data } = await sandbox.stripe.balanceTransactions.list({ limit: 4 });
  expect(data.map((row) => [row.type, row.reporting_category, row.net]).reverse()).toEqual([
    ['payout', 'payout', -5000],
    ['payout_failure', 'payout_reversal', 5000],
    ['payout', 'payout', -5000],
    ['payout_cancel', 'payout_reversal', 5000],
  ]);
});

test('automatic payouts leave every day and say what they hold', async () => {
  await sandbox.control('POST', '/payouts/schedule', { interval: 'daily' });
  await paid('pm_card_bypassPending');
  await sandbox.days(3);
  const { data } = await sandbox.stripe.payouts.list();
  expect(data.map((row) => [row.amount, row.automatic, row.status])).toEqual([[NET, true, 'paid']]);
  const [{ id = '' } = {}] = data;
  const held = await sandbox.stripe.balanceTransactions.list({ payout: id });
  expect(held.data.map((row) => row.type)).toEqual(['payout', 'charge']);
  expect((await storyOf(sandbox, id)).at(-1)).toBe('payout.reconciliation_completed');
});

test('with a limit, refunds draw on the balance: fees are missing until there is money again', async () => {
  await sandbox.control('POST', '/balance', { reserve: 0 });
  const first = await paid('pm_card_bypassPending');
  const waiting = await refund(first);
  expect(waiting).toMatchObject({ status: 'pending', pending_reason: 'insufficient_funds' });
  await paid('pm_card_bypassPending');
  const done = await sandbox.stripe.refunds.retrieve(waiting.id);
  expect(done).toMatchObject({ status: 'succeeded' });
  expect(await sums()).toEqual([2 * NET - 10_000, 0]);
});

test('a refund that has waited 45 days for the balance fails, and nothing was taken', async () => {
  const first = await paid('pm_card_bypassPending');
  await payOut(NET);
  await sandbox.control('POST', '/balance', { reserve: 0 });
  const { id } = await refund(first);
  await sandbox.days(45);
  const failed = await sandbox.stripe.refunds.retrieve(id);
  expect(failed).toMatchObject({ status: 'failed', failure_reason: 'insufficient_funds' });
  expect(failed).not.toHaveProperty('failure_balance_transaction');
  expect(await sums()).toEqual([0, 0]);
});

test('money of the payment itself serves its refund while it is on its way', async () => {
  await sandbox.control('POST', '/balance', { reserve: 320 });
  const made: Stripe.Refund = await refund(await paid());
  expect(made.status).toBe('succeeded');
});

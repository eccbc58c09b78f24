/** Whatever is asked, in whatever order: no charge gives back more than it took. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import Stripe from 'stripe';

import { aSandbox, type Sandbox } from './support.ts';

const AN_HOUR_SECONDS = 3600;
const CAPTURED = 1000;

let sandbox: Sandbox;
// The processor moves only when the test moves its clock, so the books can be read at rest.
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: AN_HOUR_SECONDS * 1000 })));
afterAll(() => sandbox.close());

const commands = fc.array(
  fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 700 }).map((amount) => ({ amount })), weight: 3 },
    { arbitrary: fc.constant({ rest: true as const }), weight: 1 },
    { arbitrary: fc.nat(20).map((fail) => ({ fail })), weight: 2 },
    { arbitrary: fc.nat(20).map((succeed) => ({ succeed })), weight: 1 },
    { arbitrary: fc.constant({ wait: true as const }), weight: 1 },
  ),
  { maxLength: 14 },
);
type Command = typeof commands extends fc.Arbitrary<(infer C)[]> ? C : never;

test('refunds that hold never exceed the charge, and every sum agrees', async () => {
  const cards = fc.constantFrom('visa' as const, 'refundLater' as const, 'refundFails' as const);
  await fc.assert(
    fc.asyncProperty(cards, commands, async (card, steps) => {
      await sandbox.control('POST', '/reset');
      const { id } = await sandbox.paid(card, CAPTURED);
      for (const step of steps) {
        await play(id, step);
        await checkBooks(id);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

async function play(intent: string, step: Command): Promise<void> {
  if ('wait' in step) {
    await sandbox.control('POST', '/clock', { advance_seconds: AN_HOUR_SECONDS + 1 });
    return;
  }
  if ('amount' in step || 'rest' in step) {
    const amount = 'amount' in step ? { amount: step.amount } : {};
    const asked = sandbox.stripe.refunds.create({ payment_intent: intent, ...amount });
    await asked.catch((error: unknown) => {
      // Refusals are part of the game; anything else is not.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    });
    return;
  }
  const isFailure = 'fail' in step;
  const from = isFailure ? ['succeeded', 'pending'] : ['pending'];
  const { data } = await sandbox.stripe.refunds.list({ limit: 100 });
  const able = data.filter((refund) => from.includes(String(refund.status)));
  const picked = able[('fail' in step ? step.fail : step.succeed) % Math.max(1, able.length)];
  if (picked) {
    await sandbox.control('POST', `/refunds/${picked.id}/${isFailure ? 'fail' : 'succeed'}`);
  }
}

async function checkBooks(intent: string): Promise<void> {
  const { stripe } = sandbox;
  const { data: refunds } = await stripe.refunds.list({ payment_intent: intent, limit: 100 });
  const { data: rows } = await stripe.balanceTransactions.list({ limit: 100 });
  const balance = await stripe.balance.retrieve();
  const [charge] = (await stripe.charges.list({ payment_intent: intent })).data;

  const held = sum(refunds.filter((refund) => refund.status !== 'failed').map((r) => r.amount));
  expect(held).toBeLessThanOrEqual(CAPTURED);
  expect(charge).toMatchObject({ amount_refunded: held, refunded: held === CAPTURED });
  const sent = rows.filter((row) => row.type !== 'charge').map((row) => row.net);
  expect(sum(sent)).toBe(held === 0 ? 0 : -held);
  const shown = [...balance.available, ...balance.pending].map((part) => part.amount);
  expect(sum(shown)).toBe(sum(rows.map((row) => row.net)));
  expect(await sandbox.control('GET', '/refunds')).toMatchObject({ over_refunded: [] });
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

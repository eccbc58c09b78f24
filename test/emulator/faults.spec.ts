/** Calls that fail on purpose, before their effect and after it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type Stripe from 'stripe';

import { aSandbox, refusal, type Sandbox, sdk } from './support.ts';

let sandbox: Sandbox;
let intent: Stripe.PaymentIntent;
beforeAll(async () => void (sandbox = await aSandbox({ delayMs: 3_600_000 })));
beforeEach(async () => {
  await sandbox.control('POST', '/reset');
  intent = await sandbox.paid();
});
afterAll(() => sandbox.close());

const plan = (fault: object) =>
  sandbox.control('POST', '/faults', { path: '/v1/refunds', ...fault });
const refund = (idempotencyKey = 'refund-1') =>
  sandbox.stripe.refunds.create({ payment_intent: intent.id, amount: 100 }, { idempotencyKey });
const made = async () => (await sandbox.stripe.refunds.list()).data.length;
/** What the journal says of the calls for refunds: status and whether it was said before. */
const calls = async () => {
  const { calls: all } = await sandbox.control<{ calls: Record<string, unknown>[] }>(
    ...(['GET', '/journal'] as const),
  );
  const posts = all.filter((call) => call['method'] === 'POST' && call['path'] === '/v1/refunds');
  return posts.map((call) => [call['status'], call['replayed'], call['fault']]);
};

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a 500 %s the effect is kept under its key and said again', async (when, count) => {
  await plan({ when, method: 'POST' });
  expect(await refusal(refund())).toMatchObject({ type: 'StripeAPIError', status: 500 });
  expect(await refusal(refund())).toMatchObject({ status: 500 });
  expect(await made()).toBe(count);
  expect(await calls()).toEqual([
    [500, false, `error ${when}`],
    [500, true, undefined],
  ]);
  await refund('refund-2');
  expect(await made()).toBe(count + 1);
});

test.each([
  [429, 'StripeRateLimitError', 'rate_limit'],
  [409, 'StripeAPIError', 'lock_timeout'],
])('a %s is not kept: the same key may try again', async (status, type, code) => {
  await plan({ status, method: 'POST' });
  expect(await refusal(refund())).toMatchObject({ type, status, code });
  expect((await refund()).status).toBe('succeeded');
});

test.each(['reset', 'hang'] as const)(
  'an answer lost by %s is there under its key',
  async (does) => {
    await plan({ does, when: 'after', method: 'POST' });
    const impatient = sdk(sandbox, { timeout: 300, maxNetworkRetries: 0 });
    const params = { payment_intent: intent.id, amount: 100 };
    const asked = impatient.refunds.create(params, { idempotencyKey: 'refund-1' });
    // A cut connection is tried once more by the SDK itself, whatever it was told.
    if (does === 'reset') expect((await asked).amount).toBe(100);
    else expect(await refusal(asked)).toMatchObject({ type: 'StripeConnectionError' });
    expect((await refund()).lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await made()).toBe(1);
  },
);

test('before the effect, neither a cut nor a silence leaves anything', async () => {
  await plan({ does: 'hang', method: 'POST' });
  const impatient = sdk(sandbox, { timeout: 300, maxNetworkRetries: 0 });
  await expect(impatient.refunds.create({ payment_intent: intent.id })).rejects.toThrow();
  expect(await made()).toBe(0);
});

test('a body that is not Stripe’s comes with a good status', async () => {
  await plan({ does: 'wrong_body', method: 'POST' });
  const odd: unknown = await refund();
  expect(odd).toMatchObject({ message: 'Not Found' });
  expect(odd).not.toHaveProperty('id');
});

test('faults can be meant for many calls, and taken back', async () => {
  await plan({ path: '/v1/ref*', times: 5, status: 503 });
  expect(await refusal(sandbox.stripe.refunds.list())).toMatchObject({ status: 503 });
  expect(await sandbox.control('GET', '/faults')).toMatchObject({ faults: [{ times: 4 }] });
  await fetch(`${sandbox.url}/_emulator/faults`, { method: 'DELETE' });
  expect(await made()).toBe(0);
  await expect(plan({ does: 'explode' })).rejects.toThrow('does must be one of');
  await expect(plan({ status: 418 })).rejects.toThrow('status must be one of');
});

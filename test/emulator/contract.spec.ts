/** The contract's questions about refunds, keys, lists and events; see contract.ts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import Stripe from 'stripe';

import { type Contract, openContract, PATIENCE_MS } from './contract.ts';
import { chargeOf, refusal, until } from './support.ts';

let contract: Contract;
let stripe: Stripe;
const paid = (amount?: number) => contract.paid(amount);

beforeAll(async () => {
  contract = await openContract();
  ({ stripe } = contract);
});
afterAll(() => contract.close());

test(
  'a refund of all succeeds at once, and a second one is refused',
  async () => {
    const intent = await paid();
    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      metadata: { disbursement_id: 'd-1' },
    });
    expect(refund).toMatchObject({
      amount: 10_000,
      charge: chargeOf(intent).id,
      metadata: { disbursement_id: 'd-1' },
      reason: null,
      status: 'succeeded',
      destination_details: { type: 'card', card: { type: 'refund', reference_status: 'pending' } },
    });
    expect(refund).not.toHaveProperty('livemode');
    const charge = await stripe.charges.retrieve(chargeOf(intent).id);
    expect(charge).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect(await refusal(stripe.refunds.create({ charge: charge.id }))).toMatchObject({
      status: 400,
      code: 'charge_already_refunded',
      message: `Charge ${charge.id} has already been refunded.`,
    });
  },
  PATIENCE_MS,
);

test(
  'partial refunds add up to the charge and not a cent more',
  async () => {
    const intent = await paid();
    const part = { payment_intent: intent.id, amount: 7000 };
    await stripe.refunds.create(part);
    expect(await refusal(stripe.refunds.create({ ...part, amount: 4000 }))).toMatchObject({
      status: 400,
      code: undefined,
      param: 'amount',
      message: 'Refund amount ($40.00) is greater than unrefunded amount on charge ($30.00)',
    });
    await stripe.refunds.create({ ...part, amount: 3000 });
    const listed = await stripe.refunds.list({ payment_intent: intent.id });
    expect(listed.data.map((refund) => refund.amount)).toEqual([3000, 7000]);
    const byCharge = await stripe.refunds.list({ charge: chargeOf(intent).id, limit: 1 });
    expect(byCharge.data.map((refund) => refund.amount)).toEqual([3000]);
    expect(byCharge.has_more).toBe(true);
  },
  PATIENCE_MS,
);

test(
  'wrong refund requests are refused, each in its own words',
  async () => {
    const { id } = await paid();
    const ask = (params: object) => refusal(stripe.refunds.create(params));
    expect(await ask({})).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^One of the following params should be provided/),
    });
    expect(await ask({ charge: 'ch_none' })).toMatchObject({
      ...{ status: 404, code: 'resource_missing' },
    });
    expect(await ask({ payment_intent: id, amount: 0 })).toMatchObject({
      ...{ status: 400, code: 'parameter_invalid_integer', param: 'amount' },
    });
    expect(await ask({ payment_intent: id, amount: 'ten' })).toMatchObject({
      ...{ status: 400, code: 'parameter_invalid_integer', param: 'amount' },
    });
    expect(await ask({ payment_intent: id, reason: 'forfeited' })).toMatchObject({
      ...{ status: 400, param: 'reason' },
      message: expect.stringContaining('duplicate, fraudulent, or requested_by_customer'),
    });
    expect(await ask({ payment_intent: id, bond: 'b-1' })).toMatchObject({
      ...{ status: 400, code: 'parameter_unknown', param: 'bond' },
    });
    expect((await stripe.refunds.list({ payment_intent: id })).data).toEqual([]);
  },
  PATIENCE_MS,
);

test('a succeeded card refund cannot be cancelled', async () => {
  const { id } = await stripe.refunds.create({ payment_intent: (await paid()).id });
  expect(await refusal(stripe.refunds.cancel(id))).toMatchObject({ status: 400 });
});

test('payment_method_types is refused in favour of the allowed types', async () => {
  const params = {
    ...{ mode: 'payment', success_url: 'https://example.org', payment_method_types: ['card'] },
  };
  const answer = await refusal(stripe.checkout.sessions.create(params));
  expect(answer).toMatchObject({
    ...{ status: 400, code: 'payment_method_types_no_longer_supported' },
  });
});

test(
  'the same key gives the same refund; with other parameters it is refused',
  async () => {
    const { id } = await paid();
    const idempotencyKey = `disbursement:${randomUUID()}`;
    const ask = (amount: number) =>
      stripe.refunds.create({ payment_intent: id, amount }, { idempotencyKey });
    const first = await ask(4000);
    const again = await ask(4000);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(again.lastResponse.idempotencyKey ?? idempotencyKey).toBe(idempotencyKey);
    expect(await refusal(ask(5000))).toMatchObject({ type: 'StripeIdempotencyError', status: 400 });
    expect((await stripe.refunds.list({ payment_intent: id })).data).toHaveLength(1);
  },
  PATIENCE_MS,
);

test(
  'metadata is merged: new keys join, an empty value removes its key',
  async () => {
    const refund = await stripe.refunds.create({
      payment_intent: (await paid()).id,
      metadata: { kept: '1', dropped: '2' },
    });
    const updated = await stripe.refunds.update(refund.id, {
      metadata: { dropped: '', added: 'é&=' },
    });
    expect(updated.metadata).toEqual({ kept: '1', added: 'é&=' });
    const tooLong = { metadata: { key: 'x'.repeat(501) } };
    expect(await refusal(stripe.refunds.update(refund.id, tooLong))).toMatchObject({ status: 400 });
  },
  PATIENCE_MS,
);

test(
  'answers expand to four levels and refuse what is no object',
  async () => {
    const { id } = await stripe.refunds.create({ payment_intent: (await paid()).id });
    const refund = await stripe.refunds.retrieve(id, {
      expand: ['charge.payment_intent.latest_charge', 'balance_transaction'],
    });
    expect(refund).toMatchObject({
      balance_transaction: { object: 'balance_transaction', type: 'refund', amount: -10_000 },
      charge: { payment_intent: { latest_charge: { object: 'charge' } } },
    });
    expect(await refusal(stripe.refunds.retrieve(id, { expand: ['amount'] }))).toMatchObject({
      ...{ status: 400, message: 'This property cannot be expanded (amount).' },
    });
    const deep = ['charge.payment_intent.latest_charge.payment_intent.latest_charge'];
    expect(await refusal(stripe.refunds.retrieve(id, { expand: deep }))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining('more than 4 levels') },
    });
    const list = await stripe.refunds.list({ limit: 1, expand: ['data.charge'] });
    expect(list.data[0]).toMatchObject({ charge: { object: 'charge' } });
  },
  PATIENCE_MS,
);

test(
  'lists page both ways and refuse limits beyond a hundred',
  async () => {
    const { id } = await paid();
    const made: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      made.unshift((await stripe.refunds.create({ payment_intent: id, amount: 100 })).id);
    }
    const ids = (list: Stripe.ApiList<Stripe.Refund>) => list.data.map((refund) => refund.id);
    const filter = { payment_intent: id };
    const first = await stripe.refunds.list({ ...filter, limit: 2 });
    expect([ids(first), first.has_more]).toEqual([made.slice(0, 2), true]);
    const next = await stripe.refunds.list({ ...filter, limit: 2, starting_after: made[1] });
    expect([ids(next), next.has_more]).toEqual([made.slice(2), false]);
    const back = await stripe.refunds.list({ ...filter, limit: 1, ending_before: made[2] });
    expect([ids(back), back.has_more]).toEqual([[made[1]], true]);
    expect(await refusal(stripe.refunds.list({ limit: 101 }))).toMatchObject({
      ...{ status: 400, param: 'limit' },
    });
    const all: string[] = [];
    for await (const refund of stripe.refunds.list({ ...filter, limit: 1 })) all.push(refund.id);
    expect(all).toEqual(made);
  },
  PATIENCE_MS,
);

test(
  'events of a refund carry the request that caused them',
  async () => {
    const idempotencyKey = `disbursement:${randomUUID()}`;
    const refund = await stripe.refunds.create(
      { payment_intent: (await paid()).id },
      { idempotencyKey },
    );
    const event = await until(async () => {
      const { data } = await stripe.events.list({ types: ['refund.created'], limit: 10 });
      return data.find((one) => (one.data.object as Stripe.Refund).id === refund.id);
    });
    expect(event).toMatchObject({
      object: 'event',
      api_version: Stripe.API_VERSION,
      livemode: false,
      request: { id: refund.lastResponse.requestId, idempotency_key: idempotencyKey },
    });
    expect((await stripe.events.retrieve(event.id)).type).toBe('refund.created');
  },
  PATIENCE_MS,
);

test('what does not exist is a 404 with its code', async () => {
  const missing = { status: 404, code: 'resource_missing' };
  expect(await refusal(stripe.refunds.retrieve('re_none'))).toMatchObject(missing);
  expect(await refusal(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject(missing);
  expect(await refusal(stripe.charges.retrieve('ch_none'))).toMatchObject(missing);
  expect(await refusal(stripe.customers.retrieve('cus_none'))).toMatchObject(missing);
  expect(await refusal(stripe.checkout.sessions.retrieve('cs_test_none'))).toMatchObject(missing);
  expect(await refusal(stripe.rawRequest('GET', '/v1/nowhere'))).toMatchObject({
    ...{ type: 'StripeInvalidRequestError', status: 404 },
    message: expect.stringMatching(/^Unrecognized request URL \(GET: \/v1\/nowhere\)/),
  });
});

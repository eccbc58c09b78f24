/** Whatever the emulator sends fits the SDK's own types exactly: nothing missing, nothing extra. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import {
  newValidators,
  type Node,
  stripeSchema,
} from '../../apps/stripe-emulator/src/http/schema.ts';
import { EVENTS, RESOURCES } from '../../tools/stripe-schema/roots.ts';
import {
  aSandbox,
  post,
  type Sandbox,
  submitCard,
  submitForm,
  goodForm,
  until,
} from './support.ts';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox()));
afterAll(() => sandbox.close());

const validatorOf = newValidators({});

function problems(schema: Node | undefined, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'anyOf')
    .map((error) => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
}

/** Answers as they are on the wire; the SDK would turn some texts into objects of its own. */
async function raw(path: string): Promise<{ object: string; data: { object: string }[] }> {
  const headers = { authorization: 'Bearer sk_test_emulator' };
  const reply = await fetch(`${sandbox.url}/v1/${path}`, { headers });
  expect(reply.status).toBe(200);
  return (await reply.json()) as { object: string; data: { object: string }[] };
}

/** Everything that can happen here, happens once. */
async function everything(): Promise<void> {
  const { stripe } = sandbox;
  await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['*'] });
  const customer = await stripe.customers.create({
    ...{ email: 'a@example.org', name: 'A', address: { city: 'Bamako', country: 'ML' } },
  });
  await sandbox.openSession({ customer: customer.id });
  const expired = await sandbox.openSession();
  await submitCard(expired, 'declined');
  await stripe.checkout.sessions.expire(expired.id);
  const challenged = await sandbox.openSession({ customer_creation: 'always' });
  await submitForm(challenged, { ...goodForm, number: '4000002760003184' });
  await post(`${challenged.url}/challenge`, { answer: 'reject' });
  await submitForm(challenged, { ...goodForm, number: '4000002760003184' });
  await post(`${challenged.url}/challenge`, { answer: 'confirm' });
  for (const card of ['visa', 'refundLater', 'refundFails'] as const) {
    const intent = await sandbox.paid(card);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 5000 });
    await stripe.refunds.update(refund.id, { metadata: { key: 'value' } });
  }
  for (const end of ['win', 'lose']) {
    const { id } = await sandbox.paid();
    const path = `/payment_intents/${id}/dispute`;
    const asked = await sandbox.control<{ id: string }>('POST', path, { inquiry: true });
    await sandbox.control('POST', `/disputes/${asked.id}/withdraw`);
    await sandbox.control('POST', `/disputes/${asked.id}/${end}`);
  }
  await sandbox.control('POST', '/payment_intents', { amount: 4000, currency: 'xof' });
  await until(async () => {
    const { data } = await stripe.refunds.list();
    const isTraced = data.some((refund) => refund.destination_details?.card?.reference);
    const statuses = new Set(data.map((refund) => refund.status));
    return isTraced && statuses.has('failed') && !statuses.has('pending');
  });
}

test('every resource and every event fits the schema, and every event type occurs', async () => {
  await everything();
  const lists = ['checkout/sessions', 'payment_intents', 'charges', 'refunds', 'disputes'];
  const seen = new Set<string>();
  const found: Record<string, string[]> = {};
  const check = (name: string, schema: Node | undefined, value: unknown) => {
    const list = problems(schema, value);
    if (list.length) found[name] = [...new Set([...(found[name] ?? []), ...list])];
  };
  const { resources, events } = stripeSchema();
  for (const path of [...lists, 'balance_transactions', 'webhook_endpoints']) {
    for (const row of (await raw(`${path}?limit=100`)).data) {
      check(row.object, resources[row.object], row);
      seen.add(row.object);
    }
  }
  const balance = await raw('balance');
  check('balance', resources['balance'], balance);
  const expanded = await raw(
    'checkout/sessions?limit=100&expand[]=data.line_items&expand[]=data.customer' +
      '&expand[]=data.payment_intent.payment_method&expand[]=data.payment_intent.latest_charge',
  );
  for (const row of expanded.data) check('expanded', resources['checkout.session'], row);

  const types = new Set<string>();
  const all = await raw('events?limit=100');
  for (const event of all.data as unknown as { type: string }[]) {
    check(event.type, events[event.type], event);
    types.add(event.type);
  }
  expect(found).toEqual({});
  const inner = ['balance', 'customer', 'payment_method'];
  expect([...seen, ...inner].sort()).toEqual(Object.keys(RESOURCES).sort());
  expect([...types].sort()).toEqual([...EVENTS].sort());
});

test('the check itself notices what is missing, extra or misspelt', async () => {
  const { data } = await raw('refunds?limit=1');
  const schema = stripeSchema().resources['refund'];
  const [refund] = data as unknown as Record<string, unknown>[];
  expect(problems(schema, refund)).toEqual([]);
  const { charge: _gone, ...without } = refund ?? {};
  expect(problems(schema, without)).toEqual([expect.stringContaining('"charge"')]);
  expect(problems(schema, { ...refund, livemode: false })).toEqual([
    expect.stringContaining('"livemode"'),
  ]);
  expect(problems(schema, { ...refund, pending_reason: 'holiday' })).toHaveLength(1);
});

/** Whatever the emulator sends fits the SDK's own types exactly: nothing missing, nothing extra. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import {
  newValidators,
  type Node,
  stripeSchema,
} from '../../apps/stripe-emulator/src/http/schema.ts';
import { EVENTS, RESOURCES } from '../../apps/stripe-emulator/schema/roots.ts';
import { everything } from './everything.ts';
import { aSandbox, type Sandbox } from './support.ts';

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

async function allEvents(): Promise<{ object: string }[]> {
  const events: { object: string; id?: string }[] = [];
  for (;;) {
    const last = events.at(-1)?.id;
    const page = await raw(`events?limit=100${last ? `&starting_after=${last}` : ''}`);
    if (page.data.length === 0) return events;
    events.push(...page.data);
  }
}

test('every resource and every event fits the schema, and every event type occurs', async () => {
  const customer = await everything(sandbox);
  const lists = [
    ...['checkout/sessions', 'payment_intents', 'charges', 'refunds', 'disputes', 'payouts'],
    ...['customers', 'radar/early_fraud_warnings', 'balance_transactions', 'webhook_endpoints'],
    'files',
    ...[`customers/${customer}/cash_balance_transactions`, `payment_methods?customer=${customer}`],
  ];
  const seen = new Set<string>();
  const found: Record<string, string[]> = {};
  const check = (name: string, schema: Node | undefined, value: unknown) => {
    const list = problems(schema, value);
    if (list.length) found[name] = [...new Set([...(found[name] ?? []), ...list])];
  };
  const { resources, events } = stripeSchema();
  for (const path of lists) {
    for (const row of (await raw(`${path}${path.includes('?') ? '&' : '?'}limit=100`)).data) {
      check(row.object, resources[row.object], row);
      seen.add(row.object);
    }
  }
  for (const path of ['balance', `customers/${customer}/cash_balance`]) {
    const row = await raw(path);
    check(row.object, resources[row.object], row);
    seen.add(row.object);
  }
  const expanded = await raw(
    'checkout/sessions?limit=100&expand[]=data.line_items&expand[]=data.customer' +
      '&expand[]=data.payment_intent.payment_method&expand[]=data.payment_intent.latest_charge',
  );
  for (const row of expanded.data) check('expanded', resources['checkout.session'], row);

  const types = new Set<string>();
  for (const event of (await allEvents()) as unknown as { type: string }[]) {
    check(event.type, events[event.type], event);
    types.add(event.type);
  }
  expect(found).toEqual({});
  expect([...seen].sort()).toEqual(Object.keys(RESOURCES).sort());
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

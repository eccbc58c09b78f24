import { Database, newId, PlatformModule, systemCtx } from '#platform';
import {
  EventInbox,
  InboxQueries,
  paymentsEntities,
  PaymentsModule,
  type Applied,
  type FactRouter,
  type ProcessorFact,
} from '#payments';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import Stripe from 'stripe';
import { startEmulator, type Emulator } from '../../apps/stripe-emulator/src/emulator.ts';
import { roleOf } from '../../migrations/logins.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const SECRET = 'whsec_new';
const ROLLED = 'whsec_old';

let db: TestDatabase;
let emulator: Emulator;
let api: TestingModule;
let worker: TestingModule;

beforeAll(async () => {
  db = await freshDatabase();
  emulator = await startEmulator({ port: 0, delayMs: 10 });
  [api, worker] = [await processOf('api'), await processOf('worker')];
});
afterAll(async () => {
  await api.close();
  await worker.close();
  await emulator.close();
  await db.drop();
});
beforeEach(async () => {
  await db.admin.query('truncate processor_event');
});

async function processOf(process: 'api' | 'worker', env: Record<string, string> = {}) {
  const config = testConfig(db.url(process), {
    STRIPE_SECRET_KEY: 'sk_test_inbox',
    STRIPE_API_BASE: emulator.url,
    STRIPE_WEBHOOK_SECRETS: `${SECRET},${ROLLED}`,
    ...env,
  });
  const entities = [...paymentsEntities];
  const imports = [PlatformModule.forRoot({ process, entities, config }), PaymentsModule];
  const quiet = () => undefined; // failures are made on purpose here
  const builder = Test.createTestingModule({ imports });
  builder.setLogger({ log: quiet, warn: quiet, error: quiet });
  return (await builder.compile()).init();
}

let events = 0;
const eventId = () => `evt_inbox${++events}`;
const anEvent = (more: object = {}) => ({
  id: eventId(),
  object: 'event',
  type: 'payment_intent.succeeded',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  api_version: '2026-10-28.endive',
  data: { object: { object: 'payment_intent', id: 'pi_none', receipt_email: 'ada@example.org' } },
  ...more,
});
function send(event: object, { secret = SECRET, timestamp = Math.floor(Date.now() / 1000) } = {}) {
  const payload = JSON.stringify(event);
  const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return api.get(EventInbox).accept(Buffer.from(payload), header);
}
async function rows(): Promise<Record<string, unknown>[]> {
  const found = await db.admin.query<Record<string, unknown>>(
    'select * from processor_event order by id',
  );
  return found.rows;
}
const calls = async (): Promise<string[]> => {
  const answer = await fetch(`${emulator.url}/_emulator/journal`);
  const journal = (await answer.json()) as { calls: { method: string; path: string }[] };
  return journal.calls.map((c) => `${c.method} ${c.path}`);
};

/** A paid payment at the processor, without our asking. */
async function paidPayment(metadata: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`${emulator.url}/_emulator/payment_intents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ amount: 5000, currency: 'usd', metadata }),
  });
  return ((await answer.json()) as { id: string }).id;
}

interface Told {
  readonly fact: ProcessorFact;
  readonly seen: number | null;
}
/** Answers as told, in turn, the last for ever; and keeps what it was given. */
function router(answers: readonly (Applied | Error)[], versions: readonly (number | null)[] = [1]) {
  const told: Told[] = [];
  const asked: unknown[] = [];
  const it: FactRouter = {
    versionOf: (ref) => {
      asked.push(ref);
      return Promise.resolve(versions[Math.min(asked.length, versions.length) - 1]!);
    },
    apply: (_tx, fact, seen) => {
      told.push({ fact, seen });
      const answer = answers[Math.min(told.length, answers.length) - 1]!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  return { it, told, asked };
}
const once = (r: FactRouter) => worker.get(EventInbox).pollOnce(r);

test('a signed event is stored before it is answered, without its body', async () => {
  const event = anEvent();
  expect(await send(event)).toEqual({ ok: true, value: { eventId: event.id, fresh: true } });
  expect(await send(event, { secret: ROLLED })).toEqual({
    ok: true,
    value: { eventId: event.id, fresh: false },
  });
  const [row, ...more] = await rows();
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    id: event.id,
    type: 'payment_intent.succeeded',
    object_id: 'pi_none',
    object_kind: 'payment_intent',
    api_version: '2026-10-28.endive',
    livemode: false,
    state: 'received',
    attempts: 0,
    problem: null,
  });
  expect((row!.body_sha256 as Buffer).length).toBe(32);
  expect(JSON.stringify(row)).not.toContain('ada@');
});

test('nothing is stored of what is not signed, too old or early, another mode or account', async () => {
  const now = Math.floor(Date.now() / 1000);
  expect(await send(anEvent(), { secret: 'whsec_guess' })).toEqual({
    ok: false,
    code: 'bad_signature',
  });
  expect(await send(anEvent(), { timestamp: now - 310 })).toMatchObject({ code: 'bad_signature' });
  expect(await send(anEvent(), { timestamp: now + 310 })).toMatchObject({ code: 'bad_signature' });
  expect(await send(anEvent({ livemode: true }))).toMatchObject({ code: 'wrong_mode' });
  expect(await send(anEvent({ account: 'acct_other' }))).toMatchObject({ code: 'wrong_mode' });
  expect(await send({ object: 'event' })).toMatchObject({ code: 'not_an_event' });
  expect(await rows()).toEqual([]);
});

test('a hundred deliveries of ten events at once are ten rows, each fresh once', async () => {
  const ten = Array.from({ length: 10 }, () => anEvent());
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => send(ten[n % 10]!)));
  expect(answers.filter((a) => a.ok && a.value.fresh)).toHaveLength(10);
  expect(await rows()).toHaveLength(10);
});

test('an event that cannot be stored fails alone, and is not answered as stored', async () => {
  await db.admin.query(
    `alter table processor_event add constraint odd check (type <> 'odd.one') not valid`,
  );
  const events = Array.from({ length: 9 }, (_, n) => anEvent(n === 4 ? { type: 'odd.one' } : {}));
  const answers = await Promise.allSettled(events.map((event) => send(event)));
  await db.admin.query('alter table processor_event drop constraint odd');
  expect(answers.flatMap((a, n) => (a.status === 'rejected' ? [n] : []))).toEqual([4]);
  expect((await rows()).map((x) => x.id).sort()).toEqual(
    events
      .filter((e) => e.type !== 'odd.one')
      .map((e) => e.id)
      .sort(),
  );
});

test('events about one object are fetched once and applied once, in one transaction', async () => {
  const ours = newId();
  const pi = await paidPayment({ payment_id: ours });
  const about = { data: { object: { object: 'payment_intent', id: pi } } };
  const charge = {
    object: 'charge',
    id: 'ch_1',
    payment_intent: pi,
    metadata: { payment_id: ours },
  };
  await send(anEvent(about));
  await send(anEvent({ type: 'charge.succeeded', data: { object: charge } }));
  await send(anEvent({ type: 'charge.updated', data: { object: charge } }));
  await send(anEvent({ type: 'payment_intent.created', ...about }));
  const before = (await calls()).length;
  const r = router(['applied'], [7]);
  expect(await once(r.it)).toBe(4);
  expect((await calls()).slice(before)).toEqual([
    'GET /v1/checkout/sessions',
    `GET /v1/payment_intents/${pi}`,
  ]);
  expect(r.asked).toEqual([
    { kind: 'payment', paymentId: ours, sessionId: null, processorPaymentId: pi },
  ]);
  expect(r.told).toEqual([
    {
      seen: 7,
      fact: expect.objectContaining({ kind: 'payment', status: 'paid', paymentId: ours }),
    },
  ]);
  const after = await rows();
  expect(after.map((x) => x.state)).toEqual(Array(4).fill('applied'));
  expect(after.map((x) => x.problem).filter(Boolean)).toEqual(['nothing_to_do']);
  expect(await once(r.it)).toBe(0);
});

test('stale: fetched again with what the fact told; always stale: later', async () => {
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  const r = router(['stale', 'applied'], [null, 3]);
  const before = (await calls()).length;
  await once(r.it);
  expect(r.told.map((t) => t.seen)).toEqual([null, 3]);
  expect((await calls()).slice(before)).toHaveLength(2 * 2);
  expect((await rows())[0]).toMatchObject({ state: 'applied', attempts: 1 });

  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  const never = router(['stale']);
  await once(never.it);
  expect(never.told).toHaveLength(3);
  expect((await rows()).find((x) => x.state === 'received')).toMatchObject({
    problem: 'row_keeps_moving',
    claimed_until: null,
  });
});

test('later and errors wait longer each time, and after twelve tries a person has it', async () => {
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  const r = router(['later', new TypeError('the amount of Ada is wrong')]);
  const waits: number[] = [];
  for (let tries = 1; tries <= 12; tries++) {
    expect(await once(r.it)).toBe(1);
    const [row] = await rows();
    expect(row!.attempts).toBe(tries);
    waits.push((row!.next_attempt_at as Date).getTime() - Date.now());
    if (tries < 12) expect(row!.state).toBe('received');
    await db.admin.query('update processor_event set next_attempt_at = clock_timestamp()');
  }
  expect(waits[3]!).toBeGreaterThan(waits[0]!);
  expect(waits[10]!).toBeGreaterThan(3_000_000);
  expect((await rows())[0]).toMatchObject({ state: 'failed', problem: 'TypeError' });
  expect(await once(r.it)).toBe(0);

  const desk = await worker
    .get(Database)
    .read(systemCtx('test'), (tx) => worker.get(InboxQueries).desk(tx, { limit: 10 }));
  expect(desk).toEqual([expect.objectContaining({ state: 'failed', problem: 'TypeError' })]);
  await worker
    .get(Database)
    .write(systemCtx('test'), (tx) => worker.get(EventInbox).tryAgain(tx, desk[0]!.id));
  const well = router(['applied']);
  expect(await once(well.it)).toBe(1);
  expect((await rows())[0]).toMatchObject({ state: 'applied', attempts: 1 });
});

test('what failed while something was broken is tried once more every hour, for a month', async () => {
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  const isBroken = router([new TypeError('broken')]);
  const failAgain = async () => {
    expect(await once(isBroken.it)).toBe(1);
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 12 });
  };
  await db.admin.query('update processor_event set attempts = 11');
  await failAgain();
  const inbox = worker.get(EventInbox);
  const age = (column: string, by: string) =>
    db.admin.query(`update processor_event set ${column} = clock_timestamp() - $1::interval`, [by]);
  expect(await inbox.retryFailed()).toBe(0);
  await age('processed_at', '61 minutes');
  expect(await inbox.retryFailed()).toBe(1);
  await failAgain();

  await age('processed_at', '61 minutes');
  await age('received_at', '31 days');
  expect(await inbox.retryFailed()).toBe(0);
  await age('received_at', '29 days');
  expect(await inbox.retryFailed()).toBe(1);
  expect(await once(router(['applied']).it)).toBe(1);
  expect((await rows())[0]).toMatchObject({ state: 'applied', problem: null });
});

test('what cannot be understood is parked with why, and seen', async () => {
  const odd = [
    anEvent({ type: 'brand.new' }),
    anEvent({ type: 'charge.dispute.created' }),
    anEvent({ data: { object: { object: 'payment_intent', id: 'pi_unknown' } } }),
    anEvent({ type: 'charge.updated', data: { object: { object: 'charge' } } }),
  ];
  for (const event of odd) await send(event);
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  await once(router([{ parked: 'not_ours' }]).it);
  const after = await rows();
  expect(after.map((x) => x.state)).toEqual(Array(5).fill('parked'));
  expect(after.map((x) => x.problem).sort()).toEqual([
    'needs_a_person',
    'no_object',
    'not_ours',
    'resource_missing',
    'unknown_type',
  ]);
  const counts = await worker
    .get(Database)
    .read(systemCtx('test'), (tx) => worker.get(InboxQueries).counts(tx));
  expect(counts).toEqual({ received: 0, applied: 0, parked: 5, failed: 0 });
});

test('the mark and what was applied stand or fall together', async () => {
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  await db.admin.query('create table if not exists effect (n int)');
  await db.admin.query(`grant insert on effect to ${roleOf('worker')}`);
  const half: FactRouter = {
    versionOf: () => Promise.resolve(null),
    apply: async (tx) => {
      await tx.query('insert into effect values (1)');
      throw new Error('died here');
    },
  };
  await once(half);
  expect((await db.admin.query('select * from effect')).rows).toEqual([]);
  expect((await rows())[0]).toMatchObject({ state: 'received', problem: 'Error' });
});

test('a worker that died leaves its events to the next, after the lease', async () => {
  const pi = await paidPayment();
  await send(anEvent({ data: { object: { object: 'payment_intent', id: pi } } }));
  await db.admin.query(
    `update processor_event set claimed_until = clock_timestamp() + interval '1 minute'`,
  );
  const r = router(['applied']);
  expect(await once(r.it)).toBe(0);
  await db.admin.query(
    `update processor_event set claimed_until = clock_timestamp() - interval '1 second'`,
  );
  expect(await once(r.it)).toBe(1);
  expect((await rows())[0]).toMatchObject({ state: 'applied', claimed_until: null });
});

test('two workers share a backlog: each event is applied, none is held up', async () => {
  const pis = await Promise.all(Array.from({ length: 12 }, () => paidPayment()));
  for (const id of pis) await send(anEvent({ data: { object: { object: 'payment_intent', id } } }));
  const [one, two] = [router(['applied']), router(['applied'])];
  const stop = new AbortController();
  const other = await processOf('worker');
  const running = [
    worker.get(EventInbox).poll(one.it, stop.signal),
    other.get(EventInbox).poll(two.it, stop.signal),
  ];
  for (let waited = 0; waited < 5_000; waited += 20) {
    const { rows: left } = await db.admin.query(
      `select 1 from processor_event where state = 'received'`,
    );
    if (left.length === 0) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  stop.abort();
  await Promise.all(running);
  await other.close();
  const told = [...one.told, ...two.told].map(
    (t) => (t.fact as { processorPaymentId: string }).processorPaymentId,
  );
  expect(told.filter((id) => pis.includes(id)).sort()).toEqual([...pis].sort());
  expect((await rows()).every((x) => x.state === 'applied')).toBe(true);
});

test('without a webhook, or after lost ones, events are listed: each is stored once', async () => {
  const pi = await paidPayment();
  const inbox = worker.get(EventInbox);
  await new Promise((done) => setTimeout(done, 60)); // until its charge has settled
  expect(await inbox.listFromProcessor()).toBeGreaterThan(0);
  expect(await inbox.listFromProcessor()).toBe(0);
  expect(await inbox.listFromProcessor({ undelivered: true })).toBe(0);
  const listed = (await rows()).filter((x) => x.object_id === pi);
  expect(listed.map((x) => x.type)).toContain('payment_intent.succeeded');
  expect(listed.every((x) => x.body_sha256 === null)).toBe(true);
  const r = router(['applied']);
  while ((await once(r.it)) > 0);
  expect(
    r.told.some((t) => 'processorPaymentId' in t.fact && t.fact.processorPaymentId === pi),
  ).toBe(true);
});

test('asking how an object stands goes the same way as news, and again when asked again', async () => {
  const pi = await paidPayment();
  const ask = () =>
    worker
      .get(Database)
      .write(systemCtx('test'), (tx) =>
        worker.get(EventInbox).lookUp(tx, { kind: 'payment', objectId: pi, ourId: null }),
      );
  const r = router(['applied']);
  await ask();
  await ask();
  expect(await once(r.it)).toBe(1);
  await ask();
  expect(await once(r.it)).toBe(1);
  expect(r.told.map((t) => t.fact)).toEqual([
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
  ]);
});

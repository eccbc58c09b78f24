// What becomes of an event that is stored: fetched, applied once, tried again, or given to a person.
import { Database, newId, systemCtx } from '#platform';
import { EventInbox, InboxQueries, type FactRouter } from '#processor';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { roleOf } from '../../migrations/logins.ts';
import { about, anEvent, DELIVERED, Deliveries, router } from '../support/world/events.ts';
import { World } from '../support/world/world.ts';

let world: World;
let events: Deliveries;

beforeAll(async () => {
  world = await World.start({ processes: ['api', 'worker'], env: DELIVERED, delayMs: 10 });
  events = new Deliveries(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));
beforeEach(async () => {
  await world.db.admin.query('truncate processor_event');
});

test('events about one object are fetched once and applied once, in one transaction', async () => {
  const ours = newId();
  const pi = await events.paidPayment({ payment_id: ours });
  const charge = {
    object: 'charge',
    id: 'ch_1',
    payment_intent: pi,
    metadata: { payment_id: ours },
  };
  await events.send(anEvent(about(pi)));
  await events.send(anEvent({ type: 'charge.succeeded', data: { object: charge } }));
  await events.send(anEvent({ type: 'charge.updated', data: { object: charge } }));
  await events.send(anEvent({ type: 'payment_intent.created', ...about(pi) }));
  const before = (await events.calls()).length;
  const r = router(['applied'], [7]);
  expect(await events.work(r.it)).toBe(4);
  expect((await events.calls()).slice(before)).toEqual([
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
  const after = await events.rows();
  expect(after.map((x) => x.state)).toEqual(Array(4).fill('applied'));
  expect(after.map((x) => x.problem).filter(Boolean)).toEqual(['nothing_to_do']);
  expect(await events.work(r.it)).toBe(0);
});

test('stale: fetched again with what the fact told; always stale: later', async () => {
  const pi = await events.paidAndTold();
  const r = router(['stale', 'applied'], [null, 3]);
  const before = (await events.calls()).length;
  await events.work(r.it);
  expect(r.told.map((t) => t.seen)).toEqual([null, 3]);
  expect((await events.calls()).slice(before)).toHaveLength(2 * 2);
  expect((await events.rows())[0]).toMatchObject({ state: 'applied', attempts: 1 });

  await events.send(anEvent(about(pi)));
  const never = router(['stale']);
  await events.work(never.it);
  expect(never.told).toHaveLength(3);
  expect((await events.rows()).find((x) => x.state === 'received')).toMatchObject({
    problem: 'row_keeps_moving',
    claimed_until: null,
  });
});

test('later and errors wait longer each time, and after twelve tries a person has it', async () => {
  await events.paidAndTold();
  const r = router(['later', new TypeError('the amount of Ada is wrong')]);
  const waits: number[] = [];
  for (let tries = 1; tries <= 12; tries++) {
    expect(await events.work(r.it)).toBe(1);
    const [row] = await events.rows();
    expect(row!.attempts).toBe(tries);
    waits.push((row!.next_attempt_at as Date).getTime() - Date.now());
    if (tries < 12) expect(row!.state).toBe('received');
    await world.db.admin.query('update processor_event set next_attempt_at = clock_timestamp()');
  }
  expect(waits[3]!).toBeGreaterThan(waits[0]!);
  expect(waits[10]!).toBeGreaterThan(3_000_000);
  expect((await events.rows())[0]).toMatchObject({ state: 'failed', problem: 'TypeError' });
  expect(await events.work(r.it)).toBe(0);

  const { rows: desk } = await world.worker
    .get(Database)
    .read(systemCtx('test'), (tx) => world.worker.get(InboxQueries).desk(tx));
  expect(desk).toEqual([expect.objectContaining({ state: 'failed', problem: 'TypeError' })]);
  await world.worker
    .get(Database)
    .write(systemCtx('test'), (tx) => world.worker.get(EventInbox).tryAgain(tx, desk[0]!.id));
  const well = router(['applied']);
  expect(await events.work(well.it)).toBe(1);
  expect((await events.rows())[0]).toMatchObject({ state: 'applied', attempts: 1 });
});

test('what failed while something was broken is tried once more every hour, for a month', async () => {
  await events.paidAndTold();
  const isBroken = router([new TypeError('broken')]);
  const failAgain = async () => {
    expect(await events.work(isBroken.it)).toBe(1);
    expect((await events.rows())[0]).toMatchObject({ state: 'failed', attempts: 12 });
  };
  await world.db.admin.query('update processor_event set attempts = 11');
  await failAgain();
  const inbox = world.worker.get(EventInbox);
  const age = (column: string, by: string) =>
    world.db.admin.query(
      `update processor_event set ${column} = clock_timestamp() - $1::interval`,
      [by],
    );
  expect(await inbox.retryFailed()).toBe(0);
  await age('processed_at', '61 minutes');
  expect(await inbox.retryFailed()).toBe(1);
  await failAgain();

  await age('processed_at', '61 minutes');
  await age('received_at', '31 days');
  expect(await inbox.retryFailed()).toBe(0);
  await age('received_at', '29 days');
  expect(await inbox.retryFailed()).toBe(1);
  expect(await events.work(router(['applied']).it)).toBe(1);
  expect((await events.rows())[0]).toMatchObject({ state: 'applied', problem: null });
});

test('what cannot be understood is parked with why, and seen', async () => {
  const odd = [
    anEvent({ type: 'brand.new' }),
    anEvent({ type: 'payout.failed' }),
    anEvent(about('pi_unknown')),
    anEvent({ type: 'charge.updated', data: { object: { object: 'charge' } } }),
  ];
  for (const event of odd) await events.send(event);
  await events.paidAndTold();
  await events.work(router([{ parked: 'not_ours' }]).it);
  const after = await events.rows();
  expect(after.map((x) => x.state)).toEqual(Array(5).fill('parked'));
  expect(after.map((x) => x.problem).sort()).toEqual([
    'needs_a_person',
    'no_object',
    'not_ours',
    'resource_missing',
    'unknown_type',
  ]);
  const counts = await world.worker
    .get(Database)
    .read(systemCtx('test'), (tx) => world.worker.get(InboxQueries).counts(tx));
  expect(counts).toEqual({ received: 0, parked: 5, failed: 0 });
});

test('the mark and what was applied stand or fall together', async () => {
  await events.paidAndTold();
  await world.db.admin.query('create table if not exists effect (n int)');
  await world.db.admin.query(`grant insert on effect to ${roleOf('worker')}`);
  const half: FactRouter = {
    versionOf: () => Promise.resolve(null),
    apply: async (tx) => {
      await tx.query('insert into effect values (1)');
      throw new Error('died here');
    },
  };
  await events.work(half);
  expect((await world.db.admin.query('select * from effect')).rows).toEqual([]);
  expect((await events.rows())[0]).toMatchObject({ state: 'received', problem: 'Error' });
});

test('a worker that died leaves its events to the next, after the lease', async () => {
  await events.paidAndTold();
  await world.db.admin.query(
    `update processor_event set claimed_until = clock_timestamp() + interval '1 minute'`,
  );
  const r = router(['applied']);
  expect(await events.work(r.it)).toBe(0);
  await world.db.admin.query(
    `update processor_event set claimed_until = clock_timestamp() - interval '1 second'`,
  );
  expect(await events.work(r.it)).toBe(1);
  expect((await events.rows())[0]).toMatchObject({ state: 'applied', claimed_until: null });
});

test('who works at a batch for long keeps it; who has died leaves it within half a minute', async () => {
  await events.paidAndTold();
  const until = async () => (await events.rows())[0]!.claimed_until as Date | null;
  let [first, later]: (Date | null)[] = [null, null];
  const slow: FactRouter = {
    versionOf: () => Promise.resolve(null),
    apply: async () => {
      first = await until();
      for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) {
        later = await until();
        if (later! > first!) break;
      }
      return 'applied';
    },
  };
  const began = Date.now();
  expect(await events.work(slow)).toBe(1);
  expect(first!.getTime() - began).toBeLessThan(30_000);
  expect(later!.getTime()).toBeGreaterThan(first!.getTime());
  expect((await events.rows())[0]).toMatchObject({ state: 'applied', claimed_until: null });
});

test('two workers share a backlog: each event is applied, none is held up', async () => {
  const pis = await Promise.all(Array.from({ length: 12 }, () => events.paidPayment()));
  for (const id of pis) await events.send(anEvent(about(id)));
  const [one, two] = [router(['applied']), router(['applied'])];
  const stop = new AbortController();
  const other = await world.another('worker');
  const running = [
    world.worker.get(EventInbox).poll(one.it, stop.signal),
    other.get(EventInbox).poll(two.it, stop.signal),
  ];
  for (let waited = 0; waited < 5_000; waited += 20) {
    const { rows: left } = await world.db.admin.query(
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
  expect((await events.rows()).every((x) => x.state === 'applied')).toBe(true);
});

// The worker sleeps while nothing happens, and an event does not wait for that.
import { Database } from '#platform';
import { EventInbox } from '#processor';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { anEvent, DELIVERED, Deliveries, router } from '../support/world/events.ts';
import { World } from '../support/world/world.ts';

// Longer than its longest rest, so that it certainly rests.
const ASLEEP_MS = 2_500;
/** Applied without a look at the processor, so that only the waiting counts. */
const TYPE = 'payment_intent.created';

let world: World;
let events: Deliveries;
let running: Promise<void>;
const stop = new AbortController();

beforeAll(async () => {
  world = await World.start({ processes: ['api', 'worker'], env: DELIVERED, delayMs: 10 });
  events = new Deliveries(world);
  running = world.worker.get(EventInbox).poll(router(['applied']).it, stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await world.stop();
});

/** How long an event lay there before it was worked, by the database's clock. */
async function waited(id: string): Promise<number> {
  for (let asked = 0; asked < 500; asked++) {
    const { rows } = await world.db.admin.query<{ ms: string | null }>(
      `select 1000 * extract(epoch from processed_at - received_at) as ms
       from processor_event where id = $1 and state = 'applied'`,
      [id],
    );
    if (rows[0]) return Number(rows[0].ms);
    await pause(10);
  }
  throw new Error(`${id} was never worked`);
}

test('an event that arrives while the worker sleeps is worked at once', async () => {
  const waits: number[] = [];
  for (let i = 0; i < 5; i++) {
    await pause(ASLEEP_MS / 2);
    const event = anEvent({ type: TYPE });
    await events.send(event);
    waits.push(await waited(event.id));
  }
  // The median: a busy machine may hold up any one of them. Without a call it would be 500.
  expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(100);
}, 30_000);

test('a call that is lost makes it late by a second at most', async () => {
  await pause(ASLEEP_MS);
  await world.db.admin.query(
    `insert into processor_event (id, type, object_id, object_kind, livemode, created_at)
     values ('evt_unheard', $1, 'pi_1', 'payment_intent', false, now())`,
    [TYPE],
  );
  const ms = await waited('evt_unheard');
  expect(ms).toBeLessThan(1_500); // and what a busy machine adds
}, 15_000);

test('while nothing happens it looks about once a second', async () => {
  const database = world.worker.get(Database);
  const looks = jest.spyOn(database, 'write');
  await pause(ASLEEP_MS);
  looks.mockClear();
  await pause(5_000);
  expect(looks.mock.calls.length).toBeGreaterThan(0);
  expect(looks.mock.calls.length).toBeLessThanOrEqual(6);
  looks.mockRestore();
}, 15_000);

test('its connection is broken: it is made anew and calls are heard again', async () => {
  await world.db.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'wake' and datname = current_database()`,
  );
  await pause(ASLEEP_MS);
  const event = anEvent({ type: TYPE });
  await events.send(event);
  expect(await waited(event.id)).toBeLessThan(500);
}, 15_000);

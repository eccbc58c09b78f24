// How events come in: signed, stored once before they are answered, or listed and asked for.
import { Database, systemCtx } from '#platform';
import { EventInbox } from '#processor';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anEvent, DELIVERED, Deliveries, ROLLED, router } from '../support/world/events.ts';
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

test('a signed event is stored before it is answered, without its body', async () => {
  const event = anEvent();
  expect(await events.send(event)).toEqual({ ok: true, value: { eventId: event.id, fresh: true } });
  expect(await events.send(event, { secret: ROLLED })).toEqual({
    ok: true,
    value: { eventId: event.id, fresh: false },
  });
  const [row, ...more] = await events.rows();
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
  expect(await events.send(anEvent(), { secret: 'whsec_guess' })).toEqual({
    ok: false,
    code: 'bad_signature',
  });
  expect(await events.send(anEvent(), { timestamp: now - 310 })).toMatchObject({
    code: 'bad_signature',
  });
  expect(await events.send(anEvent(), { timestamp: now + 310 })).toMatchObject({
    code: 'bad_signature',
  });
  expect(await events.send(anEvent({ livemode: true }))).toMatchObject({ code: 'wrong_mode' });
  expect(await events.send(anEvent({ account: 'acct_other' }))).toMatchObject({
    code: 'wrong_mode',
  });
  expect(await events.send({ object: 'event' })).toMatchObject({ code: 'not_an_event' });
  expect(await events.rows()).toEqual([]);
});

test('a hundred deliveries of ten events at once are ten rows, each fresh once', async () => {
  const ten = Array.from({ length: 10 }, () => anEvent());
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => events.send(ten[n % 10]!)),
  );
  expect(answers.filter((a) => a.ok && a.value.fresh)).toHaveLength(10);
  expect(await events.rows()).toHaveLength(10);
});

test('an event that cannot be stored fails alone, and is not answered as stored', async () => {
  await world.db.admin.query(
    `alter table processor_event add constraint odd check (type <> 'odd.one') not valid`,
  );
  const nine = Array.from({ length: 9 }, (_, n) => anEvent(n === 4 ? { type: 'odd.one' } : {}));
  const answers = await Promise.allSettled(nine.map((event) => events.send(event)));
  await world.db.admin.query('alter table processor_event drop constraint odd');
  expect(answers.flatMap((a, n) => (a.status === 'rejected' ? [n] : []))).toEqual([4]);
  expect((await events.rows()).map((x) => x.id).sort()).toEqual(
    nine
      .filter((e) => e.type !== 'odd.one')
      .map((e) => e.id)
      .sort(),
  );
});

test('more at once than may wait are refused to be sent again, and none of these is stored', async () => {
  const before = (await events.rows()).length;
  const many = Array.from({ length: 2_010 }, () => anEvent());
  const answers = await Promise.allSettled(many.map((event) => events.send(event)));
  expect(answers.filter((a) => a.status === 'rejected')).toHaveLength(10);
  expect((await events.rows()).length - before).toBe(2_000);
});

test('without a webhook, or after lost ones, events are listed: each is stored once', async () => {
  const pi = await events.paidPayment();
  const inbox = world.worker.get(EventInbox);
  await new Promise((done) => setTimeout(done, 60)); // until its charge has settled
  expect(await inbox.listFromProcessor()).toBeGreaterThan(0);
  expect(await inbox.listFromProcessor()).toBe(0);
  expect(await inbox.listFromProcessor({ undelivered: true })).toBe(0);
  const listed = (await events.rows()).filter((x) => x.object_id === pi);
  expect(listed.map((x) => x.type)).toContain('payment_intent.succeeded');
  expect(listed.every((x) => x.body_sha256 === null)).toBe(true);
  const r = router(['applied']);
  while ((await events.work(r.it)) > 0);
  expect(
    r.told.some((t) => 'processorPaymentId' in t.fact && t.fact.processorPaymentId === pi),
  ).toBe(true);
});

test('asking how an object stands goes the same way as news, and again when asked again', async () => {
  const pi = await events.paidPayment();
  const ask = () =>
    world.worker
      .get(Database)
      .write(systemCtx('test'), (tx) =>
        world.worker.get(EventInbox).lookUp(tx, { kind: 'payment', objectId: pi, ourId: null }),
      );
  const r = router(['applied']);
  await ask();
  await ask();
  expect(await events.work(r.it)).toBe(1);
  await ask();
  expect(await events.work(r.it)).toBe(1);
  expect(r.told.map((t) => t.fact)).toEqual([
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
  ]);
});

// How events come in: signed, stored once before they are answered, or listed and asked for.
import { Database, systemCtx } from '#platform';
import { EventInbox } from '#processor';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anEvent, InboxWorld, ROLLED, router } from '../support/event-inbox.ts';

let world: InboxWorld;

beforeAll(async () => {
  world = await InboxWorld.start();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.admin.query('truncate processor_event');
});

test('a signed event is stored before it is answered, without its body', async () => {
  const event = anEvent();
  expect(await world.send(event)).toEqual({ ok: true, value: { eventId: event.id, fresh: true } });
  expect(await world.send(event, { secret: ROLLED })).toEqual({
    ok: true,
    value: { eventId: event.id, fresh: false },
  });
  const [row, ...more] = await world.rows();
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
  expect(await world.send(anEvent(), { secret: 'whsec_guess' })).toEqual({
    ok: false,
    code: 'bad_signature',
  });
  expect(await world.send(anEvent(), { timestamp: now - 310 })).toMatchObject({
    code: 'bad_signature',
  });
  expect(await world.send(anEvent(), { timestamp: now + 310 })).toMatchObject({
    code: 'bad_signature',
  });
  expect(await world.send(anEvent({ livemode: true }))).toMatchObject({ code: 'wrong_mode' });
  expect(await world.send(anEvent({ account: 'acct_other' }))).toMatchObject({
    code: 'wrong_mode',
  });
  expect(await world.send({ object: 'event' })).toMatchObject({ code: 'not_an_event' });
  expect(await world.rows()).toEqual([]);
});

test('a hundred deliveries of ten events at once are ten rows, each fresh once', async () => {
  const ten = Array.from({ length: 10 }, () => anEvent());
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => world.send(ten[n % 10]!)),
  );
  expect(answers.filter((a) => a.ok && a.value.fresh)).toHaveLength(10);
  expect(await world.rows()).toHaveLength(10);
});

test('an event that cannot be stored fails alone, and is not answered as stored', async () => {
  await world.db.admin.query(
    `alter table processor_event add constraint odd check (type <> 'odd.one') not valid`,
  );
  const events = Array.from({ length: 9 }, (_, n) => anEvent(n === 4 ? { type: 'odd.one' } : {}));
  const answers = await Promise.allSettled(events.map((event) => world.send(event)));
  await world.db.admin.query('alter table processor_event drop constraint odd');
  expect(answers.flatMap((a, n) => (a.status === 'rejected' ? [n] : []))).toEqual([4]);
  expect((await world.rows()).map((x) => x.id).sort()).toEqual(
    events
      .filter((e) => e.type !== 'odd.one')
      .map((e) => e.id)
      .sort(),
  );
});

test('more at once than may wait are refused to be sent again, and none of these is stored', async () => {
  const before = (await world.rows()).length;
  const events = Array.from({ length: 2_010 }, () => anEvent());
  const answers = await Promise.allSettled(events.map((event) => world.send(event)));
  expect(answers.filter((a) => a.status === 'rejected')).toHaveLength(10);
  expect((await world.rows()).length - before).toBe(2_000);
});

test('without a webhook, or after lost ones, events are listed: each is stored once', async () => {
  const pi = await world.paidPayment();
  const inbox = world.worker.get(EventInbox);
  await new Promise((done) => setTimeout(done, 60)); // until its charge has settled
  expect(await inbox.listFromProcessor()).toBeGreaterThan(0);
  expect(await inbox.listFromProcessor()).toBe(0);
  expect(await inbox.listFromProcessor({ undelivered: true })).toBe(0);
  const listed = (await world.rows()).filter((x) => x.object_id === pi);
  expect(listed.map((x) => x.type)).toContain('payment_intent.succeeded');
  expect(listed.every((x) => x.body_sha256 === null)).toBe(true);
  const r = router(['applied']);
  while ((await world.work(r.it)) > 0);
  expect(
    r.told.some((t) => 'processorPaymentId' in t.fact && t.fact.processorPaymentId === pi),
  ).toBe(true);
});

test('asking how an object stands goes the same way as news, and again when asked again', async () => {
  const pi = await world.paidPayment();
  const ask = () =>
    world.worker
      .get(Database)
      .write(systemCtx('test'), (tx) =>
        world.worker.get(EventInbox).lookUp(tx, { kind: 'payment', objectId: pi, ourId: null }),
      );
  const r = router(['applied']);
  await ask();
  await ask();
  expect(await world.work(r.it)).toBe(1);
  await ask();
  expect(await world.work(r.it)).toBe(1);
  expect(r.told.map((t) => t.fact)).toEqual([
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
    expect.objectContaining({ processorPaymentId: pi, status: 'paid' }),
  ]);
});

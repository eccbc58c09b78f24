// News of the processor that waits for a person is tried again by hand, once for each press that finds it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasury: Visitor;
let officer: Visitor;
beforeAll(async () => {
  world = await World.start();
  treasury = await world.signedIn(['treasury'], 'Ibrahim Touré');
  officer = await world.signedIn(['officer'], 'Awa Keita');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const eventOf = (pi: string) =>
  world.one<{ id: string; state: string; asked: number; attempts: number }>(
    `select id, state, asked_again as asked, attempts from processor_event
     where object_id = $1 and type = 'payment_intent.succeeded'`,
    pi,
  );

test('it goes back to the inbox, is counted, written down, and waits again if nothing changed', async () => {
  const { id: pi } = await world.control('payment_intents', { amount: 5_000, currency: 'lyd' });
  await world.news();
  const { id: event } = await eventOf(pi);
  expect((await treasury.get('/events')).words).toContain(`Try again event ${event}`);
  expect((await officer.get('/events')).words).not.toContain('Try again');
  expect((await officer.post('/events/retry', { event })).status).toBe(403);

  const pressed = await treasury.post('/events/retry', { event });
  expect(pressed.to).toBe('/events?notice=retried');
  expect((await treasury.get(pressed.to!)).words).toContain('The event is tried again');
  expect(await eventOf(pi)).toMatchObject({ state: 'received', asked: 1, attempts: 0 });
  const twice = await treasury.post('/events/retry', { event });
  expect(twice.to).toBe('/events?notice=not_waiting');
  expect((await treasury.get(twice.to!)).words).toContain('This event no longer waits');
  await world.news();
  expect(await eventOf(pi)).toMatchObject({ state: 'parked', asked: 1 });
  const entries = await world.rows(
    `select actor_kind, details from audit_entry where action = 'event.tried_again'`,
  );
  expect(entries).toEqual([{ actor_kind: 'account', details: { event } }]);
});

test('what is no event, or none that waits, is refused without a change', async () => {
  const { id } = await world.control('payment_intents', { amount: 5_000, currency: 'usd' });
  await world.news();
  const applied = (await eventOf(id)).id;
  for (const event of [applied, 'evt_unknown', "x' or true", '']) {
    const answer = await treasury.post('/events/retry', { event });
    expect(answer.to).toBe('/events?notice=not_waiting');
  }
  expect((await eventOf(id)).state).toBe('applied');
});

test('the database itself refuses who is not of the treasury, and any other change', async () => {
  const person = await world.anOfficer();
  await world.rows(
    `delete from account_role where account_id = $1 and role = 'treasury'`,
    person.accountId,
  );
  const attempt = (sql: string) => world.asOfficer(person, (tx) => tx.query(sql));
  await expect(attempt(`select app.try_event_again('evt_unknown')`)).rejects.toThrow(/treasury/);
  await expect(attempt(`update processor_event set state = 'received'`)).rejects.toThrow(
    /permission denied/,
  );
});

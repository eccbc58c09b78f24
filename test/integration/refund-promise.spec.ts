// The promised day (R26, R31), and what waits longer than it should.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database, systemCtx } from '#platform';
import { RefundQueries } from '#refund';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('the promise is thirty days from the cancellation, and kept with the refund (R26)', async () => {
  const posted = await world.aBond().cancelled();
  const { days } = await world.one<{ days: number }>(
    `select promised_by - (created_at at time zone zone)::date as days
     from refund where bond_id = $1`,
    posted.bondId,
  );
  expect(days).toBe(30);
});

test('a refund that waits for our balance is not at the bank: payer and treasury see why at once', async () => {
  await world.control('balance', { empty: true });
  const posted = await world.aBond().cancelled();
  const { bondId, disbursementId, reference } = posted;
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['pending']);
  expect(await world.refundLine(bondId, 'problems')).toMatchObject({
    ...{ state: 'pending', pendingReason: 'insufficient_funds' },
  });
  expect((await world.trackerOf(posted))!.next).toBe('we_top_up');
  expect((await world.trackerOf(posted))!.steps.map((s) => s.state)).toEqual([
    ...['done', 'done', 'problem', 'to_come', 'to_come'],
  ]);
  await world.control('balance', { empty: false });
  await world.news();
  expect(await world.statesOf(bondId)).toEqual(['succeeded']);
  expect(await world.refundLine(bondId, 'all')).toMatchObject({ pendingReason: null });
  expect(await world.refundLine(bondId, 'problems')).toBeUndefined();
  expect(await world.mailsOf(reference, '^refund')).toEqual(['refund_started', 'refund_succeeded']);
});

test.each([
  ['approved', '3 hours'],
  ['sending', '2 hours'],
  ['pending', '4 days'],
])('a refund that is %s beyond the usual time is on the list', async (state, age) => {
  const { bondId, disbursementId } = await world.aBond().cancelled('refundLater');
  if (state === 'pending') await world.send(disbursementId);
  expect(await world.refundLine(bondId, 'problems')).toBeUndefined();
  await world.rows(
    `update disbursement set state = $2, sending_since = now(), state_since = now() - $3::interval
     where id = $1`,
    ...[disbursementId, state, age],
  );
  expect(await world.refundLine(bondId, 'problems')).toMatchObject({ state });
  await world.rows(
    `update disbursement set state_since = now() where id = $1 and state <> 'pending'`,
    disbursementId,
  );
});

test('the promise is kept on the last day where the consulate is, whatever the day in UTC (R31)', async () => {
  const zone = 'America/New_York';
  await world.rows('update consulate set time_zone = $1', zone);
  const posted = await world.aBond().cancelled();
  const { bondId, disbursementId } = posted;
  // Half past ten in the evening over there: tomorrow in UTC.
  await world.rows(
    `update legal_clock set offset_seconds = extract(epoch from
       ((now() at time zone $1)::date + time '22:30') at time zone $1 - now())`,
    zone,
  );
  // Approved just now by that clock: only the promise is looked at here.
  await world.rows(
    'update disbursement set state_since = app.legal_now(), leaves_at = app.legal_now() where id = $1',
    disbursementId,
  );
  const { today, utc } = await world.one<{ today: string; utc: string }>(
    `select (app.legal_now() at time zone $1)::date::text as today,
       (app.legal_now() at time zone 'UTC')::date::text as utc`,
    zone,
  );
  expect(utc > today).toBe(true);
  await world.rows('update refund set promised_by = $2 where bond_id = $1', bondId, today);
  const { worker } = world;
  const isLate = async () => (await world.trackerOf(posted))?.isLate;
  const promises = () =>
    worker.get(Database).read(systemCtx('t'), (tx) => worker.get(RefundQueries).promises(tx));
  const before = await promises();
  expect(before.broken).toBe(0);
  expect(await isLate()).toBe(false);
  expect(await world.refundLine(bondId, 'problems')).toBeUndefined();
  await world.send(disbursementId);
  expect(await world.returnedOn(bondId)).toBe(today);
  expect(await isLate()).toBe(false);
  expect((await promises()).kept).toBe(before.kept + 1);
  await world.rows('update legal_clock set offset_seconds = 0');
});

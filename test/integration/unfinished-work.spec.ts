// What no job finishes is on a desk and in the metrics within minutes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BrakeQueries, MovementAssessor } from '#departure';
import { Database, OracleQueries, UnfinishedWork } from '#platform';
import { InboxQueries } from '#processor';
import { RefundQueries } from '#refund';
import { MovementQueries } from '#travel';
import { MetricsController } from '../../apps/worker/src/metrics.controller.ts';
import { noted } from '../../apps/worker/src/unfinished.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

async function unfinished(kind: string): Promise<number> {
  const oracles = world.worker.get(OracleQueries);
  const [database, work] = [world.worker.get(Database), world.worker.get(UnfinishedWork)];
  const libraries = [world.worker.get(BrakeQueries), world.worker.get(InboxQueries)];
  const text = await new MetricsController(database, oracles, work, libraries).metrics();
  return Number(new RegExp(`unfinished_work{kind="${kind}"} (\\d+)`).exec(text)?.[1]);
}

const onDesk = () =>
  world.officer
    .get(Database)
    .read(world.staff.ctx, (tx) => world.officer.get(MovementQueries).queue(tx, 'unfinished'));

test('a record whose worker died is on the desk and in the metrics until it is assessed', async () => {
  const posted = await world.aBond().withVisa();
  const batchId = await world.report(world.record('admitted', posted));
  expect([(await onDesk()).total, await unfinished('movements')]).toEqual([0, 0]);
  await world.rows(
    `update movement set state_since = now() - interval '6 minutes' where batch_id = $1`,
    batchId,
  );
  expect([(await onDesk()).total, await unfinished('movements')]).toEqual([1, 1]);
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  expect([(await onDesk()).total, await unfinished('movements')]).toEqual([0, 0]);
});

test('a refund that does not leave is a problem after minutes, and none in its hold', async () => {
  const { officer } = world;
  const { disbursementId } = await world.aBond().cancelled();
  const problem = async () => {
    const { rows } = await officer
      .get(Database)
      .read(world.staff.ctx, (tx) => officer.get(RefundQueries).list(tx, 'problems'));
    return rows.some((r) => r.disbursementId === disbursementId);
  };
  const since = (leavesAt: string) =>
    world.rows(
      `update disbursement set state_since = now() - interval '6 minutes', leaves_at = ${leavesAt}
       where id = $1`,
      disbursementId,
    );
  await since(`now() + interval '50 minutes'`);
  expect([await problem(), await unfinished('refunds')]).toEqual([false, 0]);
  await since('null');
  expect([await problem(), await unfinished('refunds')]).toEqual([true, 1]);
});

test('events, mail and a sweep that nothing finishes are in the metrics and on the treasury’s desk', async () => {
  const { officer } = world;
  const note = () => world.worker.get(UnfinishedWork).note(noted);
  const seen = async () => {
    const found = await officer
      .get(Database)
      .read(world.staff.ctx, (tx) => officer.get(UnfinishedWork).list(tx));
    return found.map(({ kind, waiting }) => [kind, waiting]);
  };
  const kinds = () => Promise.all(['events', 'mail', 'sweep'].map(unfinished));
  await world.rows(`update mail set state = 'failed', problem = 'test' where state = 'queued'`);
  await note();
  expect([await seen(), await kinds()]).toEqual([[], [0, 0, 0]]);

  await world.aBond().held();
  await world.rows(
    `insert into processor_event (id, type, object_id, object_kind, livemode, created_at,
       received_at, next_attempt_at)
     values ('evt_waits', 'refund.created', 're_waits', 'refund', false, now(),
       now() - interval '6 minutes', now() + interval '1 day')`,
  );
  await world.rows(
    `update mail set created_at = now() - interval '7 minutes' where id in (
       select id from mail where state = 'queued' order by id limit 1)`,
  );
  await note();
  expect(await seen()).toEqual([
    ['mail', 1],
    ['events', 1],
  ]);
  // The worker is gone or hangs: no sweep has ended since.
  await world.rows(`update waiting_work set seen_at = now() - interval '6 minutes'`);
  expect(await seen()).toContainEqual(['sweep', null]);
  expect(await kinds()).toEqual([1, 1, 1]);

  await world.rows(
    `update processor_event set state = 'applied', processed_at = now() where id = 'evt_waits'`,
  );
  await world.rows(`update mail set created_at = now() where state = 'queued'`);
  await note();
  expect([await seen(), await kinds()]).toEqual([[], [0, 0, 0]]);
});

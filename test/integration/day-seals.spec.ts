// Days of the books and of the trail are closed once, and whatever is done to a row later is found.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DaySealing } from '#audit';
import { Temporal } from '#kernel';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verifyChain } from '../../tools/verify-chain/chain.ts';
import { sealingWorker } from '../support/sealing-worker.ts';
import { World } from '../support/world/world.ts';

let world: World;
let worker: Awaited<ReturnType<typeof sealingWorker>>;
let sealing: DaySealing;
const folder = mkdtempSync(join(tmpdir(), 'day-seals-'));
const verify = () => verifyChain(world.db.url('auditor'), folder);

beforeAll(async () => {
  world = await World.start();
  const { disbursementId } = await world.aBond().cancelled();
  await world.send(disbursementId);
  worker = await sealingWorker(world.db, folder);
  sealing = worker.sealing;
}, 240_000);
afterAll(async () => {
  await worker.close();
  rmSync(folder, { recursive: true });
  expect(await world.stop()).toEqual([]);
});

/** Behind the back of every trigger, as whoever owns the machine could. */
async function behindTheBack(...statements: string[]): Promise<void> {
  await world.rows('set session_replication_role = replica');
  for (const sql of statements) await world.rows(sql);
  await world.rows('set session_replication_role = origin');
}

async function midnight(): Promise<Temporal.Instant> {
  const { day } = await world.one<{ day: string }>(
    `select (max(at) at time zone 'UTC')::date::text as day from audit_entry`,
  );
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('UTC').toInstant();
}

const sealed = () =>
  world.rows<{ source: string; n: number }>(
    'select source, count(*)::int as n from sealed_row group by source order by source',
  );

test('a day is closed an hour after it ended, with every row of it, and once', async () => {
  const end = await midnight();
  const before = await sealing.sweep(end.add({ minutes: 59 }));
  // One at most: the rows of this test may lie on two days.
  expect(before).toBeLessThanOrEqual(1);
  expect(await sealing.sweep(end.add({ minutes: 61 }))).toBe(1);
  expect(await sealing.sweep(end.add({ minutes: 61 }))).toBe(0);
  const { n, d, p, t } = await world.one<Record<'n' | 'd' | 'p' | 't', number>>(
    `select (select count(*)::int from audit_entry) as n,
       (select count(distinct (decision_id, (learned_at at time zone 'UTC')::date))::int
        from ledger.transfer where decision_id is not null) as d,
       (select count(*)::int from ledger.received_payment) as p,
       (select count(*)::int from ledger.transfer) as t`,
  );
  expect(await sealed()).toEqual([
    { source: 'audit_entry', n },
    { source: 'ledger.decision', n: d },
    { source: 'ledger.received_payment', n: p },
    { source: 'ledger.transfer', n: t },
  ]);
  expect(Math.min(n, d, p, t)).toBeGreaterThan(0);
});

test('a day without rows is closed as well, and each gets a file', async () => {
  expect(await sealing.sweep((await midnight()).add({ hours: 50 }))).toBe(2);
  const days = await world.rows<{ day: string }>('select day::text from day_seal order by day');
  expect(await sealing.publish()).toBe(days.length);
  expect(await sealing.publish()).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(days.map(({ day }) => `${day}.json`));
  const whole = { days: days.length, published: days.length, findings: [] };
  expect(await verify()).toMatchObject(whole);
});

const TAMPERINGS = [
  {
    what: 'changed',
    source: 'audit_entry',
    row: `select id::text from audit_entry order by at limit 1`,
    table: 'audit_entry',
    tamper: (where: string) => `update audit_entry set outcome = 'failed' where ${where}`,
  },
  {
    what: 'missing',
    source: 'ledger.received_payment',
    row: `select id::text from ledger.received_payment limit 1`,
    table: 'ledger.received_payment',
    tamper: (where: string) => `delete from ledger.received_payment where ${where}`,
  },
  {
    what: 'slipped_in',
    source: 'audit_entry',
    row: `select '00000000-0000-7000-8000-000000000001' as id`,
    table: 'audit_entry',
    tamper: () => `insert into audit_entry select (jsonb_populate_record(e, jsonb_build_object(
      'id', '00000000-0000-7000-8000-000000000001'))).* from audit_entry e order by at limit 1`,
  },
  {
    what: 'changed',
    source: 'ledger.decision',
    row: `select id::text from ledger.decision limit 1`,
    table: 'ledger.decision',
    tamper: (where: string) => `update ledger.decision set refund = refund + 1 where ${where}`,
  },
];

test.each(TAMPERINGS)('$source $what: the row is named', async ({ what, source, row, ...how }) => {
  const { id } = await world.one<{ id: string }>(row);
  const where = `id = '${id}'`;
  await behindTheBack(
    `create table kept as select * from ${how.table} where ${where}`,
    how.tamper(where),
  );
  const { findings } = await verify();
  await behindTheBack(
    `delete from ${how.table} where ${where}`,
    `insert into ${how.table} select * from kept`,
    'drop table kept',
  );
  expect(findings).toEqual([{ day: expect.any(String), what, source, id }]);
  expect((await verify()).findings).toEqual([]);
});

test('a transfer that is made another is named, also when its moment is moved', async () => {
  const { id } = await world.one<{ id: string }>(
    `select owner_id || ':' || seq as id from ledger.transfer order by learned_at limit 1`,
  );
  const of = `where owner_id || ':' || seq = '${id}'`;
  const late = `interval '40 days'`;
  await behindTheBack(`update ledger.transfer set learned_at = learned_at - ${late} ${of}`);
  const { findings } = await verify();
  await behindTheBack(`update ledger.transfer set learned_at = learned_at + ${late} ${of}`);
  expect(findings).toMatchObject([{ what: 'changed', source: 'ledger.transfer', id }]);
  expect((await verify()).findings).toEqual([]);
});

test('whoever seals anew what was changed is told by the files', async () => {
  const { day } = await world.one<{ day: string }>('select max(day)::text as day from day_seal');
  await behindTheBack(
    `create table kept as select * from day_seal where day = '${day}'`,
    `update day_seal set root = sha256('another') where day = '${day}'`,
    `update day_seal set seal = sha256('\\x02' || previous || convert_to('${day}', 'UTF8')
      || int8send(leaves) || root) where day = '${day}'`,
  );
  const { findings } = await verify();
  await behindTheBack(`delete from day_seal where day = '${day}'`);
  const gone = await verify();
  await behindTheBack(`insert into day_seal select * from kept`, 'drop table kept');
  expect(findings).toEqual([
    { day, what: 'not_as_published' },
    { day, what: 'leaves_not_of_root' },
  ]);
  expect(gone.findings).toEqual([{ day, what: 'published_and_gone' }]);
  expect((await verify()).findings).toEqual([]);
});

test('what is sealed is changed by nobody, and a closed day takes no more rows', async () => {
  const { day } = await world.one<{ day: string }>('select max(day)::text as day from day_seal');
  const zero = `sha256('')`;
  for (const sql of [
    'delete from day_seal',
    `update sealed_row set leaf = ${zero}`,
    `insert into sealed_row values ('${day}', 'audit_entry', 'x', ${zero})`,
    `insert into day_seal (day, leaves, root, previous, seal)
     select day + 1, 0, ${zero}, seal, ${zero} from day_seal where day = '${day}'`,
    `insert into day_seal (day, leaves, root, previous, seal)
     select day + 2, 0, ${zero}, seal, sha256('\\x02' || seal ||
       convert_to(to_char(day + 2, 'YYYY-MM-DD'), 'UTF8') || int8send(0) || ${zero})
     from day_seal where day = '${day}'`,
  ]) {
    await expect(world.rows(sql)).rejects.toMatchObject({ code: 'VB009' });
  }
});

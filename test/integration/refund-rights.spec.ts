// Who sees and changes refunds, and what the oracle sees of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database, systemCtx } from '#platform';
import { RefundQueries } from '#refund';
import { roleOf } from '../../migrations/logins.ts';
import pg from 'pg';
import { somebody } from '../support/signed-in.ts';
import type { ProcessName } from '../support/world/process.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('other applicants see nothing of a refund; its payer does', async () => {
  const mine = await world.aBond().cancelled();
  const other = await world.aBond().held();
  expect(await world.trackerOf(mine)).not.toBeNull();
  const { portal } = world;
  const seen = await portal.get(Database).read(other.applicant.ctx, async (tx) => ({
    tracker: await portal.get(RefundQueries).tracker(tx, mine.caseId),
    history: await portal.get(RefundQueries).stepsOf(tx, mine.caseId),
    rows: await tx.query('select id from refund union select id from disbursement'),
    steps: await tx.query('select owner_id from disbursement_history'),
  }));
  expect(seen).toEqual({ tracker: null, history: [], rows: [], steps: [] });
});

test('the oracle sees what is wrong, also through the worker', async () => {
  const { disbursementId, bondId } = await world.aBond().cancelled();
  expect(await world.oracle()).toEqual([]);
  const broken = async (sql: string, ...params: unknown[]) => {
    await world.db.admin.query('begin');
    await world.db.admin.query(sql, params);
    const look = 'select "check", offender from refunds.oracle order by 1, 2';
    const { rows } = await world.db.admin.query<{ check: string }>(look);
    // The worker's health metric must see the same, row-level security or not.
    await world.db.admin.query(`set local role ${roleOf('worker')}`);
    await world.db.admin.query(`select set_config('app.scope', 'system', true)`);
    expect((await world.db.admin.query(look)).rows).toEqual(rows);
    await world.db.admin.query('rollback');
    return rows.map((r) => r.check);
  };
  expect(
    await broken(
      `update disbursement set state = 'failed', sending_since = now() where id = $1`,
      disbursementId,
    ),
  ).toEqual(
    expect.arrayContaining([
      'refund: an attempt succeeded or is under way, never two under way',
      'disbursement: its state and the ledger agree',
    ]),
  );
  expect(
    await broken('update refund set returned_on = promised_by where bond_id = $1', bondId),
  ).toEqual(['refund: returned on a day when an attempt succeeded, and only then']);
  const listed = 'insert into returned_twice select id from refund where bond_id = $1';
  expect(await broken(listed, bondId)).toEqual([
    'refund: what was returned twice is listed, and nothing else',
  ]);
  expect(await broken('update refund set amount_minor = 1 where bond_id = $1', bondId)).toEqual([
    'refund: its decision allows it',
  ]);
  expect(
    await broken('update disbursement set amount_minor = 1 where id = $1', disbursementId),
  ).toContain('disbursement: its reserve exists, in its amount and of its decision');
});

test('rights: no process but the worker makes disbursements, and no one changes amounts', async () => {
  const denied: [ProcessName, string][] = [
    ['portal', 'update disbursement set state = state'],
    ['portal', 'insert into refund (id) values (gen_random_uuid())'],
    ['api', 'select 1 from refund'],
    ['api', 'select 1 from disbursement'],
    ['officer', 'insert into disbursement (id) values (gen_random_uuid())'],
    ['officer', "update disbursement set trace_number = 'x'"],
    ['worker', 'update disbursement set amount_minor = 1'],
    ['worker', 'update refund set amount_minor = 1'],
    ['worker', 'delete from disbursement'],
  ];
  for (const [process, sql] of denied) {
    const tried = world
      .process(process)
      .get(Database)
      .write(systemCtx('t'), (tx) => tx.query(sql));
    await expect(tried).rejects.toThrow('permission denied');
  }
});

test('an officer approves what is due in his own name, and writes no other outcome', async () => {
  const { next, disbursementId } = await world.aFailedRefund();
  const { ctx, accountId } = await somebody(world.db, 'staff');
  const { officer } = world;
  const tried = (sql: string, ...params: string[]) =>
    officer.get(Database).write(ctx, (tx) => tx.query(sql, params));
  const other = (await somebody(world.db, 'staff')).accountId;
  for (const set of [
    `state = 'succeeded'`,
    `state = 'approved'`,
    `state = 'approved', approved_by = '${other}'`,
    `approved_by = '${other}'`,
  ]) {
    await expect(tried(`update disbursement set ${set} where id = $1`, next)).rejects.toThrow(
      'row-level security',
    );
  }
  // What is no longer due is not an officer's to change at all.
  await tried(
    `update disbursement set state = 'approved', approved_by = $2 where id = $1`,
    ...[disbursementId, accountId],
  );
  expect(await world.one('select state from disbursement where id = $1', disbursementId)).toEqual({
    state: 'failed',
  });
  await expect(
    tried(
      `insert into disbursement_history (owner_id, seq, event, from_state, to_state, actor_kind,
         actor_id, happened_at)
       values ($1, 99, 'processor_succeeded', 'sending', 'succeeded', 'account', $2, now())`,
      ...[disbursementId, accountId],
    ),
  ).rejects.toThrow('row-level security');
});

test('the auditor sees refunds and that they agree with the books, without a context', async () => {
  const { bondId } = await world.aBond().cancelled();
  const auditor = new pg.Client({ connectionString: world.db.url('auditor') });
  await auditor.connect();
  const all = (sql: string, params: unknown[] = []) =>
    auditor.query(sql, params).then((r) => r.rows as unknown[]);
  expect(await all('select id from refund where bond_id = $1', [bondId])).toHaveLength(1);
  expect(await all('select * from refunds.oracle')).toEqual([]);
  expect((await all('select id from movement')).length).toBeGreaterThan(0);
  await auditor.end();
});

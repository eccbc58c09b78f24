// Bonds that lapse together leave the rows that each would have left alone, and none holds up another.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Lapses } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { CaseFreezes } from '#refund';
import { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { locksOf, transactionsOf } from '../support/statements.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { OtherPayer } from '../support/world/other-payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payers: OtherPayer;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  payers = new OtherPayer(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const sweep = () => world.worker.get(Lapses).sweep();

/** One that its traveller pays, and one that somebody else does. */
const kinds: readonly (() => Promise<TestBond>)[] = [
  () => world.aBond().signed(),
  async () => payers.takenOn(await world.aBond().directed()),
];

const STORY = `
  select 'bond' as of, to_jsonb(h) - '{owner_id,happened_at,learned_at}'::text[] as row,
    b.version as n, h.happened_at = b.state_since as fits
  from bond b join bond_history h on h.owner_id = b.id and h.event = 'lapsed' where b.id = $1
  union all
  select 'case', to_jsonb(h) - '{owner_id,happened_at,learned_at}'::text[], c.version,
    h.happened_at = c.state_since
  from visa_case c join visa_case_history h on h.owner_id = c.id and h.event = 'bond_lapsed'
  where c.id = $2
  union all
  select a.subject_kind, to_jsonb(a) - '{id,at,legal_at,subject_id}'::text[], 0, true
  from audit_entry a where a.request_id = 'sweep.lapses' and a.subject_id in ($1, $2)
  union all
  select 'mail to ' || case p.account_id when b.payer_account_id then 'payer' else 'applicant' end,
    jsonb_build_object('template', m.template, 'params', m.params - 'reference') || to_jsonb(j)
      - '{id,data,created_on,start_after,keep_until}'::text[],
    0, m.params ->> 'reference' = b.reference
  from bond b join mail m on m.template in ('bond_lapsed', 'payer_lapsed')
    and m.params ->> 'reference' = b.reference
  join contact_point p on p.id = m.contact_point_id
  join pgboss.job j on j.data = jsonb_build_object('mailId', m.id)
  where b.id = $1
  union all
  select 'document', jsonb_build_object('why', d.release_reason, 'confirmed', t.confirmed_at), 0, true
  from case_document d join travel_document t on t.id = d.document_id where d.case_id = $2
  order by 1, 2`;
const storyOf = ({ bondId, caseId }: TestBond) => world.rows(STORY, bondId, caseId);

test('many at once leave what each leaves alone: history, trail, mails, jobs and documents', async () => {
  const alone: unknown[] = [];
  for (const make of kinds) {
    const bond = await make();
    await world.pass({ days: 32 });
    expect(await sweep()).toBe(1);
    alone.push(await storyOf(bond));
  }
  const together: TestBond[] = [];
  for (const make of [...kinds, ...kinds]) together.push(await make());
  await world.pass({ days: 32 });
  expect(await sweep()).toBe(4);
  const stories: unknown[] = [];
  for (const bond of together) stories.push(await storyOf(bond));
  expect(stories).toEqual([...alone, ...alone]);
  expect(alone.map((story) => (story as { of: string }[]).map((row) => row.of))).toEqual([
    ['bond', 'bond', 'case', 'document', 'mail to payer', 'visa_case'],
    ['bond', 'bond', 'case', 'document', 'mail to applicant', 'mail to payer', 'visa_case'],
  ]);
});

test('a batch takes as many statements as one bond', async () => {
  for (let n = 0; n < 3; n++) await world.aBond().signed();
  await world.pass({ days: 32 });
  const all = await transactionsOf(world.worker.get(DataSource), sweep);
  const [batch, ...others] = all.filter((t) =>
    t.statements.some((text) => text.includes('bond_history')),
  );
  expect(others).toEqual([]);
  const { statements, flights } = batch!;
  expect(locksOf(statements, 'visa_case')).toHaveLength(1);
  expect(locksOf(statements, 'bond')).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(18);
  expect(flights).toBeLessThanOrEqual(8);
});

test('one whose clock stands still is not taken up', async () => {
  const bond = await world.aBond().signed();
  mustBeOk(
    await world.onCase(bond.officer, bond.caseId, (tx, row) =>
      world.officer.get(CaseFreezes).place(tx, row, 'fraud_suspected'),
    ),
  );
  await world.pass({ days: 32 });
  const all = await transactionsOf(world.worker.get(DataSource), sweep);
  expect(all.flatMap(({ statements }) => locksOf(statements, 'bond'))).toEqual([]);
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
});

test('one that moved while its batch was being locked is left out, and the others lapse', async () => {
  const [moves, lapses] = [await world.aBond().signed(), await world.aBond().signed()];
  await world.pass({ days: 32 });
  const other = new pg.Client({ connectionString: world.db.adminUrl });
  await other.connect();
  await other.query('begin');
  await other.query('select from visa_case where id = $1 for update', [moves.caseId]);
  const swept = sweep();
  await waitingForLocks(1);
  await other.query(`update bond set post_by = post_by + interval '90 days' where id = $1`, [
    moves.bondId,
  ]);
  await other.query('commit');
  await other.end();
  expect(await swept).toBe(1);
  expect(await world.stateOf('bond', moves.bondId)).toBe('required');
  expect(await world.stateOf('bond', lapses.bondId)).toBe('lapsed');
  expect(await storyOf(moves)).toEqual([expect.objectContaining({ of: 'document' })]);
});

async function waitingForLocks(many: number): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`;
  for (let looks = 0; looks < 500; looks++) {
    const { n } = await world.one<{ n: number }>(waiting);
    if (n >= many) return;
    await pause(10);
  }
  throw new Error('nobody waits for a lock');
}

// What no code of a process can do in a breach file: one person on both sides, or somebody who had a
// part in what is decided. And what the oracle says of whoever gets past that.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Appeals, Decisions, Notices, Replies, Rulings } from '#breach';
import type { Tx } from '#platform';
import type { Somebody } from '../support/signed-in.ts';
import { BreachStory, judges, type Referred } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: BreachStory;
let file: Referred;

beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
  file = await story.noticed();
}, 180_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const asOfficer = <T>(who: Somebody, fn: (tx: Tx) => Promise<T>) => story.as(who, 'officer', fn);
const inSql = (who: Somebody, sql: string, ...params: unknown[]) =>
  asOfficer(who, (tx) => tx.query(sql, params));

test('who set the bond gives no notice, answers nothing and decides nothing, whatever his roles', async () => {
  const setter = file.officer;
  await world.rows(
    `insert into account_role (account_id, role) values ($1, 'adjudicator'), ($1, 'appeal_member')`,
    setter.accountId,
  );
  await world.rows('update legal_clock set offset_seconds = 0');
  const other = await story.referred();
  const named = [{ code: 'late_departure', facts: 'Late.' }] as const;
  const { officer } = world;
  const refusedBy = async (fn: (tx: Tx) => Promise<{ ok: boolean; code?: string }>) =>
    (await asOfficer(setter, fn)).code;
  const notice = (tx: Tx) => officer.get(Notices).give(tx, other.fileId, named);
  expect(await refusedBy(notice)).toBe('set_the_bond');
  const answer = (tx: Tx) => officer.get(Replies).answer(tx, file.fileId, 'Yes.');
  expect(await refusedBy(answer)).toBe('set_the_bond');
  const decide = (tx: Tx) =>
    officer.get(Decisions).propose(tx, file.fileId, story.decision(file, 'full'));
  expect(await refusedBy(decide)).toBe('set_the_bond');
  await expect(
    inSql(
      setter,
      `update breach_file set notice_by = $2, noticed_at = now(), reply_by = now() where id = $1`,
      ...[other.fileId, setter.accountId],
    ),
  ).rejects.toThrow('did not set the bond');
  await expect(
    inSql(setter, `update bond set state = 'notice_given' where id = $1`, other.bondId),
  ).rejects.toThrow('does not go from');
});

test('nobody without the role decides, and nobody moves a bond or its money by himself', async () => {
  const { member, adjudicator } = story.people;
  await expect(
    inSql(member, `update breach_ground set facts_sealed = 'x' where id = $1`, file.groundId),
  ).rejects.toThrow('needs adjudicator');
  for (const state of ['breach_declared', 'breach_final', 'cancelled', 'closed']) {
    const moved = inSql(
      adjudicator,
      `update bond set state = $2 where id = $1`,
      file.bondId,
      state,
    );
    // Not seen to be changed, or refused: in no case is it moved.
    await moved.catch(() => undefined);
    expect(await world.stateOf('bond', file.bondId)).toBe('notice_given');
  }
  await expect(
    inSql(adjudicator, `update breach_file set appeal_by = now() where id = $1`, file.fileId),
  ).rejects.toThrow('permission denied');
});

test('no appeal is decided by anybody who gave the notice or decided before', async () => {
  await world.daysLater(15);
  const { adjudicator, second, member } = story.people;
  const rulingId = await story.proposed(file, 'full');
  const { officer } = world;
  const approve = (who: Somebody) =>
    asOfficer(who, (tx) => officer.get(Rulings).approve(tx, rulingId, 'adjudication'));
  expect(await approve(adjudicator)).toMatchObject({ code: 'same_person' });
  await expect(
    inSql(
      adjudicator,
      `update breach_ruling set state = 'approved', decided_by = $2 where id = $1`,
      ...[rulingId, adjudicator.accountId],
    ),
  ).rejects.toThrow(/breach_ruling_two_people|had a part/);
  await story.approved(rulingId, second);
  await story.appealed(file);
  for (const who of [adjudicator, second]) {
    await world.rows(
      `insert into account_role (account_id, role) values ($1, 'appeal_member')`,
      who.accountId,
    );
    const judged = await asOfficer(who, (tx) =>
      officer.get(Appeals).propose(tx, file.fileId, { outcome: 'upheld', reasons: 'So.' }),
    );
    expect(judged).toMatchObject({ ok: false, code: 'took_part' });
  }
  await expect(
    inSql(
      second,
      `insert into breach_ruling (id, file_id, kind, outcome, refund_minor, forfeit_minor, currency,
         by_post, reasons_sealed, state, state_since, proposed_by, proposed_at)
       values (gen_random_uuid(), $1, 'appeal', 'upheld', 0, 0, 'USD', false, 'x', 'proposed', now(),
         $2, now())`,
      ...[file.fileId, second.accountId],
    ),
  ).rejects.toThrow('had a part in it');
  await story.judged(file, 'upheld');
  expect(member.accountId).not.toBe(second.accountId);
});

const TWO = 'breach: two people stand behind what is carried out, in the ledger too';
const SAYS = 'breach: what is reserved for the state is what a decision says';
const FINAL = 'breach: the state has money only once the breach was final';

test.each([
  [`update breach_ruling set decided_by = gen_random_uuid() where kind = 'decision'`, TWO],
  [`update breach_ruling set forfeit_minor = 1 where kind = 'decision'`, SAYS],
  [`update breach_ruling set forfeit_seq = 99 where kind = 'decision'`, SAYS],
  [
    `update breach_ruling set state = 'declined', decline_reason = 'x', forfeit_seq = null where kind = 'decision'`,
    SAYS,
  ],
  [`delete from bond_history where event = 'became_final'`, FINAL],
  [
    `update breach_ruling set proposed_by = (select notice_by from breach_file f where f.id = file_id)
     where kind = 'appeal'`,
    'breach: nobody decides an appeal against his own work',
  ],
  [
    `update breach_file set payer_account_id = gen_random_uuid()`,
    'breach: a file is of its bond and its people',
  ],
])('whoever gets past every right: %s', async (sql, check) => {
  const { admin } = world.db;
  await admin.query('begin');
  try {
    await admin.query('set local session_replication_role = replica');
    expect((await admin.query(sql)).rowCount).toBeGreaterThan(0);
    await admin.query(`select set_config('app.scope', 'system', true)`);
    const { rows } = await admin.query<{ check: string }>('select "check" from breaches.oracle');
    expect(rows.map((row) => row.check)).toContain(check);
  } finally {
    await admin.query('rollback');
  }
});

// Whoever gets past every right and trigger can still write only what the oracle sees: each column
// that says whose money it is, where it goes or how much is changed once, and named each time.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AppealWindows } from '#breach';
import { EvidenceSettling } from '#departure';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { brokenRules } from '../../tools/oracle-checks.ts';
import { NOT_OF_MONEY, TAMPERINGS } from './tamperings/index.ts';
import { World } from '../support/world/world.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { aTraveller, EvidenceFlow } from '../support/evidence.ts';
import { notification } from '../support/bank-files.ts';
import { StayFlow } from '../support/stays.ts';
import { BreachStory, judges } from '../support/world/breach.ts';
import { DisputeStory } from '../support/world/disputes.ts';
import { OtherPayer } from '../support/world/other-payer.ts';
import { RescueStory } from '../support/world/rescue.ts';
import { SuspenseStory } from '../support/world/suspense.ts';

let world: World;
/** Ids of rows that stand for each stage money can be in. */
const STAGES = [
  ...(['held', 'due', 'done', 'other', 'gone', 'open', 'late', 'proved'] as const),
  ...(['judged', 'final', 'allowed', 'stayed', 'dead', 'elses', 'moved'] as const),
] as const;
const of = Object.fromEntries(STAGES.map((s) => [s, ''])) as Record<
  (typeof STAGES)[number],
  string
>;

beforeAll(async () => {
  world = await World.start();
  const other = await aTraveller(world);
  of.other = other.bondId;
  of.elses = (await new OtherPayer(world).held(await world.aBond().directed())).bondId;
  of.held = (await world.aBond().withVisa()).bondId;
  const done = await world.aBond().cancelled();
  await world.send(done.disbursementId);
  of.done = done.bondId;
  const due = await world.aBond().cancelled('refundLater');
  await world.send(due.disbursementId);
  await world.control(`refunds/${(await world.refundsOf(due.bondId))[0]!.id}/fail`, {});
  await world.news();
  of.due = due.bondId;
  await world.aSurplus();
  of.moved = (await world.aBond().heldByTransfer(70_000)).bondId;
  await world.news();
  await reversed();
  await proved(other);
  await decided();
  await byBank();
  await stayed();
  await judged();
}, 120_000);

/** Money that left elsewhere: settled, not settled yet, and back after it was settled. */
async function reversed(): Promise<void> {
  of.gone = (await world.aBond().withVisa()).bondId;
  await world.refundElsewhere(of.gone, 400_000);
  of.open = (await world.aBond().withVisa()).bondId;
  await world.dispute(of.open, { amount: 300_000 });
  of.late = (await world.aBond().held()).bondId;
  const late = await world.refundElsewhere(of.late);
  await world.news();
  await world.settled(of.gone, 'accepted');
  await world.settled(of.late, 'post_again');
  await world.control(`refunds/${late}/fail`, {});
  await world.news();
  const story = new DisputeStory(world);
  await story.answered(of.open);
  const given = (await world.aBond().withVisa()).bondId;
  await world.dispute(given);
  await world.news();
  await story.givenUp(given);
}
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** Money in suspense that two people counted for a bond, and what was left of it returned. */
async function decided(): Promise<void> {
  const story = await SuspenseStory.of(world);
  const { reference } = await world.aBond().signed();
  const { id } = await story.stray(1_200_000);
  await story.decided(story.match(id, reference));
  await story.decided(story.giveBack(id));
}

/** Paid to a payer's bank account; another payer has given one as well. */
async function byBank(): Promise<void> {
  const story = await RescueStory.of(world);
  const { transfer } = await story.sent();
  await story.answered(notification('DBIT', { id: transfer }));
  await story.given();
}

/** A longer stay that two people granted, and a death that two people accepted. */
async function stayed(): Promise<void> {
  const flow = await StayFlow.of(world);
  const longer = await aTraveller(world);
  await flow.extended(longer);
  of.stayed = longer.bondId;
  const dead = await aTraveller(world);
  const id = await flow.recorded(dead, 'death', dayIn(Temporal.Now.instant(), 'UTC'));
  mustBeOk(await flow.confirm(id));
  await flow.settle(id);
  of.dead = dead.bondId;
}

/** A breach that is final, one of which the appeal was allowed, and one declared in part since. */
async function judged(): Promise<void> {
  const story = new BreachStory(world, await judges(world));
  const today = () => world.rows('update legal_clock set offset_seconds = 0');
  of.final = (await story.decided('full')).bondId;
  await world.daysLater(32);
  await world.worker.get(AppealWindows).sweep();
  await today();
  const allowed = await story.decided('full');
  await story.appealed(allowed);
  await story.judged(allowed, 'overturned');
  of.allowed = allowed.bondId;
  await today();
  const replied = await story.noticed();
  mustBeOk(await story.showed(replied));
  of.judged = (await story.decided('part', 300_000n, replied)).bondId;
  await today();
}

/** Returned by evidence; of the other case there is a file, and nothing came of it yet. */
async function proved(other: TestBond): Promise<void> {
  const flow = await EvidenceFlow.of(world);
  await flow.sent(other);
  const posted = await aTraveller(world);
  of.proved = posted.bondId;
  const id = await flow.sent(posted);
  mustBeOk(await flow.proposeAccept(id));
  mustBeOk(await flow.confirm(id));
  await world.worker.get(EvidenceSettling).settle(id);
}

const schemaOf = (table: string) =>
  ['account', 'decision', 'received_payment', 'transfer'].includes(table) ? 'ledger' : 'public';
const named = (sql: string) =>
  sql.replace(new RegExp(`\\$(${STAGES.join('|')})`, 'g'), (_, key: keyof typeof of) => of[key]);

const all = Object.entries(TAMPERINGS).flatMap(([column, list]) =>
  list.map(([set, where, check]) => ({ column, set, where, check })),
);

test.each(all)('$column set to another: $set', async ({ column, set, where, check }) => {
  const { admin } = world.db;
  const table = column.split('.', 1)[0]!;
  await admin.query('begin');
  try {
    // Past triggers and foreign keys, as only a superuser gets.
    await admin.query('set local session_replication_role = replica');
    const sql = named(`update ${schemaOf(table)}.${table} set ${set} where ${where}`);
    expect((await admin.query(sql)).rowCount).toBeGreaterThan(0);
    await admin.query(`select set_config('app.scope', 'system', true)`);
    expect(await complaints()).toContain(check);
  } finally {
    await admin.query('rollback');
  }
});

async function complaints(): Promise<string[]> {
  const { rows: views } = await world.db.admin.query<{ schema: string }>(
    `select schemaname as schema from pg_views where viewname = 'oracle'`,
  );
  const { rows } = await world.db.admin.query<{ check: string }>(
    views.map(({ schema }) => `select "check" from ${schema}.oracle`).join(' union all '),
  );
  return rows.map((r) => r.check);
}

test('every column of the tables that hold money is tampered with above or says nothing of it', async () => {
  const missing: string[] = [];
  for (const [table, silent] of Object.entries(NOT_OF_MONEY)) {
    const rows = await world.rows<{ name: string }>(
      'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
      schemaOf(table),
      table,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows) {
      if (!silent.includes(name) && !TAMPERINGS[`${table}.${name}`])
        missing.push(`${table}.${name}`);
    }
  }
  expect(missing).toEqual([]);
});

test('untouched, the books are clean, as the command sees them', async () => {
  expect(await brokenRules(world.db.admin)).toEqual([]);
});

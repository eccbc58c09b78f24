// What is over costs nothing: whatever is asked every second, by every scrape or on every desk finds
// what is open by an index, however much has been applied, returned and assessed before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BondDeskQueries } from '#bond-escrow';
import { LeaveReminders } from '#application';
import { BrakeQueries, IncompletePorts, MovementAssessor, Silence } from '#departure';
import { countWaiting, Database, systemCtx, UnfinishedWork, type Tx } from '#platform';
import { EventInbox, InboxQueries } from '#processor';
import { DataSource } from 'typeorm';
import { type DeskKey, waitingFor } from '../../apps/officer/src/desk/desk-lists.ts';
import { unfinished } from '../../apps/worker/src/unfinished.ts';
import { World } from '../support/world/world.ts';

const PAST = 20_000;
const TABLES = [
  ...['processor_event', 'refund', 'disbursement', 'movement'],
  ...['ledger.account', 'ledger.transfer', 'visa', 'feed_mark', 'evidence_request'],
];

let world: World;

beforeAll(async () => {
  world = await World.start();
  const cancelled = await world.aBond().cancelled();
  await world.send(cancelled.disbursementId);
  await world.complete('2026-11-01');
  await world.rows(
    `insert into evidence_request (id, case_id, bond_id, programme_code, applicant_account_id,
       payer_account_id, silent_from, zone, answer_on, requested_at, ended_at, outcome)
     select gen_random_uuid(), case_id, id, 'mali-us', applicant_account_id, payer_account_id,
       '2026-10-01', 'UTC', '2026-10-20', now(), now(), 'departed' from bond where id = $1`,
    cancelled.bondId,
  );
  await aLongPast();
}, 120_000);
afterAll(async () => {
  await world.stop(); // the copies are not in the books
});

/** Copies of what is over, and one event that waits for a person. */
async function aLongPast(): Promise<void> {
  const { db } = world;
  await db.admin.query('set session_replication_role = replica');
  await db.admin.query(
    `insert into processor_event (id, type, object_kind, livemode, created_at, state, processed_at)
     select 'evt_' || n, 'charge.updated', 'charge', false, now() - interval '1 day',
       case n when 1 then 'failed' else 'applied' end, now()
     from generate_series(1, ${PAST}) n`,
  );
  for (const [table, fresh] of Object.entries({
    refund: `'id', md5('r' || n)::uuid, 'decision_id', md5('e' || n)::uuid`,
    disbursement: `'id', md5('d' || n)::uuid, 'refund_id', md5('r' || n)::uuid, 'owner_id',
      md5('o' || n)::uuid, 'processor_refund_id', 're_' || n`,
    movement: `'id', md5('m' || n)::uuid, 'record_id', n::text`,
    visa: `'id', md5('v' || n)::uuid, 'case_id', md5('c' || n)::uuid, 'due_on', null, 'number',
      'V-' || regexp_replace(upper(lpad(to_hex(n), 8, '0')), '(....)(....)', '\\1-\\2')`,
    feed_mark: `'seq', n + 1`,
    evidence_request: `'id', md5('q' || n)::uuid`,
    'ledger.account': `'owner_id', md5('p' || n)::uuid, 'kind', 'suspense', 'held', 0, 'reserved', 0`,
    'ledger.transfer': `'owner_id', md5('p' || n)::uuid, 'seq', 1, 'phase', 'post', 'code', 'fee',
      'debit', 'processor:fees', 'credit', 'processor:clearing', 'follows', null`,
  })) {
    await db.admin.query(
      `insert into ${table} select made.* from (select * from ${table} limit 1) one,
         generate_series(1, ${PAST}) n,
         jsonb_populate_record(null::${table},
           to_jsonb(one) || jsonb_build_object('created_at', now() - interval '1 day', ${fresh})) made`,
    );
  }
  await db.admin.query('set session_replication_role = origin');
  for (const table of TABLES) await db.admin.query(`vacuum analyze ${table}`);
}

/** Tables of the past that were read from end to end meanwhile. */
async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
  const scans = () =>
    world.rows<{ name: string; n: string }>(
      `select relid::regclass::text as name, seq_scan as n from pg_stat_user_tables
       where relid = any($1::regclass[]) order by 1`,
      TABLES,
    );
  await flushed();
  const before = await scans();
  await work();
  await flushed();
  return (await scans()).filter(({ n }, i) => n !== before[i]!.n).map(({ name }) => name);
}

/** Counters are kept by connection and told late: whoever made this world tells theirs first. */
const FLUSH = 'select pg_stat_force_next_flush(), pg_sleep(0.05)';
const flushed = async () => {
  await world.db.admin.query(FLUSH);
  await Promise.all(
    [world.portal, world.officer, world.api, world.worker].flatMap((app) =>
      Array.from({ length: 10 }, () => app.get(DataSource).query(FLUSH)),
    ),
  );
};
const byWorker = <T>(work: (tx: Tx) => Promise<T>) =>
  world.worker.get(Database).read(systemCtx('test'), work);

test('the counters see a table that is read from end to end', async () => {
  const whole = () => byWorker((tx) => tx.query('select count(trace_number) from disbursement'));
  expect(await readWhole(whole)).toEqual(['disbursement']);
});

test.each<[string, () => Promise<unknown>]>([
  ['the listing of events', () => world.worker.get(EventInbox).listFromProcessor()],
  ['events that failed', () => world.worker.get(EventInbox).retryFailed()],
  ['counts of events', () => byWorker((tx) => world.worker.get(InboxQueries).counts(tx))],
  ['the desk of events', () => byWorker((tx) => world.worker.get(InboxQueries).desk(tx))],
  [
    'the metric of unfinished work',
    () => byWorker((tx) => world.worker.get(UnfinishedWork).counts(tx, unfinished)),
  ],
  ['the metric of the brake', () => byWorker((tx) => world.worker.get(BrakeQueries).rates(tx))],
  ['the list of suspense', () => byWorker((tx) => world.worker.get(BondDeskQueries).suspense(tx))],
  ['the sweep of records', () => world.worker.get(MovementAssessor).sweep()],
  ['the sweep of unused visas', () => world.worker.get(Silence).unusedVisas()],
  ['the sweep of missing departures', () => world.worker.get(Silence).missingDepartures()],
  ['the sweep of unanswered requests', () => world.worker.get(Silence).unanswered()],
  ['the sweep of reminders', () => world.worker.get(LeaveReminders).sweep()],
  [
    'ports with incomplete records',
    () => byWorker((tx) => world.worker.get(IncompletePorts).list(tx)),
  ],
])('%s reads none of them whole', async (_what, work) => {
  expect(await readWhole(work)).toEqual([]);
});

test.each<DeskKey>(['refunds', 'reversals', 'suspense', 'movements', 'ports', 'events'])(
  'the list "%s" on every desk reads none of them whole',
  async (key) => {
    const { officer } = world;
    const { [key]: list } = waitingFor(new Set(['money.read', 'movement.read']), 730);
    const asks = { consulateIds: [], accountId: world.staff.accountId };
    const asked = () =>
      officer.get(Database).read(world.staff.ctx, (tx) => countWaiting(tx, { [key]: list }, asks));
    expect(await readWhole(asked)).toEqual([]);
  },
);

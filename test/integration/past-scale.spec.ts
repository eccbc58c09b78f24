// What is over costs nothing: whatever is asked every second, by every scrape or on every desk finds
// what is open by an index, however much has been applied, returned and assessed before.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BondDeskQueries } from '#bond-escrow';
import { LeaveReminders } from '#application';
import { BrakeQueries, IncompletePorts, MovementAssessor, Silence } from '#departure';
import { Publishing } from '#figures';
import { countWaiting, Database, systemCtx, UnfinishedWork, type Tx } from '#platform';
import { EventInbox, InboxQueries } from '#processor';
import {
  BalanceAsking,
  BankComparing,
  Comparing,
  DeadlineQueries,
  LiquidityQueries,
  MovementAsking,
  ReconciliationQueries,
  StatementQueries,
} from '#treasury';
import { DataSource } from 'typeorm';
import { type DeskKey, waitingFor } from '../../apps/officer/src/desk/desk-lists.ts';
import { unfinished } from '../../apps/worker/src/unfinished.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import { World } from '../support/world/world.ts';

const PAST = 20_000;
const TABLES = [
  ...['processor_event', 'refund', 'disbursement', 'movement'],
  ...['ledger.account', 'ledger.transfer', 'visa', 'feed_mark', 'evidence_request'],
  ...['ledger.received_payment', 'payer_cash', 'reversal', 'visa_case', 'bank_statement'],
  ...['movement_listing', 'processor_balance'],
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
  await cashTakenBack();
  await newsOfMoney();
  await aLongPast();
}, 120_000);
afterAll(async () => {
  await world.stop(); // the copies are not in the books
});

/** Money in a payer's own name, of which a bank took a part back. */
async function cashTakenBack(): Promise<void> {
  const { bondId } = await world.aBond().heldByTransfer(70_000);
  const { customer } = await world.one<{ customer: string }>(
    'select processor_customer_id as customer from payment where bond_id = $1',
    bondId,
  );
  await world.control(`customers/${customer}/reverse_funding`, { amount: 30_000 });
  await world.news();
}

/** Both sides have been compared, and have learned something since. */
async function newsOfMoney(): Promise<void> {
  const story = new Reconciliation(world);
  await story.compares();
  await world.aBond().held();
  await story.asks();
  await story.later(11);
}

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
    visa_case: `'id', md5('c' || n)::uuid, 'state', 'closed', 'reference',
      'VB-' || lpad(n / 10000 || '', 4, '0') || '-' || lpad(n % 10000 || '', 4, '0')`,
    reversal: `'id', md5('w' || n)::uuid, 'processor_object', 'ccsbtxn_' || n, 'state', 'settled',
      'outcome', 'accepted', 'proposed_by', md5('1')::uuid, 'approved_by', md5('2')::uuid`,
    payer_cash: `'received_payment_id', md5('p' || n)::uuid`,
    'ledger.received_payment': `'id', md5('p' || n)::uuid, 'cause', 'ccsbtxn_' || n || ':received'`,
    'ledger.account': `'owner_id', md5('p' || n)::uuid, 'kind', 'suspense', 'held', 0, 'reserved', 0`,
    'ledger.transfer': `'owner_id', md5('p' || n)::uuid, 'seq', 1, 'phase', 'post',
      'code', case when n % 2 = 0 then 'fee' else 'payout' end, 'debit',
      case when n % 2 = 0 then 'processor:fees' else 'bank:escrow' end, 'credit', 'processor:clearing',
      'follows', null, 'cause', 'po_' || n || ':paid', 'learned_at', now() - interval '1 day'`,
  })) {
    await db.admin.query(
      `insert into ${table} select made.* from (select * from ${table} limit 1) one,
         generate_series(1, ${PAST}) n,
         jsonb_populate_record(null::${table},
           to_jsonb(one) || jsonb_build_object('created_at', now() - interval '1 day', ${fresh})) made`,
    );
  }
  await manyReadings();
  await db.admin.query('set session_replication_role = origin');
  for (const table of TABLES) await db.admin.query(`vacuum analyze ${table}`);
}

/** What is read once an hour, or once a day. */
async function manyReadings(): Promise<void> {
  await world.rows(
    `with hour as (insert into movement_listing (began_at, since, ended_at)
       select now() - n * interval '1 hour', 'epoch', now() - n * interval '1 hour'
       from generate_series(0, ${PAST}) n returning began_at),
     told as (insert into processor_balance (told_at, currency, available_minor, pending_minor)
       select began_at, 'USD', 5, 0 from hour),
     begun as (insert into bank_reading (currency, from_on, transfers_until, before_minor, compared_at)
       values ('USD', '2020-01-01', now(), 0, now()))
     insert into bank_statement (id, file_sha256, nr, kind, account, currency, from_on, to_on,
       opening_minor, closing_minor, entries, follows, sent_by, sent_at, taken_at)
     select md5('s' || n)::uuid, sha256(n::text::bytea), 1, 'csv', 'A1', 'USD', day, day, n - 1, n, 0,
       case when n > 1 then md5('s' || n - 1)::uuid end, md5('1')::uuid, day, now()
     from generate_series(1, ${PAST}) n, lateral (select date '2000-01-01' + n as day) the`,
  );
}

/** Tables of the past that were read from end to end meanwhile, or by an index that has most of it. */
async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
  const counters = () =>
    world.rows<{ name: string; scans: string; fetched: string }>(
      `select relid::regclass::text as name, seq_scan as scans, coalesce(idx_tup_fetch, 0) as fetched
       from pg_stat_user_tables where relid = any($1::regclass[]) order by 1`,
      TABLES,
    );
  await flushed();
  const before = await counters();
  await work();
  await flushed();
  return (await counters())
    .filter(({ scans, fetched }, i) => {
      const was = before[i]!;
      return scans !== was.scans || Number(fetched) - Number(was.fetched) > PAST / 4;
    })
    .map(({ name }) => name);
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
  [
    'the page of the books against the processor',
    () => byWorker((tx) => world.worker.get(ReconciliationQueries).all(tx)),
  ],
  [
    'the figures of the bank',
    () => byWorker((tx) => world.worker.get(StatementQueries).figures(tx)),
  ],
  ['the page of liquidity', () => byWorker((tx) => world.worker.get(LiquidityQueries).all(tx))],
  ['ways that close', () => byWorker((tx) => world.worker.get(DeadlineQueries).soon(tx, 730))],
  ['whether the balance is due', () => world.worker.get(BalanceAsking).sweep()],
  ['whether a listing is due', () => world.worker.get(MovementAsking).sweep()],
  ['the comparison with the bank', () => world.worker.get(BankComparing).sweep()],
  [
    'the comparison with the processor',
    async () => expect(await world.worker.get(Comparing).sweep()).toBeGreaterThan(0),
  ],
  ['whether figures are due', () => world.worker.get(Publishing).sweep()],
])('%s reads none of them whole', async (_what, work) => {
  expect(await readWhole(work)).toEqual([]);
});

test.each<DeskKey>([
  ...(['refunds', 'reversals', 'suspense', 'movements', 'ports', 'events'] as const),
  'moneyShort',
])('the list "%s" on every desk reads none of them whole', async (key) => {
  const { officer } = world;
  const { [key]: list } = waitingFor(new Set(['money.read', 'movement.read']), 730);
  const asks = { consulateIds: [], accountId: world.staff.accountId };
  const asked = () =>
    officer.get(Database).read(world.staff.ctx, (tx) => countWaiting(tx, { [key]: list }, asks));
  expect(await readWhole(asked)).toEqual([]);
});

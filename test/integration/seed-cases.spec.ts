// What `npm run seed -- --cases N` writes: the states of every lifecycle, and books that are right.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InformationQueries } from '#application';
import type { BondState } from '#bond-escrow';
import { Database, systemCtx, Vault } from '#platform';
import { Comparing } from '#treasury';
import { parts, stories } from '../../tools/seed/cases/stories.ts';
import { fillWithCases } from '../../tools/seed/cases/fill.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../support/database.ts';
import { startProcess } from '../support/world/process.ts';

const CASES = stories.length + 40;

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
  const vault = new Vault(testConfig(db.url('portal')));
  await fillWithCases(db.adminUrl, { vault, cases: CASES });
}, 60_000);
afterAll(() => db.drop());

const statesIn = async (table: string) => {
  const { rows } = await db.admin.query<{ state: string }>(`select distinct state from ${table}`);
  return rows.map((r) => r.state).sort();
};

/** Behind these stand corrections of records and what officers proposed, which are not invented. */
const WITH_A_PROPOSAL: readonly string[] = ['superseded', 'dismissed'];

/** Behind these stands a file of breach with its notice and rulings, which are not invented. */
const WITH_A_FILE: readonly BondState[] = [
  ...(['notice_given', 'not_breached', 'breach_declared', 'appealed'] as const),
  ...(['upheld', 'overturned', 'breach_final', 'rescinded'] as const),
];

test.each([
  ['visa_case', parts.case.states],
  ['bond_direction', parts.direction.states],
  ['bond', parts.bond.states.filter((state) => !WITH_A_FILE.includes(state))],
  ['payment', parts.payment.states],
  ['disbursement', parts.first.states],
  ['reversal', parts.reversal.states],
  ['movement', parts.in.states.filter((state) => !WITH_A_PROPOSAL.includes(state))],
  ['processor_event', ['received', 'applied', 'parked', 'failed']],
  ['mail', ['queued', 'sent', 'failed']],
])('%s: every state is there', async (table, states) => {
  expect(await statesIn(table)).toEqual([...states].sort());
});

test('what a case asks for, or was answered, can be read; its days are those of the programme', async () => {
  const { rows } = await db.admin.query<Record<string, unknown>>(
    `select c.state, r.outcome, r.answer_by > now() as runs, r.due_at < r.answer_by as reminds
     from visa_case c left join information_request r on r.case_id = c.id
     where exists (select from visa_case_history h
       where h.owner_id = c.id and h.event = 'information_requested')
     group by 1, 2, 3, 4 order by 1`,
  );
  const clock = { runs: true, reminds: true };
  expect(rows).toEqual([
    { state: 'in_review', outcome: 'answered', ...clock },
    { state: 'information_requested', outcome: null, ...clock },
  ]);
});

test('the words of a request open with the applicant’s key, as those of the portal do', async () => {
  const worker = await startProcess('worker', db.url('worker'));
  const { rows } = await db.admin.query<{ id: string }>(
    `select case_id as id from information_request where outcome = 'answered' limit 1`,
  );
  const [asked] = await worker
    .get(Database)
    .show(systemCtx('test'), (tx) => worker.get(InformationQueries).ofCase(tx, rows[0]!.id));
  await worker.close();
  expect(asked!.text).toContain('bank statements');
  expect(asked!.answer).toContain('my bank');
});

test('the books are right', async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
});

test('the processor’s list has what the books have of it, and nothing else', async () => {
  // As if the list had been read an hour from now, so that all of it is compared.
  await db.admin.query(
    `insert into movement_listing (began_at, since, ended_at)
     select soon, 'epoch', soon from (select now() + interval '1 hour' as soon) hour`,
  );
  const worker = await startProcess('worker', db.url('worker'));
  expect(await worker.get(Comparing).sweep()).toBeGreaterThan(CASES / 2);
  await worker.close();
  const { rows } = await db.admin.query('select object_id, subject, kind from money_difference');
  expect(rows).toEqual([]);
  const { rows: sums } = await db.admin.query(
    `select net_minor = (select balance from ledger.balance where account = 'processor:clearing') as same
     from movement_total`,
  );
  expect(sums).toEqual([{ same: true }]);
});

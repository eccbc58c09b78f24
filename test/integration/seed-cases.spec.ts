// What `npm run seed -- --cases N` writes: the states of every lifecycle, and books that are right.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BondState } from '#bond-escrow';
import { Vault } from '#platform';
import { parts, stories } from '../../tools/seed/cases/stories.ts';
import { fillWithCases } from '../../tools/seed/cases/fill.ts';
import { testConfig } from '../support/app.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../support/database.ts';

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

test('the books are right', async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
});

test('the processor’s list has what the books have of it, and nothing else', async () => {
  const { rows } = await db.admin.query<{ object: string }>(
    `select object from (
       select coalesce(m.object_id, split_part(t.cause, ':', 1)) as object,
         sum(case when t.debit = 'processor:clearing' then t.amount else -t.amount end) as net
       from ledger.transfer t left join processor_movement m on t.cause = m.id || ':fee'
       where 'processor:clearing' in (t.debit, t.credit) and t.phase in ('post', 'settle')
       group by 1) booked
     full join (select object_id as object, sum(amount_minor - fee_minor) as net
       from processor_movement group by 1) moved using (object)
     where booked.net is distinct from moved.net and object not like 'task%'`,
  );
  expect(rows).toEqual([]);
  const { rows: sums } = await db.admin.query(
    `select net_minor = (select sum(amount_minor - fee_minor) from processor_movement) as same,
       net_minor = (select balance from ledger.balance where account = 'processor:clearing') as booked
     from movement_total`,
  );
  expect(sums).toEqual([{ same: true, booked: true }]);
});

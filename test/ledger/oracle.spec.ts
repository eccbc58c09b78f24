// The oracle finds what only a superuser can do to the books: each check is tripped once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Books, full, idOf } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
  await books.receive('b');
  await books.byRule('d', 'b');
  const r = await books.reserve('b', { decision: 'd', amount: 600_000n, disbursement: 'a' });
  await books.settle('b', r, 're_b:succeeded');
  const w = await books.disputed('b', 100n, 'du_b:withdrawn');
  await books.won('b', w, 'du_b:won');
  await books.receive(null, { payment: 'pi_s' });
  await books.match('pi_s', 'b2', full, 'task:s:matched');
  await books.isClean();
});
afterAll(() => books.close());

const b = `owner_id = '${idOf('b')}'`;
const fakeLoss = `
  insert into ledger.transfer (owner_id, seq, phase, code, debit, credit, amount, currency, cause,
    line, asked, happened_at)
  select owner_id, last_seq + 1, 'post', 'overpaid', 'operator:losses', 'bank:escrow', 1, currency,
    'fake:loss', 1, '', now() from ledger.account where ${b};
  update ledger.account set last_seq = last_seq + 1 where ${b}`;

const tampering: [check: string, sql: string][] = [
  [
    'sum zero: what is owed is where it lies',
    `update ledger.account set held = held + 1 where ${b}`,
  ],
  ['account equals its transfers', `update ledger.account set reserved = reserved + 1 where ${b}`],
  ['account equals its transfers', `delete from ledger.transfer where ${b} and seq = 1`],
  [
    'suspense: what is listed is what holds money',
    `insert into ledger.suspense (owner_id, since) values ('${idOf('pi_s')}', now())`,
  ],
  [
    'suspense: what is listed is what holds money',
    `update ledger.account set held = held + 1 where owner_id = '${idOf('pi_s')}'`,
  ],
  [
    'bond: refunded + forfeited + charged back + held = paid + borne by the operator',
    `update ledger.account set held = held - 1 where ${b}`,
  ],
  ['bond: the operator bears nothing while money is free', fakeLoss],
  ['received payment: booked once, in whole', 'delete from ledger.received_payment'],
  [
    'received payment: booked once, in whole',
    'update ledger.received_payment set amount = amount + 1',
  ],
  [
    'match: out of one account, into one bond',
    `update ledger.transfer set amount = 1 where code = 'matched' and credit = 'bond'`,
  ],
  [
    'what settles or voids a reserve equals it',
    `update ledger.transfer set credit = 'bank:escrow' where ${b} and phase = 'settle'`,
  ],
  [
    'dispute: receivable is what is undecided',
    `update ledger.transfer set amount = 99 where code = 'reinstated'`,
  ],
  [
    'decision: made by a rule or two people, and not overdrawn',
    `update ledger.decision set refund = 599999`,
  ],
  [
    'decision: made by a rule or two people, and not overdrawn',
    `update ledger.decision set rule = null, requested_by = gen_random_uuid()`,
  ],
  [
    'processor object: each thing that happened to it is booked once',
    `update ledger.transfer set cause = 'pi_b:seen' where cause = 'pi_s:paid'`,
  ],
];

test.each(tampering)('%s', async (check, sql) => {
  const { admin } = books.database;
  await admin.query('begin');
  try {
    await admin.query(`set local session_replication_role = replica; ${sql}`);
    const { rows } = await admin.query<{ check: string }>('select "check" from ledger.oracle');
    expect(rows.map((row) => row.check)).toContain(check);
  } finally {
    await admin.query('rollback');
  }
  await books.isClean();
});

test('every check of the oracle is tripped above', async () => {
  const view = await books.value('auditor', `select pg_get_viewdef('ledger.oracle'::regclass)`);
  const checks = [...String(view).matchAll(/SELECT '([^']+)'::text/g)].map(([, name]) => name);
  const tripped = new Set(tampering.map(([check]) => check));
  expect(new Set(checks)).toEqual(tripped);
});

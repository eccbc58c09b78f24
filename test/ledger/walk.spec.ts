// Walks every row of the chart of events and every refusal, each scenario on owners of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chart } from '../../libs/ledger/src/domain/chart.ts';
import { textOfCheck } from '../support/values-of-check.ts';
import { Books } from './books.ts';
import { comingIn } from './walk/coming-in.ts';
import { decisions } from './walk/decisions.ts';
import { disputes } from './walk/disputes.ts';
import { forfeitures } from './walk/forfeitures.ts';
import { refunds } from './walk/refunds.ts';
import { reversals } from './walk/reversals.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
});
afterAll(() => books.close());

const triples = (rows: readonly { code?: unknown; debit?: unknown; credit?: unknown }[]) =>
  rows.map((r) => [r.code, r.debit, r.credit].map(String).join(' ')).sort();

describe.each([
  ['refunds', refunds],
  ['reversals', reversals],
  ['decisions', decisions],
  ['disputes', disputes],
  ['forfeitures', forfeitures],
  ['coming in', comingIn],
])('%s', (_, scenarios) => {
  test.each(scenarios)('$name', ({ walk }) => walk(books));
});

test('every row of the chart was walked', async () => {
  const booked = await books.rows(
    'auditor',
    `select distinct code, debit, credit from ledger.transfer where phase in ('post', 'settle')`,
  );
  expect(triples(booked)).toEqual(triples(chart));
});

test('the database holds the chart of the code, row for row', async () => {
  const check = await textOfCheck(books.database.admin, 'ledger.transfer', 'transfer_chart');
  const rows = [...check.matchAll(/"([a-z_]+) ([a-z_:]+) ([a-z_:]+)"/g)].map(
    ([, code, debit, credit]) => ({ code, debit, credit }),
  );
  expect(triples(rows)).toEqual(triples(chart));
});

test('the books of all scenarios together balance in each currency', async () => {
  const sums = await books.rows(
    'auditor',
    'select currency, sum(balance)::bigint as sum from ledger.balance group by currency order by 1',
  );
  expect(sums).toEqual([
    { currency: 'USD', sum: 0n },
    { currency: 'XOF', sum: 0n },
  ]);
  await books.isClean();
});

test('docs/ledger.md shows the chart of the code, row for row', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/ledger.md'), 'utf8');
  const section = page.split('## The chart of events')[1]?.split('\n## ')[0] ?? '';
  const shown = section.split('\n').filter((line) => /^\| [a-z_]+ +\| [a-z]+/.test(line));
  const rows = chart.map((r) => `| ${r.code} | ${r.debit} | ${r.credit} | ${r.meaning} |`);
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  expect(shown.filter((line) => !line.startsWith('| code')).map(cells)).toEqual(rows.map(cells));
});

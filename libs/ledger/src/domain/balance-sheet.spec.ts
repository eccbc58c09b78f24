import { money } from '#kernel';
import { expect, test } from '@jest/globals';
import { balanceSheetsOf } from './balance-sheet.ts';
import { chart } from './chart.ts';
import type { Balance } from './sides.ts';

const balance = (account: Balance['account'], minor: bigint, currency = 'USD'): Balance => ({
  account,
  balance: money(minor, currency),
});

test('what there is, is what is owed and the operator’s own', () => {
  const [usd] = balanceSheetsOf([
    balance('bond', -3_000n),
    balance('operator:funding', -50n),
    balance('processor:clearing', 2_900n),
    balance('bank:escrow', 50n),
    balance('processor:fees', 70n),
    balance('disputes:receivable', 30n),
  ]);
  expect(usd!.totals).toEqual({
    assets: money(2_980n, 'USD'),
    owed: money(3_000n, 'USD'),
    own: money(-20n, 'USD'),
  });
  expect(usd!.difference).toEqual(money(0n, 'USD'));
});

test('a sum that is wrong shows as a difference', () => {
  const [usd] = balanceSheetsOf([balance('bond', -9n), balance('processor:clearing', 7n)]);
  expect(usd!.difference).toEqual(money(-2n, 'USD'));
});

test('every account of the chart has its place, once, also without money', () => {
  const [eur] = balanceSheetsOf([balance('bond', 0n, 'EUR')]);
  const shown = [...eur!.assets, ...eur!.owed, ...eur!.own].map((l) => l.account);
  expect(shown.sort()).toEqual([...new Set(chart.flatMap((r) => [r.debit, r.credit]))].sort());
});

test('each currency has a sheet of its own', () => {
  const sheets = balanceSheetsOf([balance('bond', -7n, 'EUR'), balance('suspense', -9n)]);
  expect(sheets.map((s) => [s.currency, s.totals.owed.minor])).toEqual([
    ['EUR', 7n],
    ['USD', 9n],
  ]);
});

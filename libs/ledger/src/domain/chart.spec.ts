import { expect, test } from '@jest/globals';
import { chart } from './chart.ts';

test('no row of the chart is there twice, and none moves money to where it is', () => {
  const keys = chart.map(({ code, debit, credit }) => `${code} ${debit} ${credit}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(chart.filter(({ debit, credit }) => debit === credit)).toEqual([]);
});

import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { standsAs, unexplainedOf, type Reconciliation } from './reconciliation.ts';

const now = Temporal.Instant.from('2026-11-27T12:00:00Z');
const usd = (minor: number) => money(BigInt(minor), 'USD');
const read = { books: now, list: now, balance: now };
const figures = (more: Partial<Reconciliation> = {}): Reconciliation => ({
  ...{ booked: usd(1_000), payersCash: usd(0), moved: usd(1_000), told: usd(1_000) },
  ...{ underWay: usd(0), differences: usd(0), lines: 0, ...more },
});

test.each<[string, Partial<Reconciliation>, number, string]>([
  ['the same three times', {}, 0, 'agrees'],
  [
    'less what lies there in a payer’s name',
    { booked: usd(1_100), payersCash: usd(100) },
    0,
    'agrees',
  ],
  ['a refund under way', { booked: usd(1_300), underWay: usd(-300) }, 0, 'agrees'],
  ['what a line explains', { booked: usd(400), differences: usd(600), lines: 1 }, 0, 'differs'],
  ['lines that make each other up', { lines: 2 }, 0, 'differs'],
  ['what no line explains', { booked: usd(999) }, 1, 'unexplained'],
  [
    'more than the lines explain',
    { booked: usd(400), differences: usd(500), lines: 1 },
    100,
    'unexplained',
  ],
  ['a balance that the list does not make', { told: usd(1_001) }, 0, 'unexplained'],
  ['a balance that was never told', { told: null }, 0, 'not_known'],
])('%s', (_, more, unexplained, standing) => {
  const of = figures(more);
  expect(unexplainedOf(of)).toEqual(usd(unexplained));
  expect(standsAs(of, read, now)).toBe(standing);
});

test.each(['books', 'list', 'balance'] as const)('%s read too long ago says nothing', (which) => {
  const ago = (hours: number) => ({ ...read, [which]: now.subtract({ hours }) });
  expect(standsAs(figures(), ago(3), now)).toBe('agrees');
  expect(standsAs(figures(), ago(4), now)).toBe('not_known');
  expect(standsAs(figures(), { ...read, [which]: null }, now)).toBe('not_known');
});

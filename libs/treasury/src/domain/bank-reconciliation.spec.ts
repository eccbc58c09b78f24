import { dayFromIso, money } from '#kernel';
import { expect, test } from '@jest/globals';
import {
  bankDifferenceOf,
  bankStandsAs,
  bankUnexplainedOf,
  type BankReconciliation,
  type OpenAtBank,
} from './bank-reconciliation.ts';
import { remedyOf } from './difference.ts';

const ID = '0190a0a0-0000-7000-8000-00000000aaaa';
const HEX = ID.replaceAll('-', '');
const open = (more: Partial<OpenAtBank>): OpenAtBank => ({
  ...{ id: ID, side: 'bank', ownerId: null, seq: null, code: null },
  ...{ disbursementId: null, paymentFileId: null, processorObject: null, ...more },
});
const booked = (code: string) => open({ side: 'books', ownerId: ID, seq: 3, code });

test.each<[string, OpenAtBank, string, string | null]>([
  ['an entry that names nothing', open({}), `bank_${HEX} bank_entry bank_only`, 'book'],
  [
    'one of our payments',
    open({ disbursementId: ID }),
    `bank_${HEX} bank_transfer bank_only`,
    null,
  ],
  ['a file of ours', open({ paymentFileId: ID }), `bank_${HEX} bank_transfer bank_only`, null],
  ['a payout', open({ processorObject: 'po_1' }), `bank_${HEX} payout bank_only`, null],
  ['a top-up', open({ processorObject: 'tu_1' }), `bank_${HEX} top_up bank_only`, null],
  ['a payout in the books', booked('payout'), `book_${HEX}_3 payout not_at_bank`, null],
  ['one that came back', booked('payout_returned'), `book_${HEX}_3 payout not_at_bank`, null],
  ['a refund in the books', booked('refund'), `book_${HEX}_3 bank_transfer not_at_bank`, null],
  ['a top-up in the books', booked('topped_up'), `book_${HEX}_3 top_up not_at_bank`, null],
  ['a remittance', booked('remittance'), `book_${HEX}_3 other not_at_bank`, null],
])('%s: as what it is told, and what one press does', (_, one, told, remedy) => {
  const found = bankDifferenceOf(one);
  expect(`${found.objectId} ${found.subject} ${found.kind}`).toBe(told);
  expect(remedyOf(found)).toBe(remedy);
});

const usd = (minor: number) => money(BigInt(minor), 'USD');
const figures = (more: Partial<BankReconciliation> = {}): BankReconciliation => ({
  ...{ booked: usd(1_000), told: usd(1_000), before: usd(0), underWay: usd(0) },
  ...{ differences: usd(0), lines: 0, coveredTo: dayFromIso('2026-11-17'), ...more },
});
const today = dayFromIso('2026-11-27');

test.each<[string, Partial<BankReconciliation>, number | null, string]>([
  ['the same twice', {}, 0, 'agrees'],
  ['what lay there before', { told: usd(1_300), before: usd(300) }, 0, 'agrees'],
  ['what is on its way', { told: usd(400), underWay: usd(-600) }, 0, 'agrees'],
  ['what a line explains', { told: usd(990), differences: usd(-10), lines: 1 }, 0, 'differs'],
  ['lines that make each other up', { lines: 2 }, 0, 'differs'],
  ['what no line explains', { told: usd(1_001) }, 1, 'unexplained'],
  ['no statement', { told: null, coveredTo: null }, null, 'none'],
  ['a statement of eleven days ago', { coveredTo: dayFromIso('2026-11-16') }, 0, 'old'],
])('%s', (_, more, unexplained, standing) => {
  const of = figures(more);
  expect(bankUnexplainedOf(of)).toEqual(unexplained === null ? null : usd(unexplained));
  expect(bankStandsAs(of, today)).toBe(standing);
});

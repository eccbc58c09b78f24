import { dayFromIso } from '#kernel';
import { expect, test } from '@jest/globals';
import { isOverdue, matchEntries, type OpenEntry, type OpenTransfer } from './bank-matching.ts';

type Half = Partial<Omit<OpenEntry, 'day' | 'amountMinor'>>;
const day = (nr: number) => dayFromIso(`2026-11-${`${nr}`.padStart(2, '0')}`);
const half = (
  id: string,
  minor: number,
  on: number,
  more: Half = {},
): OpenEntry & OpenTransfer => ({
  ...{ id, amountMinor: BigInt(minor), day: day(on) },
  ...{ disbursementId: null, paymentFileId: null, processorObject: null, ...more },
});
const pays = (disbursementId: string, paymentFileId = 'f'): Half => ({
  disbursementId,
  paymentFileId,
});
const po = (processorObject: string): Half => ({ processorObject });

test.each<[string, OpenEntry[], OpenTransfer[], string[]]>([
  ['nothing', [], [], []],
  [
    'a payout by day and amount',
    [half('e', 500, 3)],
    [half('t', 500, 1, po('po_1'))],
    ['e amount t'],
  ],
  [
    'a payout by its name, however late',
    [half('e', 500, 20, po('po_1'))],
    [half('t', 500, 1, po('po_1'))],
    ['e name t'],
  ],
  [
    'another name is not found by amount',
    [half('e', 500, 3, po('po_2'))],
    [half('t', 500, 2, po('po_1'))],
    [],
  ],
  ['another amount', [half('e', 501, 3)], [half('t', 500, 2)], []],
  ['the other way', [half('e', -500, 3)], [half('t', 500, 2)], []],
  [
    'a payout that came back',
    [half('e', -500, 3)],
    [half('t', -500, 2, po('po_1'))],
    ['e amount t'],
  ],
  ['a week later', [half('e', 500, 9)], [half('t', 500, 2)], ['e amount t']],
  ['more than a week later', [half('e', 500, 10)], [half('t', 500, 2)], []],
  ['the bank a day before the books', [half('e', 500, 2)], [half('t', 500, 3)], ['e amount t']],
  ['the bank two days before the books', [half('e', 500, 2)], [half('t', 500, 4)], []],
  [
    'two alike, the earlier first',
    [half('e2', 500, 5), half('e1', 500, 4)],
    [half('t2', 500, 3), half('t1', 500, 2)],
    ['e1 amount t1', 'e2 amount t2'],
  ],
  [
    'the named one is not taken by an unnamed one before it',
    [half('e1', 500, 3), half('e2', 500, 4, po('po_1'))],
    [half('t1', 500, 2, po('po_1'))],
    ['e2 name t1'],
  ],
  [
    'a payment of ours by its name',
    [half('e', -700, 3, pays('d'))],
    [half('t', -700, 2, pays('d'))],
    ['e name t'],
  ],
  [
    'one that came back',
    [half('e', 700, 9, pays('d'))],
    [half('t', 700, 9, pays('d'))],
    ['e name t'],
  ],
  [
    'our payment in another amount',
    [half('e', -699, 3, pays('d'))],
    [half('t', -700, 2, pays('d'))],
    [],
  ],
  [
    'our payment without its name is somebody’s',
    [half('e', -700, 3)],
    [half('t', -700, 2, pays('d'))],
    [],
  ],
  [
    'a file booked at once',
    [half('e', -900, 3, { paymentFileId: 'f' })],
    [
      half('t1', -700, 2, pays('d1')),
      half('t2', -200, 2, pays('d2')),
      half('t3', -5, 2, pays('d3', 'g')),
    ],
    ['e file t1 t2'],
  ],
  [
    'a file booked at once, of which the books have less',
    [half('e', -900, 3, { paymentFileId: 'f' })],
    [half('t1', -700, 2, pays('d1'))],
    [],
  ],
])('%s', (_, entries, transfers, expected) => {
  const found = matchEntries(entries, transfers);
  expect(found.map((m) => [m.entryId, m.by, ...m.transferIds].join(' '))).toEqual(expected);
});

test.each([
  ['an entry kept today', 'bank', { kept: 8, covered: 8, today: 8 }, false],
  ['an entry kept yesterday', 'bank', { kept: 8, covered: 8, today: 9 }, false],
  ['an entry kept before that', 'bank', { kept: 8, covered: 8, today: 10 }, true],
  [
    'a row of the books that no statement covers',
    'books',
    { kept: 8, covered: 2, today: 28 },
    false,
  ],
  ['one that may be under way', 'books', { kept: 8, covered: 8, today: 28 }, false],
  ['one a week after which a statement ends', 'books', { kept: 8, covered: 9, today: 9 }, true],
] as const)('%s', (_, side, { kept, covered, today }, expected) => {
  const at = {
    keptOn: side === 'bank' ? day(kept) : null,
    coveredTo: day(covered),
    today: day(today),
  };
  expect(isOverdue({ side, day: day(2) }, at)).toBe(expected);
});

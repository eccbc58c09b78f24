// Whatever the books can hold is said in words: a code on a page or in a file is nobody's language.
import { expect, test } from '@jest/globals';
import { texts } from '../../apps/officer/src/text/index.ts';
import { chart } from '../../libs/ledger/src/domain/chart.ts';

const codesOf = (where: (row: (typeof chart)[number]) => boolean) => [
  ...new Set(chart.filter(where).map(({ code }) => code)),
];

test.each(['en', 'fr'] as const)('%s: each code of the chart has its words', (lang) => {
  const t = texts.textFor(lang);
  const nameless = codesOf(() => true).filter((code) => !t.has(`statement.line.${code}`));
  expect(nameless).toEqual([]);
});

test.each(['en', 'fr'] as const)('%s: and each that the bank’s side shows', (lang) => {
  const t = texts.textFor(lang);
  const atBank = codesOf((row) => [row.debit, row.credit].includes('bank:escrow'));
  expect(atBank.filter((code) => !t.has(`differences.code.${code}`))).toEqual([]);
});

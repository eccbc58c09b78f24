import { expect, test } from '@jest/globals';
import { formatMoney, money } from './money.ts';
import { frenchSpaces } from './typography.ts';

test.each([
  ['Quelle langue ? Celle-ci ; oui !', 'Quelle langue\u202f? Celle-ci\u202f; oui\u202f!'],
  ['Référence : {{r}}', 'Référence\u00a0: {{r}}'],
  ['dites « oui »', 'dites «\u00a0oui\u00a0»'],
  ['400 % de 10 000', '400\u00a0% de 10\u202f000'],
  ['27 3 2031, https://exemple.org', '27 3 2031, https://exemple.org'],
  ['déjà\u00a0: «\u00a0bien\u00a0»\u202f?', 'déjà\u00a0: «\u00a0bien\u00a0»\u202f?'],
])('French spaces that may not break: %j', (plain, set) => {
  expect(frenchSpaces(plain)).toBe(set);
  expect(frenchSpaces(set)).toBe(set);
});

test('no line breaks inside an amount', () => {
  for (const currency of ['USD', 'EUR', 'XOF']) {
    for (const locale of ['en', 'fr'] as const) {
      expect(formatMoney(money(1_000_050n, currency), locale)).not.toContain(' ');
    }
  }
});

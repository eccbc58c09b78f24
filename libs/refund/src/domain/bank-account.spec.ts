import { expect, test } from '@jest/globals';
import { isRoutingNumber, lastFourOf, readBankAccount } from './bank-account.ts';

const us = {
  kind: 'us',
  holder: 'Ada Byron',
  iban: '',
  routing: '021000021',
  number: '12345678',
} as const;
const iban = { ...us, kind: 'iban', iban: 'fr14 2004 1010 0505 0001 3m02 606' } as const;
const knows = (text: string) => text === 'FR1420041010050500013M02606';
const read = (typed: Parameters<typeof readBankAccount>[0], currency = 'USD') =>
  readBankAccount(typed, currency, knows);

test.each([
  ['021000021', true],
  ['011401533', true],
  ['021000022', false],
  ['210000210', false],
  ['000000000', false],
  ['02100002', false],
  ['02100002١', false],
])('routing number %s: %s', (text, is) => expect(isRoutingNumber(text)).toBe(is));

test('an account is read in whatever groups it was typed', () => {
  const read1 = read(iban, 'EUR');
  expect(read1).toMatchObject({ ok: true, value: { iban: 'FR1420041010050500013M02606' } });
  expect(read1.ok && lastFourOf(read1.value)).toBe('2606');
  const read2 = read({ ...us, holder: '  Ada   Byron ', routing: '0210-0002 1' });
  expect(read2).toEqual({
    ok: true,
    value: { kind: 'us', routing: '021000021', number: '12345678', holder: 'Ada Byron' },
  });
  expect(read2.ok && lastFourOf(read2.value)).toBe('5678');
});

test.each(['Ngọc Trâm Nguyễn', 'Łukasz Đinđić', 'Aïssata N’Diaye', 'Æsa Þórsdóttir', 'Smith & Co'])(
  '%s is a name that a bank can write',
  (holder) => expect(read({ ...us, holder })).toMatchObject({ ok: true, value: { holder } }),
);

test.each([
  [{ ...us, holder: ' ' }, 'USD', 'holder_missing'],
  [{ ...us, holder: 'x'.repeat(71) }, 'USD', 'holder_too_long'],
  [{ ...us, holder: '陳大文' }, 'USD', 'holder_not_latin'],
  [{ ...us, holder: 'Ольга Petrova' }, 'USD', 'holder_not_latin'],
  [{ ...iban, iban: 'FR00' }, 'USD', 'iban_wrong'],
  [{ ...us, routing: '021000022' }, 'USD', 'routing_wrong'],
  [{ ...us, number: '123' }, 'USD', 'number_wrong'],
  [{ ...us, number: '12345678a' }, 'USD', 'number_wrong'],
  [us, 'EUR', 'only_dollars'],
] as const)('refused: %j in %s', (typed, currency, code) => {
  expect(read(typed, currency)).toMatchObject({ ok: false, code });
});

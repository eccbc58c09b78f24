import { money, Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { isSameName, undertakingText } from './undertaking-text.ts';

const terms = {
  reference: 'VB-7K3M-9Q2X',
  payerName: 'Ada Example',
  amount: money(1_000_000n, 'USD'),
  postBy: Temporal.PlainDate.from('2026-12-24'),
  legalReference: 'Decree 1',
  refundPromiseDays: 30,
  replyDays: 14,
  appealDays: 33,
};

test.each(['en', 'fr'] as const)('the %s text names all terms', (language) => {
  const text = undertakingText(terms, language);
  const day = language === 'en' ? '24 December 2026' : '24 décembre 2026';
  const amount = language === 'en' ? '$10,000' : /10\s000\s\$/u;
  for (const part of ['VB-7K3M-9Q2X', 'Ada Example', 'Decree 1', day, '30', '14', '33']) {
    expect(text).toContain(part);
  }
  expect(text).toMatch(amount);
});

test('both languages say the same number of things', () => {
  const lines = (language: 'en' | 'fr') => undertakingText(terms, language).split('\n').length;
  expect(lines('en')).toBe(lines('fr'));
});

test('a typed name is the same whatever its case, accents, spaces and marks', () => {
  expect(isSameName('Aïcha N’Diaye-Touré', ' aicha  n diaye toure ')).toBe(true);
  expect(isSameName('Ada Example', 'Ada Examples')).toBe(false);
  expect(isSameName('', ' ')).toBe(false);
});

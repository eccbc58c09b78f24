import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problemsOf, type AuditEvent } from './entry.ts';

const event = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  action: 'bond.directed',
  subjectKind: 'bond',
  subjectId: null,
  ...more,
});

test('ids, codes, amounts and moments may stand in the trail', () => {
  const details = {
    id: '01990000-0000-7000-8000-000000000000',
    rule: 'R15a',
    amount: '1000000',
    tries: 3,
    zone: 'Africa/Bamako',
    at: '2026-08-01T10:00:00+02:00',
  };
  expect(problemsOf(event({ details }))).toEqual([]);
});

test.each([
  ['an address', 'ada@example.org'],
  ['a name with a space', 'Ada Lovelace'],
  ['a name with accents', 'Traoré'],
  ['markup', '<b>'],
])('%s may not', (_what, text) => {
  expect(problemsOf(event({ details: { text } }))).toEqual(['details.text']);
});

test.each(['Ada Lovelace', 'ada@example.org', 'Traoré', '', '<b>', 'a'.repeat(41), '__proto__x'])(
  'a name is a code as well: %s is not',
  (name) => {
    expect(problemsOf(event({ details: { [name]: 1 } }))).toEqual(['details: a name']);
  },
);

test('whole numbers only, and not more than a trail can carry', () => {
  expect(problemsOf(event({ details: { share: 0.5 } }))).toEqual(['details.share']);
  expect(problemsOf(event({ details: { share: Number.NaN } }))).toEqual(['details.share']);
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`n${i}`, i]));
  expect(problemsOf(event({ details: many }))).toEqual(['details']);
});

test('actions and kinds are words of ours', () => {
  expect(problemsOf(event({ action: 'Directed the bond' }))).toEqual(['action']);
  expect(problemsOf(event({ subjectKind: 'bond 1' }))).toEqual(['subjectKind']);
});

test('no text with a space or an at sign gets through, whatever surrounds it', () => {
  const tainted = fc.tuple(fc.string(), fc.constantFrom(' ', '@'), fc.string());
  fc.assert(
    fc.property(tainted, (parts) => {
      expect(problemsOf(event({ details: { x: parts.join('') } }))).toContain('details.x');
    }),
  );
});

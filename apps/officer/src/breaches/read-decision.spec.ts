import { expect, test } from '@jest/globals';
import { factors } from '#breach';
import { decisionFields, minorOf, readDecision } from './read-decision.ts';

const grounds = [
  { id: 'g1', code: 'late_departure' as const, facts: 'Left late.', replies: [], uploadIds: [] },
];
const on = { grounds, heldMinor: 1_000_000n, currency: 'USD', held: '$10,000.00' };
const whole = {
  ...{ ground_late_departure: 'yes', reasons_late_departure: 'The record.' },
  ...Object.fromEntries(
    factors.flatMap((f) => [
      [`weighs_${f}`, 'neither'],
      [`note_${f}`, 'So.'],
    ]),
  ),
  ...{ outcome: 'part', forfeit: '3000', reasons: 'As said.', post: 'no' },
};

test('a whole form is a decision', () => {
  const { value, errors } = readDecision(whole, on);
  expect(errors).toEqual([]);
  expect(value).toMatchObject({ outcome: 'part', forfeitMinor: 300_000n, byPost: false });
  expect(value!.findings).toEqual([
    { groundId: 'g1', isEstablished: true, reasons: 'The record.' },
  ]);
  expect(value!.factors.map((f) => f.factor)).toEqual([...factors]);
});

test('each missing field has its own error, in the order of the page', () => {
  const { value, errors } = readDecision({}, on);
  expect(value).toBeNull();
  const asked = decisionFields(grounds).filter((name) => name !== 'forfeit');
  expect(errors.map((e) => e.field)).toEqual(asked);
});

test.each(['', '0', '10000', '10 000,01', '-5', 'much', '1.005', '1e3'])(
  'a part of %j is refused',
  (forfeit) => {
    const { errors } = readDecision({ ...whole, forfeit }, on);
    expect(errors.map((e) => e.field)).toEqual(['forfeit']);
  },
);

test('amounts are read as both languages type them', () => {
  expect(minorOf('3000', 'USD')).toBe(300_000n);
  expect(minorOf('3000.5', 'USD')).toBe(300_050n);
  expect(minorOf('3\u202f000,50', 'USD')).toBe(300_050n);
  expect(minorOf('3000', 'XOF')).toBe(3000n);
  expect(minorOf('3000.5', 'XOF')).toBeNull();
});

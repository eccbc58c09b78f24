import { paymentWays } from '#kernel';
import { expect, test } from '@jest/globals';
import { shippedProgrammes } from '../data/install.ts';
import { asRules, problemsOf, ruleNames } from './rules.ts';
import { DEFAULT_TIER } from './tier.ts';

const [mali] = shippedProgrammes;
const good = mali!.versions[0]!.rules;

test.each(shippedProgrammes.flatMap((p) => p.versions.map((v) => [p.code, v] as const)))(
  '%s is shipped with usable rules, each with what it rests on',
  (_code, { rules }) => {
    expect(problemsOf(rules)).toEqual([]);
    expect(Object.keys(rules.basis).sort()).toEqual([...ruleNames].sort());
    expect(asRules(rules)).toBe(rules);
    expect([...rules.lowerTierReasons, ...rules.higherTierReasons]).not.toContain(DEFAULT_TIER);
  },
);

test.each([
  [{ daysToPost: 0 }, 'daysToPost'],
  [{ stayDays: 1.5 }, 'stayDays'],
  [{ refundHoldMinutes: -1 }, 'refundHoldMinutes'],
  [{ refundsPerHour: 0 }, 'refundsPerHour'],
  [{ tiersMinor: [] }, 'tiersMinor'],
  [{ tiersMinor: ['1000000', '500000'] }, 'tiersMinor'],
  [{ tiersMinor: [500000] }, 'tiersMinor'],
  [{ defaultTierMinor: '7' }, 'defaultTierMinor'],
  [{ lowerTierReasons: ['Poor man'] }, 'lowerTierReasons'],
  [{ paymentWays: [] }, 'paymentWays'],
  [{ paymentWays: ['card', 'card'] }, 'paymentWays'],
  [{ paymentWays: ['cash'] }, 'paymentWays'],
  [{ feesBorneBy: 'payer' }, 'feesBorneBy'],
  [{ interest: '3 %' }, 'interest'],
  [{ basis: { ...good.basis, daysToPost: { tag: 'X', source: 'so' } } }, 'basis.daysToPost'],
])('%p cannot be applied', (change, named) => {
  const problems = problemsOf({ ...good, ...change });
  expect(problems).toEqual([expect.stringContaining(named)]);
  expect(() => asRules({ ...good, ...change })).toThrow(named);
});

test('every way to pay may be a programme’s', () => {
  expect(problemsOf({ ...good, paymentWays })).toEqual([]);
});

test('no hold and no margin are rules as well', () => {
  expect(problemsOf({ ...good, refundHoldMinutes: 0, passportMarginMonths: 0 })).toEqual([]);
});

test.each([null, 'rules', 7, []])('%p is no rule set', (given) => {
  expect(problemsOf(given).length).toBeGreaterThan(ruleNames.length);
});

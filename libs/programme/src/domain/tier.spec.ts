import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maliUs } from '../data/mali-us.ts';
import { usPilot2025 } from '../data/us-pilot-2025.ts';
import { chooseTier, tierStanding, WAIVED } from './tier.ts';

const mali = maliUs.versions[0]!.rules;
const usa = usPilot2025.versions[0]!.rules;
const choose = (rules: typeof mali, amountMinor: bigint, reasonCode?: string) =>
  chooseTier(rules, 'USD', { amountMinor, reasonCode });

test('the default amount needs no reason and no second person', () => {
  const chosen = {
    ok: true,
    value: {
      amount: { minor: 1_000_000n, currency: 'USD' },
      reasonCode: 'default',
      needsSecondPerson: false,
    },
  };
  expect(choose(mali, 1_000_000n)).toEqual(chosen);
  expect(choose(mali, 1_000_000n, '')).toEqual(chosen);
  expect(choose(mali, 1_000_000n, 'default')).toEqual(chosen);
});

test.each(['ability_to_pay', 'minor'])('less needs a reason, %s, and a second person', (reason) => {
  expect(choose(mali, 500_000n, reason)).toEqual({
    ok: true,
    value: {
      amount: { minor: 500_000n, currency: 'USD' },
      reasonCode: reason,
      needsSecondPerson: true,
    },
  });
});

test('more than the default needs its own reason, and only where the programme has it', () => {
  expect(choose(usa, 1_500_000n, 'default_insufficient')).toMatchObject({
    ok: true,
    value: { needsSecondPerson: false },
  });
  expect(choose(usa, 1_500_000n)).toMatchObject({ code: 'reason_needed' });
  expect(choose(usa, 1_500_000n, 'minor')).toMatchObject({ code: 'unknown_reason' });
  expect(choose(mali, 1_500_000n, 'default_insufficient')).toMatchObject({ code: 'unknown_tier' });
});

test.each([
  [500_000n, undefined, 'reason_needed'],
  [500_000n, 'default', 'reason_needed'],
  [500_000n, 'friend', 'unknown_reason'],
  [1_000_000n, 'minor', 'unknown_reason'],
  [999_999n, 'minor', 'unknown_tier'],
  [0n, undefined, 'unknown_tier'],
  [-500_000n, 'minor', 'unknown_tier'],
])('%p for %p is refused: %s', (amount, reason, code) => {
  expect(choose(mali, amount, reason)).toMatchObject({ ok: false, code });
});

test('no amount outside the tiers is ever asked, and less than the default never by one person', () => {
  const reasons = fc.constantFrom(undefined, 'default', 'ability_to_pay', 'minor', 'x');
  const amounts = fc.oneof(fc.bigInt(), fc.constantFrom(500_000n, 1_000_000n, 1_500_000n));
  fc.assert(
    fc.property(fc.constantFrom(mali, usa), amounts, reasons, (rules, amount, reason) => {
      const chosen = choose(rules, amount, reason);
      if (!chosen.ok) return;
      expect(rules.tiersMinor).toContain(chosen.value.amount.minor.toString());
      expect(chosen.value.needsSecondPerson).toBe(amount < BigInt(rules.defaultTierMinor));
    }),
  );
});

test('no bond at all needs a reason and a second person, and only where it may be waived', () => {
  const waive = (reasonCode?: string) =>
    chooseTier(mali, 'USD', { amountMinor: WAIVED, reasonCode }, { waive: true });
  expect(waive('minor')).toMatchObject({
    value: { amount: { minor: 0n }, reasonCode: 'minor', needsSecondPerson: true },
  });
  expect(waive()).toMatchObject({ code: 'reason_needed' });
  expect(waive('friend')).toMatchObject({ code: 'unknown_reason' });
  expect(choose(mali, WAIVED, 'minor')).toMatchObject({ code: 'unknown_tier' });
});

test.each([
  [999_999n, 'lower'],
  [1_000_000n, 'usual'],
  [1_000_001n, 'higher'],
])('%p beside the usual amount is %s', (amount, standing) => {
  expect(tierStanding(amount, { defaultTierMinor: '1000000' })).toBe(standing);
});

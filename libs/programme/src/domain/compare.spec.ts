import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { shippedProgrammes } from '../data/install.ts';
import { compareProgrammes } from './compare.ts';
import { ruleNames } from './rules.ts';
import type { ProgrammeInForce } from './programme.ts';

const [mali, usa] = shippedProgrammes.map((p): ProgrammeInForce => {
  const { version, effectiveFrom, legalReference, rules } = p.versions[0]!;
  return {
    ...p,
    version,
    legalReference,
    rules,
    stateSince: Temporal.Instant.from('2025-10-23T00:00:00Z'),
    effectiveFrom: Temporal.PlainDate.from(effectiveFrom),
  };
}) as [ProgrammeInForce, ProgrammeInForce];

test('rule by rule, in one order, with the values as a page shows them', () => {
  const rows = compareProgrammes(mali, usa);
  expect(rows.map((r) => r.rule)).toEqual(ruleNames);
  expect(rows[1]).toMatchObject({
    rule: 'tiersMinor',
    same: false,
    left: { kind: 'amounts', amounts: [{ minor: 500_000n }, { minor: 1_000_000n }] },
    right: { kind: 'amounts', amounts: [{ minor: 500_000n }, { minor: 1_000_000n }, { minor: 1_500_000n }] }, // prettier-ignore
    leftBasis: { tag: 'P' },
  });
  expect(rows.find((r) => r.rule === 'daysToPost')).toMatchObject({
    same: true,
    left: { kind: 'count', unit: 'days', count: 30 },
  });
  expect(rows.find((r) => r.rule === 'visaValidityMonths')?.left).toMatchObject({ unit: 'months' });
});

test('a programme is the same as itself, whatever the order of its codes', () => {
  const turned = { ...mali.rules, purposes: [...mali.rules.purposes].reverse() };
  const rows = compareProgrammes(mali, { ...mali, rules: turned });
  expect(rows.filter((r) => !r.same)).toEqual([]);
});

test('the same figure in another currency is another amount', () => {
  const rows = compareProgrammes(mali, { ...mali, currency: 'XOF' });
  expect(rows.filter((r) => !r.same).map((r) => r.rule)).toEqual([
    'tiersMinor',
    'defaultTierMinor',
    'suspenseSecondPersonAboveMinor',
  ]);
});

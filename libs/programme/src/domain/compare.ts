import { money, type Money } from '#kernel';
import type { ProgrammeInForce } from './programme.ts';
import { ruleNames, type Basis, type RuleName } from './rules.ts';

type RuleUnit = 'days' | 'months' | 'times' | 'minutes' | 'perHour';

/** A rule's value in a form that a page can show in any language. */
export type RuleValue =
  | { readonly kind: 'amounts'; readonly amounts: readonly Money[] }
  | { readonly kind: 'count'; readonly unit: RuleUnit; readonly count: number }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

export interface ComparedRule {
  readonly rule: RuleName;
  readonly left: RuleValue;
  readonly right: RuleValue;
  readonly leftBasis: Basis;
  readonly rightBasis: Basis;
  readonly same: boolean;
}

const units: Partial<Record<RuleName, RuleUnit>> = {
  visaValidityMonths: 'months',
  passportMarginMonths: 'months',
  entries: 'times',
  refundHoldMinutes: 'minutes',
  refundsPerHour: 'perHour',
  refundsPerHourByClient: 'perHour',
};

function valueOf({ rules, currency }: ProgrammeInForce, rule: RuleName): RuleValue {
  if (rule === 'tiersMinor') {
    return { kind: 'amounts', amounts: rules.tiersMinor.map((t) => money(BigInt(t), currency)) };
  }
  if (rule === 'defaultTierMinor') {
    return { kind: 'amounts', amounts: [money(BigInt(rules.defaultTierMinor), currency)] };
  }
  if (rule === 'suspenseSecondPersonAboveMinor') {
    return { kind: 'amounts', amounts: [money(BigInt(rules[rule]), currency)] };
  }
  const value = rules[rule];
  if (typeof value === 'number')
    return { kind: 'count', unit: units[rule] ?? 'days', count: value };
  return { kind: 'codes', codes: typeof value === 'string' ? [value] : value };
}

// Codes are sets: their order says nothing.
function comparable(value: RuleValue): string {
  if (value.kind === 'amounts') {
    return value.amounts.map((a) => `${a.minor} ${a.currency}`).join();
  }
  return value.kind === 'count' ? `${value.count} ${value.unit}` : [...value.codes].sort().join();
}

/** Two programmes rule by rule: what reciprocity promises, and where it ends. */
export const compareProgrammes = (a: ProgrammeInForce, b: ProgrammeInForce): ComparedRule[] =>
  ruleNames.map((rule) => {
    const left = valueOf(a, rule);
    const right = valueOf(b, rule);
    return {
      rule,
      left,
      right,
      leftBasis: a.rules.basis[rule],
      rightBasis: b.rules.basis[rule],
      same: comparable(left) === comparable(right),
    };
  });

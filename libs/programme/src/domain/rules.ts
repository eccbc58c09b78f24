import type { PaymentWay } from '#kernel';

/** How sure a rule is: read in a primary text, in a secondary one, or decided by us. */
type BasisTag = 'P' | 'S' | 'D';

export interface Basis {
  readonly tag: BasisTag;
  /** The text it rests on, or why it was decided so. */
  readonly source: string;
}

/** Every rule that a programme may set, by the name it has in data and on the pages. */
export interface RuleValues {
  /** What a visa may be for: business, tourism (R1). */
  readonly purposes: readonly string[];
  /** The amounts an officer may ask, lowest first, in minor units as text (R7). */
  readonly tiersMinor: readonly string[];
  /** The amount that needs no reason (R8). */
  readonly defaultTierMinor: string;
  /** Reasons for less than the default; less needs a second person (R8). */
  readonly lowerTierReasons: readonly string[];
  /** Reasons for more than the default (R8). */
  readonly higherTierReasons: readonly string[];
  /** Days to post, from the direction to the end of the last day (R9). */
  readonly daysToPost: number;
  /** By which ways a bond may be paid, as far as its currency goes by them. */
  readonly paymentWays: readonly PaymentWay[];
  /** Months after issue in which the visa can be used (R13). */
  readonly visaValidityMonths: number;
  /** Days of stay from admission, where the border gave no date (R13). */
  readonly stayDays: number;
  /** How often the visa lets one in (R13). */
  readonly entries: number;
  /** Days after an unused visa's end until its bond is cancelled (R15b). */
  readonly unusedDaysAfter: number;
  /** Days after the leave-by date until a missing departure is asked about (R16). */
  readonly missingDaysAfter: number;
  /** Days to answer with proof of departure, until the bond is referred (R16). */
  readonly evidenceDays: number;
  /** Days to answer what an officer asks before deciding; then the officer goes on without it. */
  readonly informationDays: number;
  /** Days from cancellation in which the refund is promised (R26). */
  readonly refundPromiseDays: number;
  /** Minutes for which a refund that a rule made is kept back, so that a record can still be corrected (R33). */
  readonly refundHoldMinutes: number;
  /** Refunds an hour that rules may let leave; what is beyond waits for the treasury (R33). */
  readonly refundsPerHour: number;
  /** The same for what the records of one border system cause (R33). */
  readonly refundsPerHourByClient: number;
  /**
   * Up to this amount one person may count money in suspense towards the bond whose own payment brought
   * it, in minor units as text; '0': always two (R6).
   */
  readonly suspenseSecondPersonAboveMinor: string;
  /** Months for which the passport must be valid after the planned stay (R34). */
  readonly passportMarginMonths: number;
  /** Days to answer a notice of intent (R19). */
  readonly replyDays: number;
  /** Days to appeal from service (R22). */
  readonly appealDays: number;
  /** Days to appeal where the decision was served by post (R22). */
  readonly appealDaysByPost: number;
  /** Who pays what the processor charges; never the payer (R29). */
  readonly feesBorneBy: 'operator' | 'state';
  /** What held money earns for the payer (R28). */
  readonly interest: 'none';
}

export type RuleName = keyof RuleValues;

export interface Rules extends RuleValues {
  /** What each rule rests on. */
  readonly basis: Readonly<Record<RuleName, Basis>>;
}

/** The order in which pages and comparisons list the rules. */
export const ruleNames = [
  'purposes',
  'tiersMinor',
  'defaultTierMinor',
  'lowerTierReasons',
  'higherTierReasons',
  'daysToPost',
  'paymentWays',
  'visaValidityMonths',
  'stayDays',
  'entries',
  'unusedDaysAfter',
  'missingDaysAfter',
  'evidenceDays',
  'informationDays',
  'passportMarginMonths',
  'refundPromiseDays',
  'refundHoldMinutes',
  'refundsPerHour',
  'refundsPerHourByClient',
  'suspenseSecondPersonAboveMinor',
  'replyDays',
  'appealDays',
  'appealDaysByPost',
  'feesBorneBy',
  'interest',
] as const satisfies readonly RuleName[];

const COUNT_MAX = 3_660;
const TIERS_MAX = 10;
const counts = [
  'daysToPost',
  'visaValidityMonths',
  'stayDays',
  'entries',
  'unusedDaysAfter',
  'missingDaysAfter',
  'evidenceDays',
  'informationDays',
  'refundPromiseDays',
  'refundsPerHour',
  'refundsPerHourByClient',
  'replyDays',
  'appealDays',
  'appealDaysByPost',
] as const;
/** Numbers that may also be 0: none is asked. */
const margins = ['passportMarginMonths', 'refundHoldMinutes'] as const;
const lists = ['purposes', 'lowerTierReasons', 'higherTierReasons'] as const;

const isCount = (v: unknown) =>
  Number.isInteger(v) && (v as number) >= 1 && (v as number) <= COUNT_MAX;
const isMargin = (v: unknown) => v === 0 || isCount(v);
const isMinor = (v: unknown): v is string => typeof v === 'string' && /^[1-9]\d{0,14}$/.test(v);
const isMinorOrNone = (v: unknown) => v === '0' || isMinor(v);
const isCodes = (v: unknown) =>
  Array.isArray(v) && v.every((c) => typeof c === 'string' && /^[a-z][a-z_]{1,39}$/.test(c));
const WAYS: readonly unknown[] = ['card', 'bank_debit', 'bank_transfer'] satisfies PaymentWay[];
const isWays = (v: unknown) =>
  Array.isArray(v) &&
  v.length > 0 &&
  new Set(v).size === v.length &&
  v.every((w) => WAYS.includes(w));
const isBasis = (v: unknown) => {
  const { tag, source } = (v ?? {}) as Partial<Basis>;
  return ['P', 'S', 'D'].includes(tag ?? '') && typeof source === 'string' && source !== '';
};

/** What is wrong with a rule set, by rule; empty when it can be applied. */
export function problemsOf(given: unknown): string[] {
  const rules = (given ?? {}) as Record<string, unknown>;
  const basis = (rules.basis ?? {}) as Record<string, unknown>;
  return [
    ...counts.filter((n) => !isCount(rules[n])).map((n) => `${n}: a whole number from 1`),
    ...margins.filter((n) => !isMargin(rules[n])).map((n) => `${n}: a whole number from 0`),
    ...lists.filter((n) => !isCodes(rules[n])).map((n) => `${n}: a list of codes`),
    ...tierProblems(rules),
    ...(isWays(rules.paymentWays) ? [] : ['paymentWays: ways to pay, at least one, each once']),
    ...(isMinorOrNone(rules.suspenseSecondPersonAboveMinor)
      ? []
      : ['suspenseSecondPersonAboveMinor: an amount in minor units, as text']),
    ...(['operator', 'state'].includes(rules.feesBorneBy as string)
      ? []
      : ['feesBorneBy: operator or state']),
    ...(rules.interest === 'none' ? [] : ['interest: none']),
    ...ruleNames.filter((n) => !isBasis(basis[n])).map((n) => `basis.${n}: a tag and a source`),
  ];
}

function tierProblems(rules: Record<string, unknown>): string[] {
  const tiers = rules.tiersMinor;
  if (!Array.isArray(tiers) || tiers.length < 1 || tiers.length > TIERS_MAX) {
    return [`tiersMinor: from 1 to ${TIERS_MAX} amounts`];
  }
  if (!tiers.every(isMinor)) return ['tiersMinor: amounts in minor units, as text'];
  const rising = tiers.every((t, i) => i === 0 || BigInt(tiers[i - 1] as string) < BigInt(t));
  if (!rising) return ['tiersMinor: lowest first, each once'];
  return tiers.includes(rules.defaultTierMinor as string)
    ? []
    : ['defaultTierMinor: one of the tiers'];
}

/** Rules as they come out of the database. Throws when they cannot be applied. */
export function asRules(given: unknown): Rules {
  const problems = problemsOf(given);
  if (problems.length) throw new TypeError(`unusable rules: ${problems.join('; ')}`);
  return given as Rules;
}

import {
  addDays,
  dayIn,
  endOfDay,
  isOnOrBefore,
  Temporal,
  type Instant,
  type PlainDate,
  type Zone,
} from '#kernel';
import type { RuleValues } from './rules.ts';

/**
 * The last moment to post: the end of the last day in the consulate's zone. The day of the
 * direction is not counted (R9).
 */
export const postingDeadline = (
  directedAt: Instant,
  zone: Zone,
  rules: Pick<RuleValues, 'daysToPost'>,
): Instant => endOfDay(addDays(dayIn(directedAt, zone), rules.daysToPost), zone);

export interface VisaDates {
  readonly validFrom: PlainDate;
  /** Last day on which the visa can be used to enter. */
  readonly validUntil: PlainDate;
}

/** Usable from the day of issue; where the end month is too short, through its last day (R13). */
export const visaDates = (
  issuedOn: PlainDate,
  rules: Pick<RuleValues, 'visaValidityMonths'>,
): VisaDates => ({
  validFrom: issuedOn,
  validUntil: issuedOn.add({ months: rules.visaValidityMonths }),
});

/** A journey as it is planned: its first day and the days of stay after it. */
export interface PlannedStay {
  readonly arrivesOn: PlainDate;
  readonly days: number;
}

/**
 * The day through which the passport must be valid: the last day of the planned stay and a margin
 * (R34). A plan whose first day has passed is taken to begin today.
 */
export function passportNeededUntil(
  plan: PlannedStay,
  rules: Pick<RuleValues, 'passportMarginMonths'>,
  today: PlainDate,
): PlainDate {
  const first = isOnOrBefore(today, plan.arrivesOn) ? plan.arrivesOn : today;
  return addDays(first, plan.days).add({ months: rules.passportMarginMonths });
}

export interface PassportValidity {
  readonly expiresOn: PlainDate;
  readonly neededUntil: PlainDate;
  readonly isEnough: boolean;
}

/**
 * Whether a passport outlasts the planned stay (R34): the one that lasts longest of those that the
 * traveller may show. Null where there is none.
 */
export function passportValidity(
  expiries: readonly PlainDate[],
  plan: PlannedStay,
  rules: Pick<RuleValues, 'passportMarginMonths'>,
  today: PlainDate,
): PassportValidity | null {
  const [expiresOn] = [...expiries].sort((a, b) => Temporal.PlainDate.compare(b, a));
  if (!expiresOn) return null;
  const neededUntil = passportNeededUntil(plan, rules, today);
  return { expiresOn, neededUntil, isEnough: isOnOrBefore(neededUntil, expiresOn) };
}

/** The day up to which records must be complete before an unused visa returns its bond (R15b). */
export const unusedDueOn = (
  validUntil: PlainDate,
  rules: Pick<RuleValues, 'unusedDaysAfter'>,
): PlainDate => addDays(validUntil, rules.unusedDaysAfter);

/** The day up to which records must be complete before a missing departure is asked about (R16). */
export const departureDueOn = (
  leaveBy: PlainDate,
  rules: Pick<RuleValues, 'missingDaysAfter'>,
): PlainDate => addDays(leaveBy, rules.missingDaysAfter);

/** The last day to answer a request for evidence; the day of the request is not counted (R16). */
export const evidenceDueOn = (
  requestedOn: PlainDate,
  rules: Pick<RuleValues, 'evidenceDays'>,
): PlainDate => addDays(requestedOn, rules.evidenceDays);

/** The day by which the refund is promised (R26). */
export const promisedBy = (
  cancelledOn: PlainDate,
  rules: Pick<RuleValues, 'refundPromiseDays'>,
): PlainDate => addDays(cancelledOn, rules.refundPromiseDays);

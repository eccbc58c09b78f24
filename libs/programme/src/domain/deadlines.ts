import { addDays, dayIn, endOfDay, type Instant, type PlainDate, type Zone } from '#kernel';
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

/** The last authorised day, inclusive: the border's date, else admission and the visa's days (R13). */
export const leaveBy = (
  admittedOn: PlainDate,
  rules: Pick<RuleValues, 'stayDays'>,
  authorisedUntil?: PlainDate | null,
): PlainDate => authorisedUntil ?? addDays(admittedOn, rules.stayDays);

/** The day by which the refund is promised (R26). */
export const promisedBy = (
  cancelledOn: PlainDate,
  rules: Pick<RuleValues, 'refundPromiseDays'>,
): PlainDate => addDays(cancelledOn, rules.refundPromiseDays);

import { formatDay, type PlainDate } from '#kernel';
import { passportValidity, type PlannedStay } from '#programme';
import { readDate, type Answers, type DateAnswer, type FieldError } from '#web';
import { problem, type ApplyFacts } from './apply-page.ts';

export const TRAVEL_PLAN = 'travel-plan';

export const arrivesOnOf = (values: Answers, today: PlainDate): DateAnswer =>
  readDate(values, {
    field: 'arrivesOn',
    whatKey: 'apply.error.arrivesOn',
    today,
    rule: 'todayOrFuture',
  });

/** The planned journey as far as it was typed; null while a part is missing or wrong. */
export function planOf(values: Answers | undefined, today: PlainDate): PlannedStay | null {
  const arrivesOn = values && arrivesOnOf(values, today).day;
  const days = Number(values?.stayDays);
  return arrivesOn && Number.isInteger(days) && days > 0 ? { arrivesOn, days } : null;
}

/**
 * Says that the passport ends too early for the journey, with the day that is needed (R34); null when
 * it lasts, or its last day is not known. Without a plan the shortest journey is meant, today's: what
 * ends before that is of no use for any.
 */
export function validityProblem(
  expiresOn: PlainDate | null,
  plan: PlannedStay | null,
  facts: ApplyFacts,
  at: { readonly field: string; readonly key: string },
): FieldError | null {
  if (!expiresOn) return null;
  const { today, lang, passportMarginMonths } = facts;
  const meant = plan ?? { arrivesOn: today, days: 1 };
  const validity = passportValidity([expiresOn], meant, { passportMarginMonths }, today);
  if (!validity || validity.isEnough) return null;
  const params = {
    months: passportMarginMonths,
    needed: formatDay(validity.neededUntil, lang),
    expires: formatDay(expiresOn, lang),
  };
  return { ...problem(at.field, at.key, params), part: 'day' };
}

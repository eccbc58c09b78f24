import { addDays, dayIn, endOfDay, isBefore, type Instant, type Zone } from '#kernel';

/** What an officer may need before deciding; what exactly is said in words. */
export const informationReasons = [
  'document_missing',
  'document_unreadable',
  'purpose_unclear',
  'means_unclear',
  'answers_contradict',
  'another_reason',
] as const;
export type InformationReason = (typeof informationReasons)[number];

/** How a request ended: the applicant answered, let it pass, or took the application back. */
export type InformationOutcome = 'answered' | 'not_answered' | 'withdrawn';

/** Of one case: asking is no way never to decide. */
export const REQUESTS_OF_CASE_MAX = 5;
/** Letters of what is asked, and of the answer. */
export const REQUEST_TEXT_MAX = 2000;
export const ANSWER_TEXT_MAX = 4000;
/** Days before the last one on which the applicant is reminded. */
const REMINDER_DAYS = 7;

/** The applicant's clock, which both sides are shown; it stops with the answer (R31). */
export interface InformationClock {
  /** The end of the last day in the consulate's zone. */
  readonly answerBy: Instant;
  /** When something is due next: the reminder, then the end. */
  readonly dueAt: Instant;
}

/** The day on which it was asked is not counted. Where there is no room for a reminder, there is none. */
export function informationClock(askedAt: Instant, zone: Zone, days: number): InformationClock {
  const lastDay = addDays(dayIn(askedAt, zone), days);
  const answerBy = endOfDay(lastDay, zone);
  const remindAt = endOfDay(addDays(lastDay, -REMINDER_DAYS), zone);
  return { answerBy, dueAt: isBefore(askedAt, remindAt) ? remindAt : answerBy };
}

/** What is due of a request that is open. Silence decides nothing but whose turn it is. */
export function dueOf(clock: InformationClock, now: Instant): 'nothing' | 'reminder' | 'silence' {
  if (isBefore(clock.answerBy, now)) return 'silence';
  const isDue = isBefore(clock.dueAt, now) && isBefore(clock.dueAt, clock.answerBy);
  return isDue ? 'reminder' : 'nothing';
}

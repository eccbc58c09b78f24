// Which day each case waits for, and what a border post could report of its traveller.
import { Temporal, type PlainDate } from '#kernel';

/** The days of one case, as far as there are any. */
export interface CaseDays {
  readonly caseState: string;
  readonly bondState: string | null;
  /** The last day to post the bond. */
  readonly postBy: PlainDate | null;
  readonly visaUntil: PlainDate | null;
  readonly admittedOn: PlainDate | null;
  readonly departedOn: PlainDate | null;
  readonly leaveBy: PlainDate | null;
  /** From the day after it, the missing record means something. */
  readonly dueOn: PlainDate | null;
  /** The last day to send proof of a departure. */
  readonly answerOn: PlainDate | null;
  /** The last day to reply to a notice of breach. */
  readonly replyOn: PlainDate | null;
  readonly appealOn: PlainDate | null;
}

type DeadlineName =
  'post' | 'visa' | 'unused' | 'leave' | 'missing' | 'answer' | 'reply' | 'appeal';

export interface Deadline {
  readonly name: DeadlineName;
  /** The last day; it has passed on the day after. */
  readonly on: PlainDate;
}

const TO_POST = ['required', 'payment_started'];

function deadlinesOf(days: CaseDays): [DeadlineName, PlainDate | null][] {
  const { caseState, bondState } = days;
  if (TO_POST.includes(bondState ?? '')) return [['post', days.postBy]];
  if (bondState === 'evidence_requested') return [['answer', days.answerOn]];
  if (bondState === 'notice_given') return [['reply', days.replyOn]];
  if (bondState === 'breach_declared') return [['appeal', days.appealOn]];
  if (caseState === 'visa_issued') {
    return [
      ['visa', days.visaUntil],
      ['unused', days.dueOn],
    ];
  }
  if (caseState === 'travelling') {
    return [
      ['leave', days.leaveBy],
      ['missing', days.dueOn],
    ];
  }
  return [];
}

/** The next day that passes by itself; null when nothing of the case waits for one. */
export function nextDeadline(days: CaseDays, today: PlainDate): Deadline | null {
  const ahead = deadlinesOf(days).flatMap(([name, on]) =>
    on && Temporal.PlainDate.compare(on, today) >= 0 ? [{ name, on }] : [],
  );
  return ahead.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))[0] ?? null;
}

export const CROSSINGS = ['admitted', 'refused', 'departed'] as const;
export type CrossingKind = (typeof CROSSINGS)[number];

/** What the border could see of the traveller now. */
export function crossingsOf({ visaUntil, admittedOn, departedOn }: CaseDays): CrossingKind[] {
  if (!visaUntil || departedOn) return [];
  return admittedOn ? ['departed'] : ['admitted', 'refused'];
}

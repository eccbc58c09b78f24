import type { CaseState, InformationStanding } from '#application';
import type { CaseStanding } from '#bond-escrow';
import { dayIn, daysBetween, isBefore, isOnOrBefore } from '#kernel';
import type { Instant, PlainDate, Zone } from '#kernel';
import type { Tone } from '#web';

/** Why a case is where it is, beside its state. */
export type CaseBadge =
  | {
      readonly key: 'secondPerson' | 'paying' | 'waitingToday' | 'answered' | 'notAnswered';
      readonly tone: Tone;
    }
  | { readonly key: 'waitingDays'; readonly tone: Tone; readonly count: number }
  | {
      readonly key:
        | 'postBy'
        | 'postByOver'
        | 'postPaused'
        | 'useBy'
        | 'useByOver'
        | 'leaveBy'
        | 'leaveByOver'
        | 'answerBy';
      readonly tone: Tone;
      readonly day: PlainDate;
    };

export interface BadgeCase {
  readonly state: CaseState;
  readonly submittedAt: Instant | null;
  readonly assignedTo: string | null;
  readonly facts: CaseStanding | undefined;
  /** What was asked of the applicant last. */
  readonly information?: InformationStanding | undefined;
}

/** What an officer wants to know without opening the case; days are those of the consulate's zone. */
export function badgesOf(c: BadgeCase, now: Instant, zone: Zone): CaseBadge[] {
  const today = dayIn(now, zone);
  if (c.state === 'information_requested') return answerBy(c, zone);
  if (c.state === 'submitted' || c.state === 'in_review') return waiting(c, today, zone);
  if (!c.facts) return [];
  if (c.state === 'bond_required' || c.state === 'bond_lapsed') return toPost(c.facts, now, zone);
  const { validUntil, leaveBy } = c.facts;
  if (c.state === 'visa_issued' && validUntil) return [until('useBy', validUntil, today)];
  if (c.state === 'travelling' && leaveBy) return [until('leaveBy', leaveBy, today)];
  return [];
}

/** Whose turn it is, the state says; here until when. */
const answerBy = ({ information }: BadgeCase, zone: Zone): CaseBadge[] =>
  information ? [{ key: 'answerBy', tone: 'neutral', day: dayIn(information.answerBy, zone) }] : [];

/** It is the officer's turn again, with an answer or without one. */
function ofAnswer({ information }: BadgeCase): CaseBadge[] {
  if (information?.outcome === 'answered') return [{ key: 'answered', tone: 'good' }];
  return information?.outcome === 'not_answered' ? [{ key: 'notAnswered', tone: 'bad' }] : [];
}

function waiting(c: BadgeCase, today: PlainDate, zone: Zone): CaseBadge[] {
  if (c.facts?.isProposed) return [{ key: 'secondPerson', tone: 'wait' }];
  const answer = ofAnswer(c);
  if (!c.submittedAt || c.assignedTo !== null || answer.length > 0) return answer;
  const count = daysBetween(dayIn(c.submittedAt, zone), today);
  if (count <= 0) return [{ key: 'waitingToday', tone: 'neutral' }];
  return [{ key: 'waitingDays', tone: 'neutral', count }];
}

function toPost({ bondState, clock }: CaseStanding, now: Instant, zone: Zone): CaseBadge[] {
  if (!clock) return [];
  const due = clock.paused
    ? ({ key: 'postPaused', tone: 'wait', day: dayIn(clock.paused.since, zone) } as const)
    : dueBy(clock.postBy, now, zone);
  return bondState === 'payment_started' ? [{ key: 'paying', tone: 'info' }, due] : [due];
}

function dueBy(postBy: Instant, now: Instant, zone: Zone): CaseBadge {
  const day = dayIn(postBy, zone);
  return isBefore(postBy, now)
    ? { key: 'postByOver', tone: 'bad', day }
    : { key: 'postBy', tone: 'neutral', day };
}

const until = (key: 'useBy' | 'leaveBy', day: PlainDate, today: PlainDate): CaseBadge =>
  isOnOrBefore(today, day)
    ? { key, tone: 'neutral', day }
    : { key: `${key}Over`, tone: 'bad', day };

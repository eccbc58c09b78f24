import type { CaseState } from '#application';
import type { CaseStanding } from '#bond-escrow';
import { dayIn, daysBetween, isBefore, isOnOrBefore } from '#kernel';
import type { Instant, PlainDate, Zone } from '#kernel';
import type { Tone } from '#web';

/** Why a case is where it is, beside its state. */
export type CaseBadge =
  | { readonly key: 'secondPerson' | 'paying' | 'waitingToday'; readonly tone: Tone }
  | { readonly key: 'waitingDays'; readonly tone: Tone; readonly count: number }
  | {
      readonly key: 'postBy' | 'postByOver' | 'useBy' | 'useByOver' | 'leaveBy' | 'leaveByOver';
      readonly tone: Tone;
      readonly day: PlainDate;
    };

export interface BadgeCase {
  readonly state: CaseState;
  readonly submittedAt: Instant | null;
  readonly assignedTo: string | null;
  readonly facts: CaseStanding | undefined;
}

/** What an officer wants to know without opening the case; days are those of the consulate's zone. */
export function badgesOf(c: BadgeCase, now: Instant, zone: Zone): CaseBadge[] {
  const today = dayIn(now, zone);
  if (c.state === 'submitted' || c.state === 'in_review') return waiting(c, today, zone);
  if (!c.facts) return [];
  if (c.state === 'bond_required' || c.state === 'bond_lapsed') return toPost(c.facts, now, zone);
  const { validUntil, leaveBy } = c.facts;
  if (c.state === 'visa_issued' && validUntil) return [until('useBy', validUntil, today)];
  if (c.state === 'travelling' && leaveBy) return [until('leaveBy', leaveBy, today)];
  return [];
}

function waiting(c: BadgeCase, today: PlainDate, zone: Zone): CaseBadge[] {
  if (c.facts?.isProposed) return [{ key: 'secondPerson', tone: 'wait' }];
  if (!c.submittedAt || c.assignedTo !== null) return [];
  const count = daysBetween(dayIn(c.submittedAt, zone), today);
  if (count <= 0) return [{ key: 'waitingToday', tone: 'neutral' }];
  return [{ key: 'waitingDays', tone: 'neutral', count }];
}

function toPost({ bondState, postBy }: CaseStanding, now: Instant, zone: Zone): CaseBadge[] {
  if (!postBy) return [];
  const day = dayIn(postBy, zone);
  const due: CaseBadge = isBefore(postBy, now)
    ? { key: 'postByOver', tone: 'bad', day }
    : { key: 'postBy', tone: 'neutral', day };
  return bondState === 'payment_started' ? [{ key: 'paying', tone: 'info' }, due] : [due];
}

const until = (key: 'useBy' | 'leaveBy', day: PlainDate, today: PlainDate): CaseBadge =>
  isOnOrBefore(today, day)
    ? { key, tone: 'neutral', day }
    : { key: `${key}Over`, tone: 'bad', day };

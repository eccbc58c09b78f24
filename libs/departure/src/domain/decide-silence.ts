import { endOfDay, isBefore, type Instant, type PlainDate, type Zone } from '#kernel';

/** Whether the records of every port that was listed between two days, inclusive, are complete. */
type AreComplete = (from: PlainDate, through: PlainDate) => boolean;

export interface SilenceFacts {
  readonly now: Instant;
  readonly stage: 'before_a_visa' | 'visa_issued' | 'travelling' | 'over';
  readonly visa: {
    readonly validFrom: PlainDate;
    readonly admittedOn: PlainDate | null;
    readonly departedOn: PlainDate | null;
    /** The day up to which records must be complete; null once the stay is decided. */
    readonly dueOn: PlainDate | null;
  };
  /** Null when no bond was asked. */
  readonly bondState: string | null;
  /** Money of the bond left by another way, and nobody has settled it (R35). */
  readonly isFrozen: boolean;
  /** Zones of the programme's ports: the due day must be over in each. */
  readonly zones: readonly Zone[];
  readonly areComplete: AreComplete;
}

type WhyWait =
  /** The day is not over yet. */
  | 'not_due'
  /** A port has not stated that its records are complete: silence means nothing. */
  | 'records_incomplete'
  /** A reversal is not settled. */
  | 'frozen'
  /** There is no bond to ask about: a person looks. */
  | 'no_bond';

export type Silence =
  /** Nothing is waited for any more. */
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly why: WhyWait }
  /** The visa was never used: what the bond holds goes back, and the case is over (R15b). */
  | { readonly kind: 'unused'; readonly rule: 'R15b'; readonly returns: boolean }
  /** No departure is recorded: first the traveller is asked (R16). */
  | { readonly kind: 'request_evidence' };

const wait = (why: WhyWait): Silence => ({ kind: 'wait', why });

/** Its money is on its way back, or is gone by another way: only the case is left to end. */
const RETURNED: readonly (string | null)[] = [null, 'cancelled', 'closed', 'unsecured'];

const isOver = (now: Instant, day: PlainDate, zones: readonly Zone[]) =>
  zones.every((zone) => isBefore(endOfDay(day, zone), now));

/**
 * What it means that there is no record of a traveller: nothing, until every port has stated that all
 * records of the time are in. Never more than a question: silence takes no money (R21).
 */
export function decideSilence(f: SilenceFacts): Silence {
  const { visa, stage, bondState } = f;
  if (stage === 'over' || stage === 'before_a_visa' || visa.departedOn || !visa.dueOn) {
    return { kind: 'over' };
  }
  if (!isOver(f.now, visa.dueOn, f.zones)) return wait('not_due');
  if (!f.areComplete(visa.admittedOn ?? visa.validFrom, visa.dueOn)) {
    return wait('records_incomplete');
  }
  if (f.isFrozen) return wait('frozen');
  if (stage === 'visa_issued') {
    const returns = bondState === 'held';
    return returns || RETURNED.includes(bondState)
      ? { kind: 'unused', rule: 'R15b', returns }
      : { kind: 'over' };
  }
  if (bondState === 'held') return { kind: 'request_evidence' };
  return RETURNED.includes(bondState) ? wait('no_bond') : { kind: 'over' };
}

export interface AnswerFacts extends Pick<
  SilenceFacts,
  'now' | 'bondState' | 'isFrozen' | 'zones' | 'areComplete'
> {
  readonly request: {
    /** From which day on there is no record. */
    readonly silentFrom: PlainDate;
    /** The last day to answer, in `zone`. */
    readonly answerOn: PlainDate;
    readonly zone: Zone;
    /** Since when officers have the answer: the clock stands still (R31). */
    readonly answeredAt: Instant | null;
  };
}

export type Unanswered =
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly why: Exclude<WhyWait, 'no_bond'> | 'answered' }
  /** Suspected breach: a person decides (R16). */
  | { readonly kind: 'refer'; readonly ground: 'no_departure_record' };

/**
 * What follows when a request for evidence was not answered in time: a person decides. Not before the
 * records of the time to answer are complete as well: the departure may be among them.
 */
export function decideUnanswered(f: AnswerFacts): Unanswered {
  const { request } = f;
  if (f.bondState !== 'evidence_requested') return { kind: 'over' };
  if (request.answeredAt) return { kind: 'wait', why: 'answered' };
  if (!isOver(f.now, request.answerOn, [request.zone, ...f.zones])) {
    return { kind: 'wait', why: 'not_due' };
  }
  if (!f.areComplete(request.silentFrom, request.answerOn)) {
    return { kind: 'wait', why: 'records_incomplete' };
  }
  return f.isFrozen
    ? { kind: 'wait', why: 'frozen' }
    : { kind: 'refer', ground: 'no_departure_record' };
}

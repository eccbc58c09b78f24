import {
  addDays,
  isOnOrBefore,
  mayBeSecond,
  ok,
  refused,
  type PlainDate,
  type Result,
} from '#kernel';
import { provableBondStates, type SecondAnswer } from './decide-evidence.ts';
import { stayFactLifecycle, type StayFactState } from './stay-fact.lifecycle.ts';

/**
 * What may be reported of a stay: that its last day moves (R17), that its traveller has applied to
 * stay on (R16), or has died (R15e).
 */
export const stayFactKinds = ['extension', 'application_to_stay', 'death'] as const;
export type StayFactKind = (typeof stayFactKinds)[number];

/** Why a traveller stays longer; each code has a text in both languages. */
export const extensionReasons = [
  'illness',
  'no_transport',
  'family',
  'authority_granted',
  'another_reason',
] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Why what is reported is not accepted; each code has a text in both languages. */
export const stayFactRefusals = [
  'not_legible',
  'another_person',
  'not_shown',
  'not_authorised',
  'source_doubtful',
] as const;
export type StayFactRefusal = (typeof stayFactRefusals)[number];

/** Of one kind and one case, whatever became of them. */
export const STAY_FACTS_MAX = 5;
/** Against a slip in the year: nobody's visit is made longer than that. */
const EXTENSION_DAYS_MAX = 366;

/** Where each kind still changes something. */
export const countsIn: Readonly<
  Record<StayFactKind, { cases: readonly string[]; bonds: readonly string[]; withoutBond: boolean }>
> = {
  extension: {
    cases: ['travelling'],
    // After a notice the reply is the place for it: the adjudicator then finds no breach.
    bonds: ['held', 'evidence_requested', 'referred'],
    withoutBond: true,
  },
  application_to_stay: {
    cases: ['travelling'],
    bonds: ['held', 'evidence_requested'],
    withoutBond: false, // there is nothing to refer
  },
  death: { cases: ['visa_issued', 'travelling'], bonds: provableBondStates, withoutBond: true },
};

export interface StayStanding {
  readonly caseState: string;
  /** Null when no bond was asked. */
  readonly bondState: string | null;
}

/** Whether such a fact can still change anything, for who reports, decides and carries it out. */
export function mayCount(
  kind: StayFactKind,
  { caseState, bondState }: StayStanding,
): Result<true, 'no_stay' | 'bond_decided'> {
  const { cases, bonds, withoutBond } = countsIn[kind];
  if (!cases.includes(caseState)) return refused('no_stay');
  const counts = bondState === null ? withoutBond : bonds.includes(bondState);
  return counts ? ok(true) : refused('bond_decided');
}

export interface StayDays {
  readonly admittedOn: PlainDate | null;
  /** Last authorised day as it is now, inclusive. */
  readonly leaveBy: PlainDate | null;
}

export type StayDayRefusal =
  'not_longer' | 'too_far' | 'in_the_future' | 'before_admission' | 'no_leave_by';

/** Whether the day can be: an extension lies ahead of the last day, all else behind today. */
export function mayBeOn(
  kind: StayFactKind,
  day: PlainDate,
  { admittedOn, leaveBy }: StayDays,
  today: PlainDate,
): Result<true, StayDayRefusal> {
  if (kind === 'extension') {
    if (!leaveBy) return refused('no_leave_by');
    if (isOnOrBefore(day, leaveBy)) return refused('not_longer');
    return isOnOrBefore(day, addDays(leaveBy, EXTENSION_DAYS_MAX)) ? ok(true) : refused('too_far');
  }
  if (!isOnOrBefore(day, today)) return refused('in_the_future');
  const isBeforeStay = kind === 'application_to_stay' && admittedOn !== null;
  return isBeforeStay && !isOnOrBefore(admittedOn, day) ? refused('before_admission') : ok(true);
}

/** What an officer proposes: to accept it with the day that it shows, or to refuse it. */
export type StayProposal =
  | { readonly outcome: 'accept'; readonly day: PlainDate }
  | { readonly outcome: 'refuse'; readonly reason: string };

export type StayProposalRefusal =
  'wrong_state' | 'no_stay' | 'bond_decided' | 'unknown_reason' | StayDayRefusal;

/** Whether an officer may propose it, as fact, stay and bond stand now. */
export function mayProposeFact(
  fact: { readonly kind: StayFactKind; readonly state: StayFactState },
  facts: StayStanding & StayDays & { readonly today: PlainDate },
  proposal: StayProposal,
): Result<StayFactState, StayProposalRefusal> {
  const next = stayFactLifecycle.next(fact.state, 'proposed');
  if (!next.ok) return next;
  if (proposal.outcome === 'refuse') {
    const isKnown = (stayFactRefusals as readonly string[]).includes(proposal.reason);
    return isKnown ? ok(next.value) : refused('unknown_reason');
  }
  const counts = mayCount(fact.kind, facts);
  if (!counts.ok) return counts;
  const can = mayBeOn(fact.kind, proposal.day, facts, facts.today);
  return can.ok ? ok(next.value) : can;
}

/** Whether this person is another than the one who proposed it. */
export const mayConfirmFact = (
  fact: { readonly state: StayFactState; readonly proposedBy: string | null },
  answer: SecondAnswer,
  personId: string,
) => mayBeSecond(stayFactLifecycle, fact, answer, personId);

/** Nothing comes of it any more: the stay was decided without it, or lasts as long already. */
export const isFactOvertaken = (
  fact: { readonly kind: StayFactKind; readonly acceptedDay: PlainDate | null },
  f: StayStanding & Pick<StayDays, 'leaveBy'>,
): boolean =>
  !mayCount(fact.kind, f).ok ||
  (fact.kind === 'extension' &&
    fact.acceptedDay !== null &&
    (f.leaveBy === null || isOnOrBefore(fact.acceptedDay, f.leaveBy)));

/** What a longer stay does to a bond that is already asked about or referred. */
export type AfterExtension =
  /** Nothing but the dates. */
  | 'dates_only'
  /** The traveller may still be here: nothing is asked or suspected until the new day is over. */
  | 'held_again'
  /** The departure that was late is in time now: the bond goes back (R15a). */
  | 'departed_in_time';

export function afterExtension(f: {
  readonly bondState: string | null;
  readonly departedOn: PlainDate | null;
  readonly leaveBy: PlainDate;
}): AfterExtension {
  if (f.bondState === null || f.bondState === 'held') return 'dates_only';
  if (f.departedOn === null) return 'held_again';
  return isOnOrBefore(f.departedOn, f.leaveBy) ? 'departed_in_time' : 'dates_only';
}

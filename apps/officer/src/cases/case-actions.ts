import type { CaseActs } from '#bond-escrow';
import type { FrozenCode } from '#refund';
import {
  blocksDecision,
  caseLifecycle,
  journeyStates,
  mayAssign,
  refusalOf,
  type CaseState,
} from '#application';

export type ActionName =
  | 'take'
  | 'release'
  | 'direct'
  | 'information'
  | 'correct'
  | 'reopen'
  | 'refuse'
  | 'visa'
  | 'revoke'
  | 'freeze'
  | 'record';
type Blocked =
  | 'held_by_another'
  | 'other_consulate'
  | 'not_held_by_you'
  | 'already_proposed'
  | 'already_signed'
  | 'passport_not_confirmed'
  | FrozenCode;

/** Something that this state allows; blocked says what stands in this person's way. */
export interface CaseAction {
  readonly name: ActionName;
  readonly blocked: Blocked | null;
}

interface Row {
  readonly state: CaseState;
  readonly consulateId: string;
  readonly assignedTo: string | null;
}

export interface ActedOn extends Row, CaseActs {
  /** A lower amount waits for a second person (R8). */
  readonly isProposed: boolean;
  /** What keeps the visa from being issued; null when nothing does. */
  readonly visaStopped: FrozenCode | null;
}

/** A case with how its list says that it stands, and what was done in it. */
export const actedOn = (
  { state, consulateId, assignedTo }: Row,
  standing: Pick<ActedOn, 'isProposed'> | undefined,
  acts: CaseActs,
  visaStopped: FrozenCode | null = null,
): ActedOn => ({
  ...{ state, consulateId, assignedTo },
  ...{ isProposed: standing?.isProposed ?? false, visaStopped, ...acts },
});

export interface ActingOfficer {
  readonly id: string;
  readonly consulateId: string | null;
  readonly permissions: ReadonlySet<string>;
}

/** What a person may do with a case as it stands. The services check again under lock. */
export function actionsFor(c: ActedOn, who: ActingOfficer): CaseAction[] {
  const reviews = who.permissions.has('case.review');
  const decisions: CaseAction[] = [
    ...(may(c, who, 'visa.issue', 'visa_issued') ? [decision('visa', 'visa_issued', c, who)] : []),
    ...(may(c, who, 'bond.direct', 'bond_required')
      ? [decision('direct', 'bond_required', c, who)]
      : []),
    ...(who.permissions.has('bond.direct') && c.state === 'bond_required'
      ? [correction(c, who)]
      : []),
    ...(may(c, who, 'bond.direct', 'reopened') ? [decision('reopen', 'reopened', c, who)] : []),
    ...(may(c, who, 'case.review', 'information_requested')
      ? [decision('information', 'information_requested', c, who)]
      : []),
    ...(may(c, who, 'case.review', refusalOf(c.state))
      ? [decision('refuse', refusalOf(c.state), c, who)]
      : []),
  ];
  const mayRevoke = who.permissions.has('visa.issue') && c.state === 'visa_issued';
  const revoke: CaseAction[] = mayRevoke ? [{ name: 'revoke', blocked: null }] : [];
  const isJourney = journeyStates.some((state) => state === c.state);
  const record: CaseAction[] = reviews && isJourney ? [{ name: 'record', blocked: null }] : [];
  // Also a case that is over: its money may still be on its way.
  const mayFreeze = who.permissions.has('visa.issue') && c.state !== 'draft';
  const freeze: CaseAction[] = mayFreeze ? [{ name: 'freeze', blocked: null }] : [];
  return [...(reviews ? holding(c, who) : []), ...decisions, ...revoke, ...record, ...freeze];
}

type Decided =
  | ('visa_issued' | 'bond_required' | 'reopened' | 'information_requested')
  | ('refused' | 'refused_after_posting');

const may = (c: ActedOn, who: ActingOfficer, permission: string, event: Decided): boolean =>
  who.permissions.has(permission) && caseLifecycle.may(c.state, event);

function holding(c: ActedOn, who: ActingOfficer): CaseAction[] {
  const assign = mayAssign(c, { accountId: who.id, consulateId: who.consulateId });
  if (assign.ok) return [{ name: c.assignedTo === who.id ? 'release' : 'take', blocked: null }];
  return assign.code === 'wrong_state' ? [] : [{ name: 'take', blocked: assign.code }];
}

function decision(name: ActionName, event: Decided, c: ActedOn, who: ActingOfficer): CaseAction {
  if (event === 'visa_issued' && c.visaStopped) return { name, blocked: c.visaStopped };
  // One waiting decision at a time: what a second person approves must still be what was meant.
  if (c.isProposed) return { name, blocked: 'already_proposed' };
  return { name, blocked: blocksDecision(c, who.id, event, c.isPassportConfirmed) };
}

/** What is asked can be corrected until somebody has signed. */
function correction(c: ActedOn, who: ActingOfficer): CaseAction {
  if (c.wasSigned) return { name: 'correct', blocked: 'already_signed' };
  return decision('correct', 'bond_required', c, who);
}

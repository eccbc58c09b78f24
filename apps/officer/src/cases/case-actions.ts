import { blocksDecision, caseLifecycle, mayAssign, type CaseState } from '#application';

export type ActionName = 'take' | 'release' | 'direct' | 'correct' | 'refuse' | 'visa';
type Blocked =
  | 'held_by_another'
  | 'other_consulate'
  | 'not_held_by_you'
  | 'already_proposed'
  | 'already_signed'
  | 'passport_not_confirmed';

/** Something that this state allows; blocked says what stands in this person's way. */
export interface CaseAction {
  readonly name: ActionName;
  readonly blocked: Blocked | null;
}

export interface ActedOn {
  readonly state: CaseState;
  readonly consulateId: string;
  readonly assignedTo: string | null;
  /** A lower amount waits for a second person (R8). */
  readonly isProposed: boolean;
  /** An officer has confirmed the traveller's passport (R32). */
  readonly isPassportConfirmed: boolean;
  /** Somebody has signed for its bond (R10). */
  readonly wasSigned: boolean;
}

type Facts = Pick<ActedOn, 'isProposed' | 'isPassportConfirmed' | 'wasSigned'>;

/** A case with what its list knows of it; nothing known is nothing done. */
export const actedOn = (row: Omit<ActedOn, keyof Facts>, facts: Facts | undefined): ActedOn => ({
  state: row.state,
  consulateId: row.consulateId,
  assignedTo: row.assignedTo,
  isProposed: facts?.isProposed ?? false,
  isPassportConfirmed: facts?.isPassportConfirmed ?? false,
  wasSigned: facts?.wasSigned ?? false,
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
    ...(may(c, who, 'case.review', 'refused') ? [decision('refuse', 'refused', c, who)] : []),
  ];
  return [...(reviews ? holding(c, who) : []), ...decisions];
}

type Decided = 'visa_issued' | 'bond_required' | 'refused';

const may = (c: ActedOn, who: ActingOfficer, permission: string, event: Decided): boolean =>
  who.permissions.has(permission) && caseLifecycle.may(c.state, event);

function holding(c: ActedOn, who: ActingOfficer): CaseAction[] {
  const assign = mayAssign(c, { accountId: who.id, consulateId: who.consulateId });
  if (assign.ok) return [{ name: c.assignedTo === who.id ? 'release' : 'take', blocked: null }];
  return assign.code === 'wrong_state' ? [] : [{ name: 'take', blocked: assign.code }];
}

function decision(name: ActionName, event: Decided, c: ActedOn, who: ActingOfficer): CaseAction {
  // One waiting decision at a time: what a second person approves must still be what was meant.
  if (c.isProposed) return { name, blocked: 'already_proposed' };
  return { name, blocked: blocksDecision(c, who.id, event, c.isPassportConfirmed) };
}

/** What is asked can be corrected until somebody has signed. */
function correction(c: ActedOn, who: ActingOfficer): CaseAction {
  if (c.wasSigned) return { name: 'correct', blocked: 'already_signed' };
  return decision('correct', 'bond_required', c, who);
}

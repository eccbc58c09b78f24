import { ok, refused, type Result } from '#kernel';
import { caseLifecycle, officerStates, type CaseEvent, type CaseState } from './case.lifecycle.ts';

/** What decides who may act on a case. */
export interface Held {
  readonly state: CaseState;
  readonly consulateId: string;
  /** The officer who holds it; null when nobody does. */
  readonly assignedTo: string | null;
}

export interface Officer {
  readonly accountId: string;
  /** The consulate he belongs to; null for staff of all consulates. */
  readonly consulateId: string | null;
}

export type AssignRefusal = 'wrong_state' | 'held_by_another' | 'other_consulate';
export type DecideRefusal = 'wrong_state' | 'not_held_by_you' | 'passport_not_confirmed';

/** What makes of an application a journey waits until an officer has confirmed whose passport it is. */
const NEEDS_PASSPORT: ReadonlySet<CaseEvent> = new Set([
  ...(['bond_required', 'approved_without_bond', 'visa_issued'] as const),
]);

/** To take a case: it needs an officer, nobody else holds it, and the officer's consulate has it. */
export function mayAssign(c: Held, officer: Officer): Result<true, AssignRefusal> {
  const open = c.state === 'submitted' || (officerStates as readonly string[]).includes(c.state);
  if (!open) return refused('wrong_state', { state: c.state });
  if (officer.consulateId !== null && officer.consulateId !== c.consulateId) {
    return refused('other_consulate');
  }
  const isTaken = c.assignedTo !== null && c.assignedTo !== officer.accountId;
  return isTaken ? refused('held_by_another') : ok(true);
}

/** What stands in an officer's way where the case is at that point: he must hold it, and its passport be confirmed. */
export function blocksDecision(
  c: Pick<Held, 'assignedTo'>,
  officerId: string,
  event: CaseEvent,
  isPassportConfirmed: boolean,
): Exclude<DecideRefusal, 'wrong_state'> | null {
  if (c.assignedTo !== officerId) return 'not_held_by_you';
  return NEEDS_PASSPORT.has(event) && !isPassportConfirmed ? 'passport_not_confirmed' : null;
}

/** To decide, nothing may stand in the way, and the case must be at that point. */
export function mayDecide(
  c: Held,
  officerId: string,
  event: CaseEvent,
  isPassportConfirmed: boolean,
): Result<CaseState, DecideRefusal> {
  const blocked = blocksDecision(c, officerId, event, isPassportConfirmed);
  const next = caseLifecycle.next(c.state, event);
  if (blocked && (next.ok || blocked === 'not_held_by_you')) return refused(blocked);
  return next;
}

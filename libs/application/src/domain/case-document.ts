import { ok, refused, type Result } from '#kernel';
import { journeyStates, officerStates, visaStates, type CaseState } from './case.lifecycle.ts';
import type { Held, Officer } from './assignment.ts';

/** The passport that the case was submitted with, or one that took its place later. */
export type DocumentBasis = 'passport' | 'renewal';

/** Why somebody travels on another document than the one applied with; texts in both languages. */
export const renewalReasons = ['renewed', 'lost_or_stolen', 'damaged', 'name_changed'] as const;
export type RenewalReason = (typeof renewalReasons)[number];

/** Why a passport that was confirmed for somebody else is this traveller's after all. */
export const reassignReasons = [
  'shown_in_person',
  'other_mistyped',
  'same_traveller',
  'other_not_genuine',
] as const;
export type ReassignReason = (typeof reassignReasons)[number];

export const isRenewalReason = (code: string): code is RenewalReason =>
  (renewalReasons as readonly string[]).includes(code);
export const isReassignReason = (code: string): code is ReassignReason =>
  (reassignReasons as readonly string[]).includes(code);

/** Where a case came to nothing, it gives back what it claimed (R32). */
const releasingStates = [
  'refused',
  'refused_after_posting',
  'bond_lapsed',
  'withdrawn',
] as const satisfies readonly CaseState[];

export const releasesDocuments = (state: CaseState): boolean =>
  (releasingStates as readonly string[]).includes(state);

export type ConfirmRefusal = 'wrong_state' | 'not_held_by_you';
export type RenewRefusal = 'wrong_state' | 'other_consulate';

/** The officer who holds the case has seen the passport, and somebody has begun to look at it. */
export function mayConfirm(c: Held, officerId: string): Result<true, ConfirmRefusal> {
  if (c.assignedTo !== officerId) return refused('not_held_by_you');
  const isOpen = (officerStates as readonly string[]).includes(c.state);
  return isOpen && !releasesDocuments(c.state) ? ok(true) : refused('wrong_state');
}

/** A passport may be renewed until the journey is over; nobody holds a case whose visa is issued. */
export function mayRenew(c: Held, officer: Officer): Result<true, RenewRefusal> {
  const isOpen = ([...visaStates, ...journeyStates] as readonly string[]).includes(c.state);
  if (!isOpen) return refused('wrong_state', { state: c.state });
  const isOurs = officer.consulateId === null || officer.consulateId === c.consulateId;
  return isOurs ? ok(true) : refused('other_consulate');
}

import { isOnOrBefore, mayBeSecond, ok, refused, type PlainDate, type Result } from '#kernel';
import { evidenceLifecycle, type EvidenceState } from './evidence.lifecycle.ts';

/** What the second of two people makes of what the first proposed. */
export type SecondAnswer = 'accepted' | 'refused' | 'sent_back';

/** What proves a departure. */
export const evidenceKinds = ['boarding_pass', 'stamp', 'ticket', 'foreign_record'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What an officer compares, all of it before evidence is accepted. */
export const evidenceChecks = [
  'name',
  'document_number',
  'date',
  'port',
  'legible',
  'source',
] as const;
export type EvidenceCheck = (typeof evidenceChecks)[number];

/** Why evidence is refused; each code has a text in both languages. */
export const evidenceRefusals = [
  'not_legible',
  'another_person',
  'another_document',
  'date_not_shown',
  'after_leave_by',
  'not_a_departure',
  'source_doubtful',
] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];

/** Why a second person sends a proposal back. */
export const sendBackReasons = ['check_again', 'another_outcome', 'reason_not_right'] as const;
export type SendBackReason = (typeof sendBackReasons)[number];

/** States of a bond in which evidence can return it; a spec holds them against its lifecycle. */
export const provableBondStates = ['held', 'evidence_requested', 'referred', 'notice_given'];
export const isProvable = (bondState: string): boolean => provableBondStates.includes(bondState);

/** Pieces of evidence that one case may send. */
export const EVIDENCE_OF_CASE_MAX = 5;

/** What a traveller states; the days are days at the port. */
export interface ClaimedDeparture {
  readonly kind: EvidenceKind;
  readonly departedOn: PlainDate;
  /** A listed port; null for another place. */
  readonly portCode: string | null;
}

export interface Stay {
  readonly admittedOn: PlainDate | null;
  /** Last authorised day, inclusive. */
  readonly leaveBy: PlainDate | null;
}

/** Whether a departure may be reported at all: after an entry, while the bond can be returned. */
export function mayReport(f: {
  readonly caseState: string;
  /** Null when no bond was asked. */
  readonly bondState: string | null;
}): Result<true, 'not_travelling' | 'bond_decided'> {
  if (f.bondState === null || !isProvable(f.bondState)) return refused('bond_decided');
  return f.caseState === 'travelling' ? ok(true) : refused('not_travelling');
}

/** Whether what is claimed can be, and would return the bond. */
export function mayClaim(
  { departedOn }: Pick<ClaimedDeparture, 'departedOn'>,
  { admittedOn, leaveBy }: Stay,
  today: PlainDate,
): Result<true, 'in_the_future' | 'before_admission' | 'after_leave_by'> {
  if (!isOnOrBefore(departedOn, today)) return refused('in_the_future');
  if (admittedOn && !isOnOrBefore(admittedOn, departedOn)) return refused('before_admission');
  return isInTime(departedOn, leaveBy) ? ok(true) : refused('after_leave_by');
}

const isInTime = (departedOn: PlainDate, leaveBy: PlainDate | null): boolean =>
  leaveBy !== null && isOnOrBefore(departedOn, leaveBy);

/** What an officer proposes: to accept it, or to refuse it for this reason. */
export type EvidenceProposal =
  | { readonly outcome: 'accept'; readonly checks: readonly string[] }
  | { readonly outcome: 'refuse'; readonly checks: readonly string[]; readonly reason: string };

export type EvidenceProposalRefusal =
  'wrong_state' | 'bond_decided' | 'checks_missing' | 'after_leave_by' | 'unknown_reason';

/** Whether an officer may propose it, as evidence, claim and bond stand now. */
export function mayProposeOn(
  evidence: Pick<ClaimedDeparture, 'departedOn'> & { readonly state: EvidenceState },
  facts: { readonly bondState: string; readonly leaveBy: PlainDate | null },
  proposal: EvidenceProposal,
): Result<EvidenceState, EvidenceProposalRefusal> {
  const next = evidenceLifecycle.next(evidence.state, 'proposed');
  if (!next.ok) return next;
  if (!isProvable(facts.bondState)) return refused('bond_decided');
  if (proposal.outcome === 'refuse') {
    const isKnown = (evidenceRefusals as readonly string[]).includes(proposal.reason);
    return isKnown ? ok(next.value) : refused('unknown_reason');
  }
  if (!evidenceChecks.every((c) => proposal.checks.includes(c))) return refused('checks_missing');
  return isInTime(evidence.departedOn, facts.leaveBy) ? ok(next.value) : refused('after_leave_by');
}

/** Whether this person is another than the one who proposed it. */
export const mayConfirmProposal = (
  evidence: { readonly state: EvidenceState; readonly proposedBy: string | null },
  answer: SecondAnswer,
  personId: string,
) => mayBeSecond(evidenceLifecycle, evidence, answer, personId);

import { mayBeSecond, ok, refused, type Refused, type Result } from '#kernel';
import { isWindowOpen, type ReplyWindow } from './reply.ts';
import { breachRulingLifecycle, type RulingState } from './ruling.lifecycle.ts';

export const rulingKinds = ['decision', 'appeal', 'rescission'] as const;
export type RulingKind = (typeof rulingKinds)[number];

export const decisionOutcomes = ['none', 'part', 'full'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
export type AppealOutcome = 'upheld' | 'overturned';
export type RulingOutcome = DecisionOutcome | AppealOutcome | 'rescinded';

export const isDecisionOutcome = (code: string): code is DecisionOutcome =>
  (decisionOutcomes as readonly string[]).includes(code);
/** In minor units: what goes back to the payer, and what becomes the state's. */
export interface Parts {
  readonly refundMinor: bigint;
  readonly forfeitMinor: bigint;
}

/** The two parts of a decision always sum to what the bond holds (R20). */
export function partsOf(
  outcome: DecisionOutcome,
  heldMinor: bigint,
  forfeitMinor: bigint | null,
): Result<Parts, 'part_out_of_range'> {
  if (outcome === 'none') return ok({ refundMinor: heldMinor, forfeitMinor: 0n });
  if (outcome === 'full') return ok({ refundMinor: 0n, forfeitMinor: heldMinor });
  if (forfeitMinor === null || forfeitMinor <= 0n || forfeitMinor >= heldMinor) {
    return refused('part_out_of_range');
  }
  return ok({ refundMinor: heldMinor - forfeitMinor, forfeitMinor });
}

/** What a person had to do with a file before. */
export interface Involvement {
  /** Proposed or approved what the bond asks (R19). */
  readonly hasSetTheBond: boolean;
  /** Gave the notice, or proposed, confirmed or declined a decision in it (R22). */
  readonly hasDecided: boolean;
}

export type InvolvedRefusal = 'set_the_bond' | 'took_part';

/** An appeal is for those who had no part in anything before; a decision, for who did not set the bond. */
export function mayJudge(
  kind: RulingKind,
  { hasSetTheBond, hasDecided }: Involvement,
): Result<true, InvolvedRefusal> {
  if (hasSetTheBond) return refused('set_the_bond');
  return kind === 'appeal' && hasDecided ? refused('took_part') : ok(true);
}

type Frozen = 'money_left_elsewhere' | 'case_frozen';

export interface RulingFacts extends ReplyWindow {
  /** Something in this file waits for its second person or is being carried out. */
  readonly isOpenRuling: boolean;
  /** What stops it; null when nothing does (R35). */
  readonly frozen: Refused<Frozen> | null;
}

export type RulingRefusal = 'wrong_state' | 'window_open' | 'already_proposed' | Frozen;

/** In which states of the bond each kind of ruling is made. */
const STATES: Readonly<Record<RulingKind, readonly string[]>> = {
  decision: ['notice_given'],
  appeal: ['appealed'],
  rescission: ['breach_declared', 'breach_final', 'closed'],
};
export const isRulingState = (kind: RulingKind, bondState: string): boolean =>
  STATES[kind].includes(bondState);

/** Nothing is decided while the other side may still speak, nor on money that may be gone. */
export function mayPropose(kind: RulingKind, f: RulingFacts): Result<true, RulingRefusal> {
  if (!isRulingState(kind, f.bondState)) return refused('wrong_state', { state: f.bondState });
  if (isWindowOpen(f)) return refused('window_open');
  if (f.isOpenRuling) return refused('already_proposed');
  return f.frozen ?? ok(true);
}

export interface Proposed {
  readonly state: RulingState;
  readonly kind: RulingKind;
  readonly proposedBy: string;
}

/** Whether it waits for this person: never for who proposed it, and only while it still applies. */
export function maySecondRuling(
  ruling: Proposed,
  event: 'approved' | 'declined',
  personId: string,
  bondState: string,
): Result<RulingState, 'wrong_state' | 'same_person'> {
  const may = mayBeSecond(breachRulingLifecycle, ruling, event, personId);
  const stands = event === 'declined' || isRulingState(ruling.kind, bondState);
  return stands || !may.ok ? may : refused('wrong_state', { state: bondState });
}

export interface Findings {
  /** By ground that the notice named: whether it is established. */
  readonly established: readonly boolean[];
  readonly outcome: DecisionOutcome;
}

/** No breach without a ground that is established, and none with one (R18, R20). */
export const agree = ({ established, outcome }: Findings): boolean =>
  established.some(Boolean) === (outcome !== 'none');

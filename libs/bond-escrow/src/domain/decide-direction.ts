import { mayBeSecond, ok, refused, type Result } from '#kernel';
import type { BondState } from './bond.lifecycle.ts';
import { directionLifecycle, type DirectionState } from './direction.lifecycle.ts';

export interface DirectionOnDesk {
  readonly state: DirectionState;
  readonly proposedBy: string;
  /** Of the case now; a direction belongs to a review that is still open. */
  readonly caseState: string;
  /** Whether it takes the place of another direction, whose bond is asked already. */
  readonly isCorrection: boolean;
}

type Decided = Result<DirectionState, 'wrong_state' | 'same_person'>;

/** Whether it waits for this person: never for the one who proposed it (R8). */
export const maySecond = (
  direction: Pick<DirectionOnDesk, 'state' | 'proposedBy'>,
  event: 'approved' | 'declined',
  personId: string,
): Decided => mayBeSecond(directionLifecycle, direction, event, personId);

/** Whether this person may decide it as the case stands now. */
export function mayDecideDirection(
  direction: DirectionOnDesk,
  event: 'approved' | 'declined',
  personId: string,
): Decided {
  const { caseState, isCorrection } = direction;
  const expected = isCorrection ? 'bond_required' : 'in_review';
  const second = maySecond(direction, event, personId);
  if (second.ok && event === 'approved' && caseState !== expected) {
    return refused('wrong_state', { state: caseState });
  }
  return second;
}

export interface Terms {
  readonly amountMinor: bigint;
  readonly reasonCode: string;
}
export const areSameTerms = (a: Terms, b: Terms): boolean =>
  a.amountMinor === b.amountMinor && a.reasonCode === b.reasonCode;

export interface AskedNow extends Terms {
  readonly state: BondState;
  readonly directionId: string;
  /** Anybody has ever signed for it, under whatever terms. */
  readonly wasSigned: boolean;
}

export type CorrectRefusal = 'wrong_state' | 'already_signed' | 'same_terms';

/**
 * Whether what is asked may become these terms: until somebody has signed, for what was signed is a
 * contract, and payments are made for its amount (R10).
 */
export function mayCorrect(
  bond: AskedNow,
  direction: Terms & { readonly supersedes: string | null },
): Result<true, CorrectRefusal> {
  if (bond.wasSigned) return refused('already_signed');
  if (bond.state !== 'required') return refused('wrong_state', { state: bond.state });
  if (direction.supersedes !== bond.directionId) return refused('wrong_state');
  return areSameTerms(direction, bond) ? refused('same_terms') : ok(true);
}

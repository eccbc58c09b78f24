import type { AssessedCase, Assessment, VisaFacts } from './assess-movement.ts';

/** How the trail calls what a record did to a case and its bond; everything else did nothing. */
const effectiveOutcomes = ['admitted', 'R15a', 'R15c', 'referred_late'] as const;
export type EffectiveOutcome = (typeof effectiveOutcomes)[number];

export const effectOf = (outcome: string | null): EffectiveOutcome | null =>
  effectiveOutcomes.find((effect) => effect === outcome) ?? null;

export interface CorrectionFacts {
  /** What the older record did; null when no rule had used it, or it changed nothing. */
  readonly effect: EffectiveOutcome | null;
  /** The case that it was about, as it stands. */
  readonly case: AssessedCase | null;
  /**
   * What the rules would say of the newer record had the older never come; null for a deletion, and
   * where the newer is about somebody else or nobody.
   */
  readonly anew: Assessment | null;
  /** The document that the newer record names. */
  readonly documentId: string | null;
}

export type Correction =
  /** The older did nothing: the newer is a record like any other. */
  | 'replaces'
  /** The rules come to the same end: the newer stands for what the older did. */
  | 'changes_nothing'
  /** Nothing was decided since: what the older did is undone, and the newer looked at afresh. */
  | 'takes_back'
  /** Money was decided about, or people are at work: a person looks (R16). */
  | 'for_a_person';

/** What it means that a border system corrects or deletes one of its records (R16). */
export function decideCorrection({ effect, anew, documentId, ...f }: CorrectionFacts): Correction {
  if (effect === null || f.case === null) return 'replaces';
  const visa = f.case.visa;
  if (visa && anew && isSame(effect, anew, visa, documentId)) return 'changes_nothing';
  const isUndecided = f.case.bondState === null || f.case.bondState === 'held';
  const isOnlyAdmitted =
    effect === 'admitted' && f.case.stage === 'travelling' && visa?.departedOn === null;
  // Two people granted a longer stay on the strength of this admission (R17).
  if (visa?.extendedUntil) return 'for_a_person';
  return isUndecided && isOnlyAdmitted ? 'takes_back' : 'for_a_person';
}

function isSame(
  effect: EffectiveOutcome,
  anew: Assessment,
  visa: VisaFacts,
  documentId: string | null,
): boolean {
  switch (effect) {
    case 'admitted':
      return (
        anew.kind === 'admit' &&
        documentId === visa.admittedDocumentId &&
        anew.on.equals(visa.admittedOn!) &&
        anew.leaveBy.equals(visa.leaveBy!)
      );
    case 'referred_late':
      return anew.kind === 'refer';
    default:
      return anew.kind === 'cancel' && anew.rule === effect;
  }
}

/** The case as the rules would see it had a record never come that did this. */
export function withoutEffect(theCase: AssessedCase, effect: EffectiveOutcome): AssessedCase {
  const bondState = theCase.bondState === null ? null : 'held';
  const visa = theCase.visa && { ...theCase.visa, departedOn: null };
  if (effect === 'R15a' || effect === 'referred_late') {
    return { stage: 'travelling', visa, bondState };
  }
  const unused = { admittedOn: null, admittedDocumentId: null, leaveBy: null, extendedUntil: null };
  return { stage: 'visa_issued', visa: visa && { ...visa, ...unused }, bondState };
}

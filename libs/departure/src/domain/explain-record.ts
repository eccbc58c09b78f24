import type { PlainDate } from '#kernel';
import type { Assessment, AssessedCase } from './assess-movement.ts';
import type { Correction } from './decide-correction.ts';

/** What a traveller is told of a border record: what was recorded, and what follows from it. */
export type JourneyCode =
  | 'admitted'
  | 'departed_in_time'
  | 'departed_in_time_no_bond'
  | 'departed_late'
  | 'refused'
  | 'refused_no_bond'
  | `${RecordFacts['kind']}_with_officer`
  /** It counts no more; what took its place, if anything, speaks for itself. */
  | 'taken_back'
  | 'correction_with_officer'
  /** Officers looked and hold that it is not of this journey. */
  | 'dismissed';

export interface Explanation {
  readonly code: JourneyCode;
  /** The day of travel, where the port is. */
  readonly on: PlainDate;
  /** The last authorised day, as it stood; null where the sentence does not speak of it. */
  readonly leaveBy: PlainDate | null;
}

interface RecordFacts {
  readonly kind: 'admitted' | 'departed' | 'refused';
  readonly on: PlainDate;
  /** The case as it stood before the record; null when there is none. */
  readonly case: AssessedCase | null;
}

/** Null where it says nothing new: another record has told the same, or it is about no visa. */
export function explainRecord(assessment: Assessment, f: RecordFacts): Explanation | null {
  const { on } = f;
  const leaveBy = f.case?.visa?.leaveBy ?? null;
  switch (assessment.kind) {
    case 'nothing':
      return null;
    case 'desk':
      return f.case && { code: `${f.kind}_with_officer`, on, leaveBy: null };
    case 'admit':
      return { code: 'admitted', on, leaveBy: assessment.leaveBy };
    case 'refer':
      return { code: 'departed_late', on, leaveBy };
    case 'cancel': {
      const code = assessment.rule === 'R15a' ? 'departed_in_time' : 'refused';
      const isInTime = assessment.rule === 'R15a';
      return {
        code: goesBack(f.case) ? code : `${code}_no_bond`,
        on,
        leaveBy: isInTime ? leaveBy : null,
      };
    }
  }
}

/** A rule returns what is held; what went back by another way, or was never asked, is not told of. */
const goesBack = (theCase: AssessedCase | null) =>
  theCase?.bondState === 'held' || theCase?.bondState === 'evidence_requested';

const CORRECTED: Readonly<Record<Exclude<Correction, 'changes_nothing'>, JourneyCode>> = {
  replaces: 'taken_back',
  takes_back: 'taken_back',
  for_a_person: 'correction_with_officer',
};

/**
 * What is told of a correction, after what was told of the older record. Where the rules come to the
 * same end it is the same, on the day that the newer one names.
 */
export const explainCorrection = (
  correction: Correction,
  before: Explanation,
  on: PlainDate | null,
): Explanation =>
  correction === 'changes_nothing'
    ? { ...before, on: on ?? before.on }
    : { code: CORRECTED[correction], on: before.on, leaveBy: null };

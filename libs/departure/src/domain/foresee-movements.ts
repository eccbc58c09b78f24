import type { Instant, PlainDate } from '#kernel';
import {
  assessMovement,
  caseOfRecord,
  travelDay,
  type AssessedCase,
  type Assessment,
  type DocumentFacts,
  type MovementFacts,
  type PortFacts,
  type VisaFacts,
} from './assess-movement.ts';

/** A record that is not one yet, of a known traveller. */
export interface RecordToCome {
  readonly line: number;
  readonly kind: MovementFacts['kind'];
  readonly happenedAt: Instant;
  readonly portCode: string;
  readonly authorisedUntil: PlainDate | null;
  readonly documentId: string;
}

/** One of the traveller's cases as it stands now. */
export interface CaseBefore extends AssessedCase {
  readonly reference: string;
  /** The state, which says more than the stage. */
  readonly state: string;
  /** How each of the traveller's documents belongs to it. */
  basisOf(documentId: string): DocumentFacts['basis'];
}

export interface TravellerBefore {
  /** Of the programme, the newest first. */
  readonly cases: readonly CaseBefore[];
  /** Records that were used before. */
  readonly earlier: readonly MovementFacts[];
}

export interface ForeseenRecord {
  readonly line: number;
  readonly outcome: Assessment['kind'];
  /** The rule or the reason, as a code. */
  readonly why: string;
  readonly reference: string | null;
}

/**
 * What would follow from some records of one traveller if nothing else happened before, each seen
 * after those before it. `records` come in the order in which they happened.
 */
export function foreseeMovements(
  records: readonly RecordToCome[],
  before: TravellerBefore,
  portOf: (code: string, movement: MovementFacts) => PortFacts | null,
): ForeseenRecord[] {
  let cases = [...before.cases];
  const earlier = [...before.earlier];
  return records.map((record) => {
    const port = portOf(record.portCode, record);
    const found = caseOfRecord(cases, travelDay(record, port?.zone ?? 'UTC'));
    const assessment = assessMovement({
      ...{ movement: record, port, earlier, case: found ?? null },
      document: { id: record.documentId, basis: found?.basisOf(record.documentId) ?? null },
      authorisedUntil: record.authorisedUntil,
    });
    if (assessment.kind !== 'desk') earlier.push(record);
    if (found) cases = cases.map((c) => (c === found ? after(c, assessment, record) : c));
    const { outcome, why } = named(assessment);
    return { line: record.line, outcome, why, reference: found?.reference ?? null };
  });
}

function named(a: Assessment): Pick<ForeseenRecord, 'outcome' | 'why'> {
  if (a.kind === 'cancel') return { outcome: a.kind, why: a.rule };
  if (a.kind === 'refer') return { outcome: a.kind, why: a.ground };
  if (a.kind === 'admit') return { outcome: a.kind, why: 'admitted' };
  return { outcome: a.kind, why: a.why };
}

/** The case as it would be then. */
function after(c: CaseBefore, a: Assessment, { documentId }: RecordToCome): CaseBefore {
  const visa = (more: Partial<VisaFacts>) => c.visa && { ...c.visa, ...more };
  switch (a.kind) {
    case 'admit': {
      const stay = { admittedOn: a.on, admittedDocumentId: documentId, leaveBy: a.leaveBy };
      return { ...c, stage: 'travelling', state: 'travelling', visa: visa(stay) };
    }
    case 'cancel': {
      const bondState = c.bondState === 'closed' ? 'closed' : c.bondState && 'cancelled';
      const departed = a.rule === 'R15a' ? { departedOn: a.on } : {};
      return { ...c, stage: 'over', state: 'closed', bondState, visa: visa(departed) };
    }
    case 'refer':
      return { ...c, bondState: 'referred', visa: visa({ departedOn: a.on }) };
    default:
      return c;
  }
}

// The cases and records that the specs of assess-departure speak of.
import { Temporal, type Instant } from '#kernel';
import {
  assessMovement,
  type AssessmentFacts,
  type AssessedCase,
  type MovementFacts,
  type VisaFacts,
} from './assess-movement.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);
export const at = (text: string) => Temporal.Instant.from(text);

export const unusedVisa: VisaFacts = {
  validFrom: day('2026-11-01'),
  validUntil: day('2027-02-01'),
  stayDays: 30,
  admittedOn: null,
  admittedDocumentId: null,
  leaveBy: null,
  extendedUntil: null,
  departedOn: null,
};
export const usedVisa = {
  ...unusedVisa,
  admittedOn: day('2026-11-10'),
  admittedDocumentId: 'passport-m',
  leaveBy: day('2026-12-10'),
};
export const waiting: AssessedCase = { stage: 'visa_issued', visa: unusedVisa, bondState: 'held' };
export const travelling: AssessedCase = { stage: 'travelling', visa: usedVisa, bondState: 'held' };
export const closed: AssessedCase = {
  stage: 'over',
  visa: { ...usedVisa, departedOn: day('2026-12-01') },
  bondState: 'closed',
};

export const assess = (
  kind: MovementFacts['kind'],
  when: string | Instant,
  theCase: AssessedCase | null,
  more: Partial<AssessmentFacts> = {},
) =>
  assessMovement({
    movement: { kind, happenedAt: typeof when === 'string' ? at(when) : when },
    port: { zone: 'Africa/Bamako', listed: true },
    document: { id: 'passport-m', basis: 'passport' },
    case: theCase,
    authorisedUntil: null,
    earlier: [],
    ...more,
  });

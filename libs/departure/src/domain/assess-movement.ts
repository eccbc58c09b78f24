import {
  addDays,
  dayIn,
  isBefore,
  isOnOrBefore,
  type Instant,
  type PlainDate,
  type Zone,
} from '#kernel';

/** A border record, once its traveller is known. */
export interface MovementFacts {
  readonly kind: 'admitted' | 'departed' | 'refused';
  readonly happenedAt: Instant;
}

/** How the document of a record belongs to the case: applied with, or in its place since (R32). */
type BasisOfDocument = 'passport' | 'renewal';

export interface DocumentFacts {
  readonly id: string;
  /** Null: the traveller's, confirmed for another case and not for this one. */
  readonly basis: BasisOfDocument | null;
}

/** The port as the programme lists it; null where the programme does not know the code. */
export interface PortFacts {
  /** Travel dates are days in the port's zone (R31). */
  readonly zone: Zone;
  /** On the list on the day of travel (R14). */
  readonly listed: boolean;
}

export interface VisaFacts {
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  /** Longest stay from the admission (R13). */
  readonly stayDays: number;
  readonly admittedOn: PlainDate | null;
  /** The document on which the traveller was let in; null before the admission. */
  readonly admittedDocumentId: string | null;
  /** Last authorised day, inclusive; null before the admission. */
  readonly leaveBy: PlainDate | null;
  /** The last day as two people moved it (R17); null where the stay was not extended. */
  readonly extendedUntil: PlainDate | null;
  readonly departedOn: PlainDate | null;
}

export interface AssessedCase {
  readonly stage: 'before_a_visa' | 'visa_issued' | 'travelling' | 'over';
  readonly visa: VisaFacts | null;
  /** Null when no bond was asked. */
  readonly bondState: string | null;
}

export interface AssessmentFacts {
  readonly movement: MovementFacts;
  readonly port: PortFacts | null;
  /** The document that the record names. */
  readonly document: DocumentFacts;
  /** The traveller's case that the record is about; null when there is none. */
  readonly case: AssessedCase | null;
  /** The last day as the record itself names it; null where it names none. */
  readonly authorisedUntil: PlainDate | null;
  /** Records of the traveller that were used before. */
  readonly earlier: readonly MovementFacts[];
}

export type DeskReason =
  | 'no_case'
  | 'other_document'
  | 'not_the_admissions_document'
  | 'port_not_listed'
  | 'outside_visa_validity'
  | 'authorised_outside_stay'
  | 'second_admission'
  | 'departure_without_admission'
  | 'departure_before_admission'
  | 'refused_after_admission'
  | 'record_after_close'
  | 'bond_not_held'
  | 'late_without_bond'
  | 'corrected_after_decision';

/** What a rule decided, and by which document. */
interface ByDocument {
  readonly document: BasisOfDocument;
}

export type Assessment =
  | (ByDocument & { readonly kind: 'admit'; readonly on: PlainDate; readonly leaveBy: PlainDate })
  /** The conditions were met: the bond is returned and the case is over. */
  | (ByDocument & {
      readonly kind: 'cancel';
      readonly rule: 'R15a' | 'R15c';
      readonly on: PlainDate;
    })
  /** Suspected breach: a person decides, never this rule (R16). */
  | (ByDocument & { readonly kind: 'refer'; readonly ground: 'late'; readonly on: PlainDate })
  | { readonly kind: 'desk'; readonly why: DeskReason }
  | {
      readonly kind: 'nothing';
      readonly why: 'no_visa' | 'already_admitted' | 'already_departed' | 'already_decided';
    };

const desk = (why: DeskReason): Assessment => ({ kind: 'desk', why });
/** The day of travel: a day where the port is, whatever the day is elsewhere (R31). */
export const travelDay = (movement: Pick<MovementFacts, 'happenedAt'>, zone: Zone): PlainDate =>
  dayIn(movement.happenedAt, zone);

/**
 * What a border record means for a traveller's bond: admitted, refused entry (R15c), left in time
 * (R15a), left late (R16), or nothing that a rule may decide. No record ever forfeits anything.
 */
export function assessMovement(facts: AssessmentFacts): Assessment {
  const { movement, port, document } = facts;
  if (!facts.case) return desk('no_case');
  const { stage, visa } = facts.case;
  if (!visa || stage === 'before_a_visa') return { kind: 'nothing', why: 'no_visa' };
  // Another passport of the traveller is no proof that this journey's was used (R32).
  if (document.basis === null) return desk('other_document');
  if (!port) return desk('port_not_listed');
  const on = travelDay(movement, port.zone);
  const known = alreadyKnown(facts, visa, on);
  if (known) return known;
  // Another port is no forfeit: its records count only after a person has looked (R14).
  if (!port.listed) return desk('port_not_listed');
  const by = { document: document.basis };
  if (movement.kind === 'admitted') return admission(facts, visa, on, by);
  if (movement.kind === 'refused') return refusal(facts.case, visa, on, by);
  return departure(facts, facts.case, visa, on, by);
}

/** The same news by another way is no news; with another last day it corrects the stay. */
function alreadyKnown(
  { movement: { kind }, case: theCase, port, authorisedUntil, earlier }: AssessmentFacts,
  visa: VisaFacts,
  on: PlainDate,
): Assessment | undefined {
  if (kind === 'admitted' && visa.admittedOn?.equals(on)) {
    const corrects = authorisedUntil !== null && !visa.leaveBy?.equals(authorisedUntil);
    return corrects ? desk('second_admission') : { kind: 'nothing', why: 'already_admitted' };
  }
  if (kind === 'departed' && visa.departedOn?.equals(on)) {
    return { kind: 'nothing', why: 'already_departed' };
  }
  if (theCase!.stage !== 'over') return undefined;
  const isToldAgain = (e: MovementFacts) =>
    e.kind === 'refused' && travelDay(e, port!.zone).equals(on);
  if (kind === 'refused' && earlier.some(isToldAgain)) {
    return { kind: 'nothing', why: 'already_decided' };
  }
  return desk('record_after_close');
}

const isWithin = (on: PlainDate, { validFrom, validUntil }: VisaFacts) =>
  isOnOrBefore(validFrom, on) && isOnOrBefore(on, validUntil);

function admission(
  facts: AssessmentFacts,
  visa: VisaFacts,
  on: PlainDate,
  by: ByDocument,
): Assessment {
  if (facts.case!.stage !== 'visa_issued') return desk('second_admission'); // single entry (R13)
  if (!isWithin(on, visa)) return desk('outside_visa_validity');
  const longest = addDays(on, visa.stayDays);
  const leaveBy = facts.authorisedUntil ?? longest;
  // A border may authorise less than the visa, never more; before the admission is a slip (R13).
  const isWithinStay = isOnOrBefore(on, leaveBy) && isOnOrBefore(leaveBy, longest);
  return isWithinStay ? { kind: 'admit', on, leaveBy, ...by } : desk('authorised_outside_stay');
}

function refusal(
  theCase: AssessedCase,
  visa: VisaFacts,
  on: PlainDate,
  by: ByDocument,
): Assessment {
  if (theCase.stage !== 'visa_issued') return desk('refused_after_admission');
  // Turned away on a day the visa did not cover: it may still be used on another.
  if (!isWithin(on, visa)) return desk('outside_visa_validity');
  return cancelled(theCase, { kind: 'cancel', rule: 'R15c', on, ...by });
}

function departure(
  facts: AssessmentFacts,
  theCase: AssessedCase,
  visa: VisaFacts,
  on: PlainDate,
  by: ByDocument,
): Assessment {
  if (theCase.stage !== 'travelling' || !visa.admittedOn || !visa.leaveBy) {
    return desk('departure_without_admission');
  }
  if (!isOnOrBefore(visa.admittedOn, on) || isBeforeAdmission(facts)) {
    return desk('departure_before_admission');
  }
  if (facts.document.id !== visa.admittedDocumentId) return desk('not_the_admissions_document');
  if (isOnOrBefore(on, visa.leaveBy)) {
    return cancelled(theCase, { kind: 'cancel', rule: 'R15a', on, ...by });
  }
  if (theCase.bondState === null) return desk('late_without_bond');
  return cancelled(theCase, { kind: 'refer', ground: 'late', on, ...by });
}

/** On the day of the admission, the moments decide. */
const isBeforeAdmission = ({ movement, earlier }: AssessmentFacts) =>
  earlier.some((e) => e.kind === 'admitted' && isBefore(movement.happenedAt, e.happenedAt));

/**
 * A rule moves a bond while it is held, and while the traveller is asked for the very departure that
 * is recorded now; everything else has people at work already.
 */
function cancelled({ bondState }: AssessedCase, then: Assessment): Assessment {
  if (bondState === null || bondState === 'held' || bondState === 'evidence_requested') return then;
  // Its money left by another way and people accepted that (R35): only the case is left to end.
  if (bondState === 'closed') return then.kind === 'refer' ? desk('late_without_bond') : then;
  return bondState === 'cancelled'
    ? { kind: 'nothing', why: 'already_decided' }
    : desk('bond_not_held');
}

/** What is known of a case when the one is looked for that a record is about. */
export interface Candidate {
  readonly state: string;
  readonly visa: Pick<VisaFacts, 'validFrom' | 'validUntil' | 'admittedOn'> | null;
}

/**
 * Which of a traveller's cases a record is about: the journey under way, else the visa that covers
 * the day, else the newest visa, else any case. `cases` come with the newest first.
 */
export function caseOfRecord<C extends Candidate>(
  cases: readonly C[],
  day: PlainDate,
): C | undefined {
  const withVisa = cases.filter((c) => c.visa !== null);
  return (
    withVisa.find((c) => c.state === 'travelling') ??
    withVisa.find((c) => c.state === 'visa_issued' && covers(c, day)) ??
    withVisa.find((c) => covers(c, day)) ??
    withVisa[0] ??
    cases[0]
  );
}

const covers = ({ visa }: Candidate, day: PlainDate) =>
  visa !== null && isOnOrBefore(visa.validFrom, day) && isOnOrBefore(day, visa.validUntil);

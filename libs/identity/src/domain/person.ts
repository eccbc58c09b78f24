import { plainLetters } from './mrz-names.ts';
import { stateOf } from './states.ts';

/** Who somebody is, as the travel document says it. Personal data: kept sealed. */
export interface PersonDetails {
  readonly givenNames: string;
  readonly familyName: string;
  /** ISO date. */
  readonly bornOn: string;
  /** ISO 3166 alpha-3. */
  readonly nationality: string;
  readonly sex?: 'female' | 'male' | 'unspecified';
}

export interface DocumentDetails {
  /** ISO 3166 alpha-3. */
  readonly issuingState: string;
  readonly number: string;
  /** ISO date. */
  readonly expiresOn: string;
}

/** As people are addressed, on letters and on what they sign; some have one name only. */
export const fullName = (p: Pick<PersonDetails, 'givenNames' | 'familyName'>): string =>
  `${p.givenNames} ${p.familyName}`.trim();

/** One form for the codes of one state, so that the same document has one name. */
export const comparableState = (code: string): string =>
  stateOf(code) ?? code.toUpperCase().replace(/[^A-Z]/g, '');

// Only what separates is dropped. A letter of another script that looks like ours must not vanish:
// without it the number would be somebody else's.
const comparableNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s<.,/\p{Dash}]/gu, '');

/** As passports have them: letters A to Z and figures, separators aside. */
export const isDocumentNumber = (number: string): boolean =>
  /^[A-Z0-9]{1,20}$/.test(comparableNumber(number));

/** The form in which a document is looked for: as the machine-readable zone would write it. */
export const comparableDocument = (issuingState: string, number: string): string =>
  `${comparableState(issuingState)}:${comparableNumber(number)}`;

/** The form in which two records are known to speak of one person: accents and case aside. */
export const comparablePerson = (d: PersonDetails): string =>
  [
    plainLetters(d.familyName),
    plainLetters(d.givenNames),
    d.bornOn,
    comparableState(d.nationality),
  ].join('|');

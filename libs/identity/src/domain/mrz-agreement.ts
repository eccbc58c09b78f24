import { differingNames } from './mrz-names.ts';
import type { MrzReading } from './mrz.ts';
import { comparableDocument, comparableState } from './person.ts';

/** What the person typed, as far as the lines of the passport say it too. */
export interface TypedPassport {
  readonly number: string;
  readonly issuingState: string;
  /** ISO dates. */
  readonly expiresOn: string | null;
  readonly bornOn: string | null;
  readonly nationality: string;
  readonly familyName: string;
  readonly givenNames: string;
}

export type MrzDifference = keyof TypedPassport;

/** Where the lines of the passport say something else than was typed. */
export function mrzDifferences(typed: TypedPassport, read: MrzReading): MrzDifference[] {
  const names = differingNames(typed, read.nameField);
  const number = (text: string) => comparableDocument('', text);
  const same: Record<MrzDifference, boolean> = {
    number: number(typed.number) === number(read.documentNumber),
    issuingState: comparableState(typed.issuingState) === read.issuingState,
    expiresOn: typed.expiresOn === read.expiresOn,
    bornOn: typed.bornOn === read.bornOn,
    nationality: comparableState(typed.nationality) === read.nationality,
    familyName: !names.includes('familyName'),
    givenNames: !names.includes('givenNames'),
  };
  return (Object.keys(same) as MrzDifference[]).filter((field) => !same[field]);
}

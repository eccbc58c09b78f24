import type { PlainDate } from '#kernel';
import { differingNames } from './mrz-names.ts';
import { readMrz, type MrzReading } from './mrz.ts';
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
/** What an officer must look at: a difference, or that there are no lines to compare with. */
export type MrzFlag = MrzDifference | 'missing' | 'unreadable';

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

/** Everything that keeps the lines from confirming what was typed. Empty: they do. */
export function mrzFlags(typed: TypedPassport, lines: string, today: PlainDate): MrzFlag[] {
  if (lines.trim() === '') return ['missing'];
  const read = readMrz(lines, today);
  return read.ok ? mrzDifferences(typed, read.value) : ['unreadable'];
}

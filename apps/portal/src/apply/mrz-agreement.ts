import { comparableState, type MrzReading } from '#identity';

/** What the person typed, as far as the lines of the passport say it too. */
export interface Typed {
  readonly number: string;
  readonly issuingState: string;
  /** ISO dates. */
  readonly expiresOn: string | null;
  readonly bornOn: string | null;
  readonly nationality: string;
  readonly familyName: string;
  readonly givenNames: string;
}

export type MrzDifference = keyof Typed;

// ICAO 9303 lets a state write these with two letters or with one.
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/[ÄÆ]/g, 'AE'],
  [/[ÖØŒ]/g, 'OE'],
  [/Ü/g, 'UE'],
  [/Å/g, 'AA'],
  [/ẞ|ß/g, 'SS'],
  [/Þ/g, 'TH'],
];
/** Characters that the first line has for names, with the signs between them. */
const NAME_CHARS = 39;

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/Ø/g, 'O')
    .replace(/Æ/g, 'AE')
    .replace(/Œ/g, 'OE')
    .replace(/[^A-Z]/g, '');

const spelledOut = (name: string): string =>
  plain(
    PAIRS.reduce((text, [from, to]) => text.replace(from, to), name.normalize('NFC').toUpperCase()),
  );

/** Both ways to write the typed name; a name that fills the line may be cut off in it. */
function isSameName(typed: string, read: string, lineIsFull: boolean): boolean {
  const inLines = plain(read);
  return [plain(typed), spelledOut(typed)].some(
    (name) => name === inLines || (lineIsFull && name.startsWith(inLines)),
  );
}

const code = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Where the lines of the passport say something else than was typed. */
export function differences(typed: Typed, read: MrzReading): MrzDifference[] {
  const isFull = read.familyName.length + read.givenNames.length + 2 >= NAME_CHARS - 1;
  const same: Record<MrzDifference, boolean> = {
    number: code(typed.number) === code(read.documentNumber),
    issuingState: comparableState(typed.issuingState) === read.issuingState,
    expiresOn: typed.expiresOn === read.expiresOn,
    bornOn: typed.bornOn === read.bornOn,
    nationality: comparableState(typed.nationality) === read.nationality,
    familyName: isSameName(typed.familyName, read.familyName, isFull),
    givenNames: isSameName(typed.givenNames, read.givenNames, isFull),
  };
  return (Object.keys(same) as MrzDifference[]).filter((field) => !same[field]);
}

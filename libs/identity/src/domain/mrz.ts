import { cleanText, ok, refused, Temporal, type PlainDate, type Result } from '#kernel';
import { parse } from 'mrz';
import { NAME_CHARS, namesOf } from './mrz-names.ts';
import { comparableState } from './person.ts';

/** What the two lines at the foot of a passport's page say. */
export interface MrzReading {
  readonly documentNumber: string;
  readonly issuingState: string;
  readonly nationality: string;
  /** The part of the first line that `differingNames` compares. */
  readonly nameField: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** ISO date. */
  readonly bornOn: string;
  /** ISO date. */
  readonly expiresOn: string;
  readonly sex: 'female' | 'male' | 'unspecified';
}

type MrzField = Exclude<keyof MrzReading, 'nameField'> | 'mrz';

const LINE_CHARS = 44;
const NAMES_FROM = LINE_CHARS - NAME_CHARS;
const CENTURY = 100;
/** No passport is valid for longer, so a later year belongs to the century before. */
const EXPIRES_WITHIN_YEARS = 50;

/** The library's name of a field, or of its check digit, and ours. */
const FIELDS: Readonly<Record<string, MrzField>> = {
  issuingState: 'issuingState',
  documentNumber: 'documentNumber',
  documentNumberCheckDigit: 'documentNumber',
  nationality: 'nationality',
  birthDate: 'bornOn',
  birthDateCheckDigit: 'bornOn',
  sex: 'sex',
  expirationDate: 'expiresOn',
  expirationDateCheckDigit: 'expiresOn',
};

/** Signs that keyboards, word processors and scanners put in the place of fillers. */
const FILLERS: readonly (readonly [RegExp, string])[] = [
  [/[«≪《]/g, '<<'],
  [/[‹〈⟨❮˂＜]/g, '<'],
];

/**
 * Both lines, however they were copied: parted or not, in lower case, with spaces. Fillers at the end
 * of the first are often lost on the way, and then put back.
 */
function linesOf(text: string): [string, string] | undefined {
  const all = FILLERS.reduce((so, [from, to]) => so.replace(from, to), cleanText(text))
    .toUpperCase()
    .replace(/\s/g, '');
  const first = all.slice(0, -LINE_CHARS);
  const isShaped = /^P[A-Z0-9<]+$/.test(all) && first.includes('<');
  if (!isShaped || first.length > LINE_CHARS) return undefined;
  return [first.padEnd(LINE_CHARS, '<'), all.slice(-LINE_CHARS)];
}

/** YYMMDD with its century: the latest one in which the date is not after `latest`. */
function dateOf(yymmdd: string, latest: PlainDate): string | undefined {
  const [yy, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  const base = Math.floor(latest.year / CENTURY) * CENTURY;
  for (const year of [base + yy, base - CENTURY + yy]) {
    try {
      const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
      if (Temporal.PlainDate.compare(date, latest) <= 0) return date.toString();
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * Reads the machine-readable zone of a passport (ICAO 9303, two lines of 44). The century of its
 * dates follows from `today`. A refusal names the field to look at again, as `detail.field`.
 */
export function readMrz(
  lines: string,
  today: PlainDate,
): Result<MrzReading, 'bad_shape' | 'bad_check_digit'> {
  const shaped = linesOf(lines);
  if (!shaped) return refused('bad_shape', { field: 'mrz' });
  const { fields, details } = parse(shaped);
  const broken = details.find((d) => !d.valid && d.field?.endsWith('CheckDigit'));
  const odd = details.find((d) => !d.valid && d.field !== null && d.field in FIELDS);
  const fieldOf = (name: string | null | undefined) => ({ field: FIELDS[name ?? ''] ?? 'mrz' });
  if (broken) return refused('bad_check_digit', fieldOf(broken.field));
  if (odd) return refused('bad_shape', fieldOf(odd.field));
  const nameField = shaped[0].slice(NAMES_FROM);
  if (!/^[A-Z<]*[A-Z][A-Z<]*$/.test(nameField))
    return refused('bad_shape', { field: 'familyName' });
  const bornOn = dateOf(fields.birthDate ?? '', today);
  const expiresOn = dateOf(fields.expirationDate ?? '', today.add({ years: EXPIRES_WITHIN_YEARS }));
  if (!bornOn) return refused('bad_shape', { field: 'bornOn' });
  if (!expiresOn) return refused('bad_shape', { field: 'expiresOn' });
  const { sex } = fields;
  return ok({
    documentNumber: fields.documentNumber ?? '',
    issuingState: comparableState(fields.issuingState ?? ''),
    nationality: comparableState(fields.nationality ?? ''),
    nameField,
    ...namesOf(nameField),
    bornOn,
    expiresOn,
    sex: sex === 'female' || sex === 'male' ? sex : 'unspecified',
  });
}

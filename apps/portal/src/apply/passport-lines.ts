import { mrzFlags, readMrz, type MrzDifference, type MrzFlag, type MrzReading } from '#identity';
import { dateAnswers, readDate, type Answers, type FieldError } from '#web';
import { Temporal, type PlainDate } from '#kernel';
import { problem, type ApplyFacts } from './apply-page.ts';

export const PERSONAL = 'personal-details';
export const PASSPORT = 'passport';
/** Both machine-readable lines, in one box. */
export const LINES = 'mrz';
/** "I have checked": what the lines say otherwise is then for an officer to look at. */
export const CHECKED = 'mrzChecked';
const PART_KEYS = 'apply.error.mrzPart';

export const bornOnOf = (values: Answers, today: PlainDate) =>
  readDate(values, { field: 'bornOn', whatKey: 'apply.error.bornOn', today, rule: 'past' });
export const expiresOnOf = (values: Answers, today: PlainDate) =>
  readDate(values, { field: 'expiresOn', whatKey: 'apply.error.expiresOn', today, rule: 'future' });
export const numberOf = (values: Answers) => (values.number ?? '').replace(/[\s\p{Dash}]/gu, '');

/** What the lines say; null when they are left out or cannot be read. */
export function readingOf(passport: Answers | undefined, today: PlainDate): MrzReading | null {
  const read = readMrz(passport?.[LINES] ?? '', today);
  return read.ok ? read.value : null;
}

/** Everything in which the lines and the answers do not agree, for the officer. */
export function flagsOf({ answers, today }: Pick<ApplyFacts, 'answers' | 'today'>): MrzFlag[] {
  const passport = answers[PASSPORT] ?? {};
  const personal = answers[PERSONAL] ?? {};
  const typed = {
    number: numberOf(passport),
    issuingState: passport.issuingState ?? '',
    expiresOn: expiresOnOf(passport, today).day?.toString() ?? null,
    bornOn: bornOnOf(personal, today).day?.toString() ?? null,
    nationality: personal.nationality ?? '',
    familyName: personal.familyName ?? '',
    givenNames: personal.givenNames ?? '',
  };
  return mrzFlags(typed, passport[LINES] ?? '', today);
}

/** The lines by themselves: their shape and their check digits. Nothing where they are left out. */
export function linesProblems(values: Answers, today: PlainDate): FieldError[] {
  const lines = values[LINES] ?? '';
  const read = readMrz(lines, today);
  if (lines === '' || read.ok) return [];
  const part = read.detail?.field ?? 'mrz';
  if (part === 'mrz' && read.code === 'bad_shape') return [problem(LINES, 'mrzShape')];
  return [problem(LINES, 'mrzDigit', { what: { key: `${PART_KEYS}.${part}` } })];
}

/** Where a page's own answers differ from the lines, unless the person has checked them. */
export function differenceProblems(
  page: typeof PERSONAL | typeof PASSPORT,
  values: Answers,
  facts: ApplyFacts,
  own: readonly MrzDifference[],
): FieldError[] {
  if (values[CHECKED] === 'yes') return [];
  const answers = { ...facts.answers, [page]: { ...values } as Record<string, string> };
  return flagsOf({ answers, today: facts.today })
    .filter((flag): flag is MrzDifference => own.includes(flag as MrzDifference))
    .map((field) => ({
      ...problem(field, `mrzDiffers.${field}`),
      ...(['bornOn', 'expiresOn'].includes(field) && { part: 'day' as const }),
    }));
}

/** Whether a page must offer to go on although the lines say otherwise. */
export const asksToCheck = (values: Answers, errors: readonly FieldError[]): boolean =>
  values[CHECKED] === 'yes' || errors.some((e) => e.key.startsWith('apply.error.mrz'));

const asName = (capitals: string) =>
  capitals.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase());
const dayOf = (field: string, iso: string) => dateAnswers(field, Temporal.PlainDate.from(iso));

/** The passport page as the lines would fill it in. */
export const passportFrom = (read: MrzReading): Answers => ({
  number: read.documentNumber,
  issuingState: read.issuingState,
  ...dayOf('expiresOn', read.expiresOn),
});

/** Personal details as the lines would fill them in; a single name is a family name. */
export const personalFrom = (read: MrzReading): Answers => ({
  givenNames: read.familyName ? asName(read.givenNames) : '',
  familyName: asName(read.familyName || read.givenNames),
  ...dayOf('bornOn', read.bornOn),
  nationality: read.nationality,
  sex: read.sex,
});

import { mrzDifferences, readMrz, type MrzDifference } from '#identity';
import { formatDay } from '#kernel';
import { DateField, dateFields, govuk, readDate, SelectField, TextField, type Answers } from '#web';
import type { FieldError } from '#web';
import { countryChoices, countryName, isCountry } from '../../countries.ts';
import { only, OUTSIDE, problem, type ApplyFacts, type ApplyPage } from '../apply-page.ts';
import { planOf, TRAVEL_PLAN, validityProblem } from '../passport-validity.ts';
import { bornOnOf, PERSONAL } from './personal.page.tsx';

export const PASSPORT = 'passport';
const NUMBER = /^[A-Za-z0-9]{5,20}$/;
const LINE_CHARS = 44;
const LINES = ['mrz1', 'mrz2'] as const;

/** As people copy it: spaces do not count. */
const lineOf = (values: Answers, field: string) => (values[field] ?? '').replace(/\s/g, '');
export const numberOf = (values: Answers) => (values.number ?? '').replace(/[\s-]/g, '');

export const expiresOnOf = (values: Answers, today: ApplyFacts['today']) =>
  readDate(values, { field: 'expiresOn', whatKey: 'apply.error.expiresOn', today, rule: 'future' });

/** Which field of this page to look at when the lines say something else. */
const FIELD: Record<MrzDifference, string> = {
  number: 'number',
  issuingState: 'issuingState',
  expiresOn: 'expiresOn',
  bornOn: 'mrz2',
  nationality: 'mrz2',
  familyName: 'mrz1',
  givenNames: 'mrz1',
};

function lineProblems(values: Answers): FieldError[] {
  return LINES.flatMap((field) => {
    const count = lineOf(values, field).length;
    if (count === 0) return [problem(field, `mrzMissing.${field}`)];
    return count === LINE_CHARS ? [] : [problem(field, 'mrzLine', { count })];
  });
}

/** The lines by themselves: their shape and their check figures. */
function readingProblem(read: ReturnType<typeof readMrz>): FieldError[] {
  if (read.ok) return [];
  const part = read.detail?.field ?? 'mrz';
  const what = { key: `apply.error.mrzPart.${part}` };
  const isNames = ['familyName', 'givenNames', 'issuingState'].includes(part);
  if (read.code === 'bad_check_digit') return [problem('mrz2', 'mrzDigit', { what })];
  return part === 'mrz'
    ? [problem('mrz1', 'mrzShape')]
    : [problem(isNames ? 'mrz1' : 'mrz2', 'mrzDigit', { what })];
}

/** The lines against what was typed here and under personal details. */
function mrzProblems(values: Answers, facts: ApplyFacts): FieldError[] {
  const lines = lineProblems(values);
  if (lines.length > 0) return lines;
  const read = readMrz(LINES.map((field) => lineOf(values, field)).join('\n'), facts.today);
  if (!read.ok) return readingProblem(read);
  const personal = facts.answers[PERSONAL];
  const typed = {
    number: numberOf(values),
    issuingState: values.issuingState ?? '',
    expiresOn: expiresOnOf(values, facts.today).day?.toString() ?? null,
    bornOn: personal ? (bornOnOf(personal, facts.today).day?.toString() ?? null) : null,
    nationality: personal?.nationality ?? '',
    familyName: personal?.familyName ?? '',
    givenNames: personal?.givenNames ?? '',
  };
  const here: readonly MrzDifference[] = ['number', 'issuingState', 'expiresOn'];
  return mrzDifferences(typed, read.value)
    .filter((field) => personal !== undefined || here.includes(field))
    .map((field) => ({
      ...problem(FIELD[field], `mrzDiffers.${field}`),
      ...(field === 'expiresOn' && { part: 'day' as const }),
    }));
}

const body: ApplyPage['body'] = (view, values, errors) => {
  const { t, lang } = view;
  const props = { view, values, errors };
  return (
    <>
      <h1 class="govuk-heading-l">{t('apply.passport.title')}</h1>
      <p class="govuk-body">{t('apply.passport.lead')}</p>
      <TextField
        {...props}
        name="number"
        label={t('apply.passport.number')}
        classes="govuk-input--width-20"
        spellcheck={false}
      />
      <SelectField
        {...props}
        name="issuingState"
        label={t('apply.passport.issuingState')}
        empty={t('apply.personal.choose')}
        choices={countryChoices(lang)}
      />
      <DateField
        {...props}
        name="expiresOn"
        label={t('apply.passport.expiresOn')}
        hint={t('apply.passport.expiresOnHint')}
      />
      <govuk.Fieldset
        legend={{ text: t('apply.passport.mrz'), classes: 'govuk-fieldset__legend--m' }}
      >
        <p class="govuk-body">{t('apply.passport.mrzHelp')}</p>
        <TextField
          {...props}
          name="mrz1"
          label={t('apply.passport.mrz1')}
          hint={t('apply.passport.mrz1Hint')}
          spellcheck={false}
        />
        <TextField
          {...props}
          name="mrz2"
          label={t('apply.passport.mrz2')}
          hint={t('apply.passport.mrz2Hint')}
          spellcheck={false}
        />
      </govuk.Fieldset>
    </>
  );
};

const errors: ApplyPage['errors'] = (values, known) => {
  const number = values.number ?? '';
  const expiresOn = expiresOnOf(values, known.today);
  const plan = planOf(known.answers[TRAVEL_PLAN], known.today);
  const own = only(
    number === '' && problem('number', 'numberMissing'),
    number !== '' && !NUMBER.test(numberOf(values)) && problem('number', 'number'),
    !isCountry(values.issuingState ?? '') && problem('issuingState', 'issuingState'),
    expiresOn.error,
    validityProblem(expiresOn.day, plan, known, { field: 'expiresOn', key: 'expiresTooEarly' }),
  );
  // Two complaints about one field would be one too many.
  const told = new Set(own.map((e) => e.field));
  return [...own, ...mrzProblems(values, known).filter((e) => !told.has(e.field))];
};

/** The passport used (R2), checked against its own machine-readable lines. */
export const passportPage = (facts: ApplyFacts): ApplyPage => ({
  id: PASSPORT,
  fields: ['number', 'issuingState', ...dateFields('expiresOn'), ...LINES],
  title: (t) => t('apply.passport.title'),
  body,
  errors,
  next: (values) => (values.issuingState === facts.bondedNationality ? 'travel-plan' : OUTSIDE),
  response: (values, t) => {
    const { lang, today } = facts;
    const { day } = expiresOnOf(values, today);
    const lineQuestion = (key: 'apply.passport.mrz1' | 'apply.passport.mrz2') =>
      `${t('apply.passport.mrz')}: ${t(key)}`;
    return [
      { id: 'number', question: t('apply.passport.number'), answer: numberOf(values) },
      {
        id: 'issuingState',
        question: t('apply.passport.issuingState'),
        answer: countryName(values.issuingState ?? '', lang),
      },
      {
        id: 'expiresOn',
        question: t('apply.passport.expiresOn'),
        answer: day ? formatDay(day, lang) : '',
      },
      { id: 'mrz1', question: lineQuestion('apply.passport.mrz1'), answer: lineOf(values, 'mrz1') },
      { id: 'mrz2', question: lineQuestion('apply.passport.mrz2'), answer: lineOf(values, 'mrz2') },
    ];
  },
});

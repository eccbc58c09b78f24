import { formatDay, Temporal } from '#kernel';
import {
  countryChoices,
  countryName,
  isCountry,
  DateField,
  dateFields,
  exampleDay,
  RadioField,
  SelectField,
  TextField,
  type Answers,
} from '#web';
import {
  only,
  OUTSIDE,
  problem,
  textProblems,
  type ApplyFacts,
  type ApplyPage,
} from '../apply-page.ts';
import {
  asksToCheck,
  bornOnOf,
  CHECKED,
  differenceProblems,
  PASSPORT,
  PERSONAL,
  personalFrom,
  readingOf,
} from '../passport-lines.ts';
import { TRAVEL_PLAN } from '../passport-validity.ts';
import { CheckedField } from './checked-field.view.tsx';

/** What stands in a name beside letters: marks, spaces, points, apostrophes and hyphens of any shape. */
const NOT_IN_NAMES = /[^\p{L}\p{M} .·'‘’`´\p{Dash}]/u;
const NAME_CHARS_MAX = 100;
const SEXES = ['female', 'male', 'unspecified'] as const;
const EARLIEST = Temporal.PlainDate.from('1900-01-01');

const isSex = (text: string): text is (typeof SEXES)[number] => SEXES.some((sex) => sex === text);

function nameProblem(values: Answers, field: 'givenNames' | 'familyName') {
  const name = values[field] ?? '';
  const [sign] = NOT_IN_NAMES.exec(name) ?? [];
  if (sign) return problem(field, `${field}Sign`, { sign });
  const isFine = name === '' || (/\p{L}/u.test(name) && name.length <= NAME_CHARS_MAX);
  return isFine ? null : problem(field, field, { max: NAME_CHARS_MAX });
}

const bodyOf =
  ({ today }: ApplyFacts): ApplyPage['body'] =>
  (view, values, errors) => {
    const { t, lang } = view;
    const props = { view, values, errors };
    const sexes = SEXES.map((value) => ({ value, text: t(`apply.personal.sexes.${value}`) }));
    return (
      <>
        <h1 class="govuk-heading-l">{t('apply.personal.title')}</h1>
        <p class="govuk-body">{t('apply.personal.lead')}</p>
        <TextField
          {...props}
          name="givenNames"
          label={t('apply.personal.givenNames')}
          hint={t('apply.personal.givenNamesHint')}
          autocomplete="given-name"
          spellcheck={false}
        />
        <TextField
          {...props}
          name="familyName"
          label={t('apply.personal.familyName')}
          autocomplete="family-name"
          spellcheck={false}
        />
        <DateField
          {...props}
          name="bornOn"
          label={t('apply.personal.bornOn')}
          example={exampleDay(today, { years: -36 })}
          autocomplete="bday"
        />
        <SelectField
          {...props}
          name="nationality"
          label={t('apply.personal.nationality')}
          empty={t('apply.personal.choose')}
          choices={countryChoices(lang)}
        />
        <RadioField {...props} name="sex" label={t('apply.personal.sex')} choices={sexes} inline />
        {asksToCheck(values, errors.list) && <CheckedField {...props} />}
      </>
    );
  };

const errors: ApplyPage['errors'] = (values, known) => {
  const { today } = known;
  const born = bornOnOf(values, today);
  const isEarly = born.day !== null && Temporal.PlainDate.compare(born.day, EARLIEST) < 0;
  const sex = values.sex ?? '';
  const own = only(
    nameProblem(values, 'givenNames'),
    ...textProblems(values, 'familyName', { missing: 'familyNameMissing', max: NAME_CHARS_MAX }),
    nameProblem(values, 'familyName'),
    born.error,
    isEarly && { ...problem('bornOn', 'bornOnEarly'), part: 'year' },
    !isCountry(values.nationality ?? '') && problem('nationality', 'nationality'),
    sex !== '' && !isSex(sex) && problem('sex', 'sex'),
  );
  const told = new Set(own.map((e) => e.field));
  const differences = differenceProblems(PERSONAL, values, known, [
    ...(['familyName', 'givenNames', 'bornOn', 'nationality'] as const),
  ]);
  return [...own, ...differences.filter((e) => !told.has(e.field))];
};

/** Who travels, as the passport says it. */
export const personalPage = (facts: ApplyFacts): ApplyPage => ({
  id: PERSONAL,
  fields: ['givenNames', 'familyName', ...dateFields('bornOn'), 'sex', 'nationality', CHECKED],
  title: (t) => t('apply.personal.title'),
  body: bodyOf(facts),
  errors,
  suggested: () => {
    const read = readingOf(facts.answers[PASSPORT], facts.today);
    return read ? personalFrom(read) : {};
  },
  // Nationality is that of the passport used (R2): for another one the programme does not apply.
  next: (values) => (values.nationality === facts.bondedNationality ? TRAVEL_PLAN : OUTSIDE),
  response: (values, t) => {
    const { lang, today } = facts;
    const { day } = bornOnOf(values, today);
    const sex = values.sex ?? '';
    return [
      {
        id: 'givenNames',
        question: t('apply.personal.givenNames'),
        answer: values.givenNames || t('apply.check.notGiven'),
        value: values.givenNames ?? '',
      },
      {
        id: 'familyName',
        question: t('apply.personal.familyName'),
        answer: values.familyName ?? '',
        value: values.familyName ?? '',
      },
      {
        id: 'bornOn',
        question: t('apply.personal.bornOn'),
        answer: day ? formatDay(day, lang) : '',
        value: day?.toString() ?? '',
      },
      {
        id: 'nationality',
        question: t('apply.personal.nationality'),
        answer: countryName(values.nationality ?? '', lang),
        value: values.nationality ?? '',
      },
      {
        id: 'sex',
        question: t('apply.personal.sex'),
        answer: t(isSex(sex) ? `apply.personal.sexes.${sex}` : 'apply.check.notGiven'),
        value: sex,
      },
    ];
  },
});

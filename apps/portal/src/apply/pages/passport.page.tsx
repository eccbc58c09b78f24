import { formatDay } from '#kernel';
import {
  countryChoices,
  countryName,
  isCountry,
  DateField,
  dateFields,
  exampleDay,
  LinesField,
  SelectField,
  Submit,
  TextField,
} from '#web';
import { only, OUTSIDE, problem, type ApplyFacts, type ApplyPage } from '../apply-page.ts';
import {
  asksToCheck,
  CHECKED,
  differenceProblems,
  expiresOnOf,
  LINES,
  linesProblems,
  numberOf,
  PASSPORT,
  passportFrom,
  PERSONAL,
  readingOf,
} from '../passport-lines.ts';
import { planOf, TRAVEL_PLAN, validityProblem } from '../passport-validity.ts';
import { CheckedField } from './checked-field.view.tsx';

const NUMBER = /^[A-Za-z0-9]{5,20}$/;
/** Both lines of 44, and what people put between them. */
const LINES_CHARS_MAX = 200;

const bodyOf =
  ({ today }: ApplyFacts): ApplyPage['body'] =>
  (view, values, errors) => {
    const { t, lang } = view;
    const props = { view, values, errors };
    return (
      <>
        <h1 class="govuk-heading-l">{t('apply.passport.title')}</h1>
        <p class="govuk-body">{t('apply.passport.lead')}</p>
        {/* What Enter presses: the first button of a form, and that must not be "fill in". */}
        <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('apply.passport.save')}
        </button>
        <LinesField
          {...props}
          name={LINES}
          label={t('apply.passport.mrz')}
          hint={t('apply.passport.mrzHint')}
          rows={2}
          classes="app-mrz"
        />
        <Submit
          text={t('apply.passport.fill')}
          name="fill"
          value="yes"
          classes="govuk-button--secondary"
        />
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
          example={exampleDay(today, { years: 5 })}
        />
        {asksToCheck(values, errors.list) && <CheckedField {...props} />}
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
  const lines = values[LINES] ?? '';
  const others = [
    ...(lines.length > LINES_CHARS_MAX ? [problem(LINES, 'mrzShape')] : []),
    ...(values[CHECKED] === 'yes' ? [] : linesProblems(values, known.today)),
    ...differenceProblems(PASSPORT, values, known, ['number', 'issuingState', 'expiresOn']),
  ];
  // Two complaints about one field would be one too many.
  const told = new Set(own.map((e) => e.field));
  return [...own, ...others.filter((e) => !told.has(e.field))];
};

/** The passport used (R2), read out of its own machine-readable lines where they are given. */
export const passportPage = (facts: ApplyFacts): ApplyPage => ({
  id: PASSPORT,
  fields: [LINES, 'number', 'issuingState', ...dateFields('expiresOn'), CHECKED],
  title: (t) => t('apply.passport.title'),
  body: bodyOf(facts),
  errors,
  fill: (values) => {
    const read = readingOf(values, facts.today);
    return read && { ...values, ...passportFrom(read), [CHECKED]: '' };
  },
  next: (values) => (values.issuingState === facts.bondedNationality ? PERSONAL : OUTSIDE),
  response: (values, t) => {
    const { lang, today } = facts;
    const { day } = expiresOnOf(values, today);
    return [
      {
        id: 'number',
        question: t('apply.passport.number'),
        answer: numberOf(values),
        value: numberOf(values),
      },
      {
        id: 'issuingState',
        question: t('apply.passport.issuingState'),
        answer: countryName(values.issuingState ?? '', lang),
        value: values.issuingState ?? '',
      },
      {
        id: 'expiresOn',
        question: t('apply.passport.expiresOn'),
        answer: day ? formatDay(day, lang) : '',
        value: day?.toString() ?? '',
      },
      {
        id: LINES,
        question: t('apply.passport.mrz'),
        answer: values[LINES] || t('apply.check.notGiven'),
        value: values[LINES] ?? '',
      },
    ];
  },
});

import { addDays, formatDay, Temporal } from '#kernel';
import { isListedPort, portsFrom } from '#programme';
import {
  DateField,
  dateFields,
  exampleDay,
  LongTextField,
  RadioField,
  TextField,
  type FieldError,
} from '#web';
import { only, problem, textProblems, type ApplyFacts, type ApplyPage } from '../apply-page.ts';
import { arrivesOnOf, planOf, TRAVEL_PLAN, validityProblem } from '../passport-validity.ts';
import { expiresOnOf, PASSPORT } from '../passport-lines.ts';

const AHEAD_DAYS_MAX = 366;
const ADDRESS_CHARS_MAX = 300;

function stayProblem(text: string, max: number): FieldError | null {
  if (text === '') return problem('stayDays', 'stayMissing');
  const isFine = /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= max;
  return isFine ? null : problem('stayDays', 'stay', { max });
}

const listedPorts = ({ ports, today }: ApplyFacts) =>
  portsFrom(ports, today).map((p) => ({ value: p.code, text: `${p.name} (${p.code})` }));

const bodyOf =
  (facts: ApplyFacts): ApplyPage['body'] =>
  (view, values, errors) => {
    const { t } = view;
    const props = { view, values, errors };
    return (
      <>
        <h1 class="govuk-heading-l">{t('apply.travel.title')}</h1>
        <RadioField
          {...props}
          name="purpose"
          label={t('apply.travel.purpose')}
          choices={facts.purposes.map((value) => ({
            value,
            text: t.dynamic(`programme.purpose.${value}`),
          }))}
        />
        <DateField
          {...props}
          name="arrivesOn"
          label={t('apply.travel.arrivesOn')}
          example={exampleDay(facts.today, { months: 4 })}
        />
        <TextField
          {...props}
          name="stayDays"
          label={t('apply.travel.stayDays')}
          hint={t('apply.travel.stayDaysHint', { max: facts.stayDaysMax })}
          inputmode="numeric"
          classes="govuk-input--width-3"
          suffix={{ text: t('apply.travel.days') }}
        />
        <RadioField
          {...props}
          name="port"
          label={t('apply.travel.port')}
          hint={t('apply.travel.portHint')}
          choices={listedPorts(facts)}
        />
        <LongTextField
          {...props}
          name="stayAddress"
          label={t('apply.travel.address')}
          hint={t('apply.travel.addressHint')}
          maxLength={ADDRESS_CHARS_MAX}
          rows={3}
        />
      </>
    );
  };

const errors: ApplyPage['errors'] = (values, known) => {
  const arrives = arrivesOnOf(values, known.today);
  const last = addDays(known.today, AHEAD_DAYS_MAX);
  const isLate = arrives.day !== null && Temporal.PlainDate.compare(arrives.day, last) > 0;
  const day = arrives.day ?? known.today;
  const passport = known.answers[PASSPORT];
  const plan = planOf(values, known.today);
  const expiresOn = passport && plan ? expiresOnOf(passport, known.today).day : null;
  const validity = { field: 'arrivesOn', key: 'passportEndsBefore' };
  return only(
    !known.purposes.includes(values.purpose ?? '') && problem('purpose', 'purpose'),
    arrives.error,
    isLate && { ...problem('arrivesOn', 'arrivesOnLate'), part: 'day' },
    !isLate && validityProblem(expiresOn, plan, known, validity),
    stayProblem(values.stayDays ?? '', known.stayDaysMax),
    !isListedPort(known.ports, values.port ?? '', day) && problem('port', 'port'),
    ...textProblems(values, 'stayAddress', {
      missing: 'stayAddressMissing',
      max: ADDRESS_CHARS_MAX,
    }),
  );
};

/** Why, when, how long, through which port and where (R1, R13, R14). */
export const travelPage = (facts: ApplyFacts): ApplyPage => {
  const { lang, today, purposes } = facts;
  const listed = listedPorts(facts);
  return {
    id: TRAVEL_PLAN,
    fields: ['purpose', ...dateFields('arrivesOn'), 'stayDays', 'port', 'stayAddress'],
    title: (t) => t('apply.travel.title'),
    body: bodyOf(facts),
    errors,
    next: () => 'contact',
    response: (values, t) => {
      const { day } = arrivesOnOf(values, today);
      const { purpose = '', stayDays = '' } = values;
      return [
        {
          id: 'purpose',
          question: t('apply.travel.purpose'),
          answer: purposes.includes(purpose) ? t.dynamic(`programme.purpose.${purpose}`) : '',
          value: purpose,
        },
        {
          id: 'arrivesOn',
          question: t('apply.travel.arrivesOn'),
          answer: day ? formatDay(day, lang) : '',
          value: day?.toString() ?? '',
        },
        {
          id: 'stayDays',
          question: t('apply.travel.stayDays'),
          answer: stayDays && t('programme.unit.days', { count: Number(stayDays) }),
          value: stayDays,
        },
        {
          id: 'port',
          question: t('apply.travel.port'),
          answer: listed.find((p) => p.value === values.port)?.text ?? '',
          value: values.port ?? '',
        },
        {
          id: 'stayAddress',
          question: t('apply.travel.address'),
          answer: values.stayAddress ?? '',
          value: values.stayAddress ?? '',
        },
      ];
    },
  };
};

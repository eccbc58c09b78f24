import { alpha2Of, formatPhone, LongTextField, readPhone, TextField, type FieldError } from '#web';
import {
  CHECK,
  only,
  problem,
  textProblems,
  type ApplyFacts,
  type ApplyPage,
} from '../apply-page.ts';

const ADDRESS_CHARS_MAX = 300;

/** A number that only works within one country is answered with what it is from everywhere else. */
function phoneProblem(typed: string, { bondedNationality }: ApplyFacts): FieldError | null {
  if (typed === '') return problem('phone', 'phoneMissing');
  const { phone, guess } = readPhone(typed, alpha2Of(bondedNationality));
  if (phone) return null;
  return guess ? problem('phone', 'phoneCountry', { guess }) : problem('phone', 'phone');
}

/** How the consulate reaches the applicant. */
export const contactPage = (): ApplyPage => ({
  id: 'contact',
  fields: ['phone', 'address'],
  title: (t) => t('apply.contact.title'),
  body: (view, values, errors) => {
    const { t } = view;
    // Kept without a space, shown in groups.
    const shown = { ...values, phone: formatPhone(values.phone ?? '') };
    const props = { view, values: shown, errors };
    return (
      <>
        <h1 class="govuk-heading-l">{t('apply.contact.title')}</h1>
        <TextField
          {...props}
          name="phone"
          label={t('apply.contact.phone')}
          hint={t('apply.contact.phoneHint')}
          type="tel"
          autocomplete="tel"
          classes="govuk-input--width-20"
        />
        <LongTextField
          {...props}
          name="address"
          label={t('apply.contact.address')}
          hint={t('apply.contact.addressHint')}
          maxLength={ADDRESS_CHARS_MAX}
          rows={4}
          autocomplete="street-address"
        />
      </>
    );
  },
  errors: (values, facts) =>
    only(
      phoneProblem(values.phone ?? '', facts),
      ...textProblems(values, 'address', { missing: 'addressMissing', max: ADDRESS_CHARS_MAX }),
    ),
  kept: (values) => ({ ...values, phone: readPhone(values.phone ?? '').phone ?? values.phone }),
  next: () => CHECK,
  response: (values, t) => [
    {
      id: 'phone',
      question: t('apply.contact.phone'),
      answer: formatPhone(values.phone ?? ''),
      value: values.phone ?? '',
    },
    {
      id: 'address',
      question: t('apply.contact.address'),
      answer: values.address ?? '',
      value: values.address ?? '',
    },
  ],
});

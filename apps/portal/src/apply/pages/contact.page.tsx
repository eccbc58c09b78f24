import { LongTextField, TextField } from '#web';
import { CHECK, only, problem, textProblems, type ApplyPage } from '../apply-page.ts';

const ADDRESS_CHARS_MAX = 300;
const PHONE_SIGNS = /^\+?[\d\s().-]{7,30}$/;

const isPhone = (text: string) => {
  const digits = text.replace(/\D/g, '').length;
  return PHONE_SIGNS.test(text) && digits >= 7 && digits <= 15;
};

/** How the consulate reaches the applicant. */
export const contactPage = (): ApplyPage => ({
  id: 'contact',
  fields: ['phone', 'address'],
  title: (t) => t('apply.contact.title'),
  body: (view, values, errors) => {
    const { t } = view;
    const props = { view, values, errors };
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
        />
      </>
    );
  },
  errors: (values) => {
    const phone = values.phone ?? '';
    return only(
      phone === '' && problem('phone', 'phoneMissing'),
      phone !== '' && !isPhone(phone) && problem('phone', 'phone'),
      ...textProblems(values, 'address', { missing: 'addressMissing', max: ADDRESS_CHARS_MAX }),
    );
  },
  next: () => CHECK,
  response: (values, t) => [
    { id: 'phone', question: t('apply.contact.phone'), answer: values.phone ?? '' },
    { id: 'address', question: t('apply.contact.address'), answer: values.address ?? '' },
  ],
});

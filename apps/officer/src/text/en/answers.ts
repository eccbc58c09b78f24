import type { QuestionId, QuestionPage } from '#application';

/** The form's questions as officers read them, whatever language they were answered in. */
export const answers = {
  title: 'Answers as submitted',
  form: 'Form version {{version}}',
  none: 'There are no answers for this case',
  original: {
    en: 'Questions and answers as the applicant read them, in English',
    fr: 'Questions and answers as the applicant read them, in French',
  },
  question: {
    passport: {
      number: 'Passport number',
      issuingState: 'Issuing state',
      expiresOn: 'Date of expiry',
      mrz: 'The two lines at the bottom of the photo page',
    },
    'personal-details': {
      givenNames: 'Given names',
      familyName: 'Family name',
      bornOn: 'Date of birth',
      nationality: 'Nationality',
      sex: 'Sex, as shown in the passport',
    },
    'travel-plan': {
      purpose: 'Purpose of the visit',
      arrivesOn: 'Planned date of arrival',
      stayDays: 'Planned length of stay',
      port: 'Port of entry',
      stayAddress: 'Address during the stay',
    },
    contact: { phone: 'Phone number', address: 'Postal address' },
    declaration: { declared: 'Declaration that the answers are true and complete' },
  } satisfies { [P in QuestionPage]: Record<QuestionId<P>, string> },
  purpose: { business: 'Business', tourism: 'Tourism' },
  sex: { female: 'Female', male: 'Male', unspecified: 'Unspecified (X)' },
  declared: { yes: 'Declared' },
} as const;

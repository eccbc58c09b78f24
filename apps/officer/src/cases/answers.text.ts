import type { SameKeys } from '#web';
import type { QuestionId, QuestionPage } from '#application';

/** The form's questions as officers read them, whatever language they were answered in. */
export const en = {
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

/** Les questions du formulaire telles que les lit l’agent, quelle que soit la langue des réponses. */
export const fr: SameKeys<typeof en> = {
  title: 'Réponses envoyées',
  form: 'Version {{version}} du formulaire',
  none: 'Ce dossier ne contient aucune réponse',
  original: {
    en: 'Questions et réponses d’origine, en anglais',
    fr: 'Questions et réponses d’origine, en français',
  },
  question: {
    passport: {
      number: 'Numéro du passeport',
      issuingState: 'État de délivrance',
      expiresOn: 'Date d’expiration',
      mrz: 'Les deux lignes au bas de la page avec photo',
    },
    'personal-details': {
      givenNames: 'Prénoms',
      familyName: 'Nom de famille',
      bornOn: 'Date de naissance',
      nationality: 'Nationalité',
      sex: 'Sexe indiqué sur le passeport',
    },
    'travel-plan': {
      purpose: 'Motif du voyage',
      arrivesOn: 'Date d’arrivée prévue',
      stayDays: 'Durée du séjour prévue',
      port: 'Point de passage à l’entrée',
      stayAddress: 'Adresse pendant le séjour',
    },
    contact: { phone: 'Numéro de téléphone', address: 'Adresse postale' },
    declaration: { declared: 'Déclaration que les réponses sont exactes et complètes' },
  },
  purpose: { business: 'Affaires', tourism: 'Tourisme' },
  sex: { female: 'Féminin', male: 'Masculin', unspecified: 'Non précisé (X)' },
  declared: { yes: 'Déclaré' },
};

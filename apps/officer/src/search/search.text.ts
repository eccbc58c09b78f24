import type { SameKeys } from '#web';

export const en = {
  title: 'Find a case',
  byReference: 'By reference',
  byPassport: 'By passport',
  reference: 'Reference',
  referenceHint: 'For example VB-7K3M-9Q2X',
  state: 'Issuing state',
  stateHint: 'Two or three letters, for example USA',
  number: 'Passport number',
  button: 'Search',
  passportButton: 'Search by passport',
  results: 'Results',
  none: 'No cases found',
  noneBody: 'Check what you entered. Drafts that have not been submitted are not shown.',
  error: {
    referenceMissing: 'Enter a reference',
    stateWrong: 'Enter the code of the issuing state, for example USA',
    numberWrong:
      'Enter the passport number as it appears in the passport, using letters and digits',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Rechercher un dossier',
  byReference: 'Par référence',
  byPassport: 'Par passeport',
  reference: 'Référence',
  referenceHint: 'Par exemple VB-7K3M-9Q2X',
  state: 'État de délivrance',
  stateHint: 'Deux ou trois lettres, par exemple USA',
  number: 'Numéro de passeport',
  button: 'Rechercher',
  passportButton: 'Rechercher par passeport',
  results: 'Résultats',
  none: 'Aucun dossier trouvé',
  noneBody: 'Vérifiez votre saisie. Les brouillons qui n’ont pas été envoyés ne sont pas affichés.',
  error: {
    referenceMissing: 'Indiquez une référence',
    stateWrong: 'Indiquez le code de l’État de délivrance, par exemple USA',
    numberWrong: 'Indiquez le numéro tel qu’il figure sur le passeport, en lettres et en chiffres',
  },
};

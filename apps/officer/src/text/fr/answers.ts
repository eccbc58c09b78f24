/** Les questions du formulaire telles que les lit l’agent, quelle que soit la langue des réponses. */
export const answers = {
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

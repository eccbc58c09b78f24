import type { SameKeys } from '#web';

/** What can be read again and printed: the application, the receipt. */
export const en = {
  submitted: {
    title: 'What you submitted',
    link: 'Read and print what you submitted',
    lead: 'These are your answers as the consulate received them on {{when}}. You cannot change them.',
    translated:
      'You answered in another language. Your answers are shown in English, and below that exactly as you submitted them.',
    original: {
      en: 'Questions and answers as you submitted them, in English',
      fr: 'Questions and answers as you submitted them, in French',
    },
    declared: { yes: 'Declared' },
    print: 'To keep a copy, print this page or save it as a PDF.',
    toCase: 'Back to the case',
    section: {
      'personal-details': 'Personal details',
      passport: 'Passport',
      'travel-plan': 'Travel plan',
      contact: 'Contact details',
      declaration: 'Declaration',
    },
  },
  receipt: {
    title: 'Receipt for the bond',
    from: 'Consulate in {{city}}',
    file: 'Download the receipt (PDF)',
    link: 'Read and print the receipt',
    lead: 'This bond was received in full, as security for the visa. It is not a fee.',
    case: 'Case',
    programme: 'Programme',
    payer: 'Payer',
    amount: 'Amount',
    method: 'Payment method',
    received: 'Received on',
    number: 'Receipt number',
    undertaking: 'Undertaking signed on',
    digest: 'Fingerprint of the undertaking (SHA-256)',
    consulate: 'Consulate',
  },
  closed: {
    title: 'You cannot submit an application now',
    body: 'This programme is not open. You can fill in the form and we will keep it, but you cannot submit it until the programme reopens.',
    none: 'No programme is taking applications at the moment. If you have a case, sign in to follow it.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  submitted: {
    title: 'Votre demande envoyée',
    link: 'Lire et imprimer la demande envoyée',
    lead: 'Voici vos réponses telles que le consulat les a reçues le {{when}}. Vous ne pouvez plus les modifier.',
    translated:
      'Vous avez répondu dans une autre langue. Vos réponses sont présentées en français, puis telles que vous les avez envoyées.',
    original: {
      en: 'Questions et réponses d’origine, en anglais',
      fr: 'Questions et réponses d’origine, en français',
    },
    declared: { yes: 'Déclaré' },
    print: 'Pour en garder une copie, imprimez cette page ou enregistrez-la en PDF.',
    toCase: 'Retour au dossier',
    section: {
      'personal-details': 'Identité',
      passport: 'Passeport',
      'travel-plan': 'Projet de voyage',
      contact: 'Coordonnées',
      declaration: 'Déclaration',
    },
  },
  receipt: {
    title: 'Reçu de la caution',
    from: 'Consulat à {{city}}',
    file: 'Télécharger le reçu (PDF)',
    link: 'Lire et imprimer le reçu',
    lead: 'Cette caution a été reçue en totalité, en garantie du visa. Ce ne sont pas des frais de visa.',
    case: 'Dossier',
    programme: 'Programme',
    payer: 'Payeur',
    amount: 'Montant',
    method: 'Moyen de paiement',
    received: 'Reçu le',
    number: 'Numéro du reçu',
    undertaking: 'Engagement signé le',
    digest: 'Empreinte de l’engagement (SHA-256)',
    consulate: 'Consulat',
  },
  closed: {
    title: 'Vous ne pouvez pas envoyer de demande actuellement',
    body: 'Ce programme n’est pas ouvert. Vous pouvez remplir le formulaire, qui est conservé, mais vous ne pourrez l’envoyer qu’à la réouverture du programme.',
    none: 'Aucun programme n’accepte de demande actuellement. Si vous avez un dossier, connectez-vous pour le suivre.',
  },
};

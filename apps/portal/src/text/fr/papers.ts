export const papers = {
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
    office: 'Consulat',
  },
  closed: {
    title: 'Vous ne pouvez pas envoyer de demande actuellement',
    body: 'Ce programme n’est pas ouvert. Vous pouvez remplir le formulaire, qui est conservé, mais vous ne pourrez l’envoyer qu’à la réouverture du programme.',
    none: 'Aucun programme n’accepte de demande actuellement. Si vous avez un dossier, connectez-vous pour le suivre.',
  },
};

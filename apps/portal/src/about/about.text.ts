import type { SameKeys } from '#web';

/** Privacy and accessibility. */
export const en = {
  privacy: {
    title: 'Privacy',
    what: 'What we keep',
    whatBody:
      'Your answers in the application, your passport details, your email address, the undertaking you sign and the internet address it was signed from, border records of your journey, and the dates and amounts of your bond.',
    why: 'Why',
    whyBody:
      'To decide your application, hold your bond and refund it. We do not use it for anything else. There are no advertisements and no trackers.',
    how: 'How it is kept',
    howBody:
      'Everything that identifies you is encrypted with a key used only for you. We record each time somebody opens your case.',
    who: 'Who sees it',
    whoBody:
      'You, the officers of the consulate that has your case, and the staff who handle refunds. You pay on our payment processor’s page, so we never see the number of your card, or of the account you pay from.',
    cookies: 'Cookies',
    cookiesBody:
      'We only use cookies that the service needs. They keep you signed in, protect the forms you send, recognise a browser you have signed in from before and remember your language.',
    mail: 'Emails',
    mailBody:
      'Our emails give the case number, amounts and dates. They never give your name, your passport details or the reasons for a decision. You sign in to read those.',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want everyone to be able to use this service.',
    do: 'What you can do',
    do1: 'use every page with just a keyboard',
    do2: 'zoom in up to 400% without the text spilling off the screen',
    do3: 'use it on a phone, with a slow connection and without JavaScript',
    do4: 'use it with a screen reader',
    do5: 'read it in English and in French',
    how: 'How we test',
    howBody:
      'We aim at level AA of the Web Content Accessibility Guidelines 2.2. Automated checks test the pages of the main journey each time the service is built. It has not been audited independently yet.',
    limits: 'What does not work well yet',
    limitsBody:
      'Our payment processor runs the payment page and is responsible for its accessibility. Some screen readers do not read the names of countries and cities well.',
    help: 'If you have a problem',
    helpBody: 'Tell the consulate that has your case. You can apply another way.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  privacy: {
    title: 'Données personnelles',
    what: 'Ce que nous conservons',
    whatBody:
      'Vos réponses dans la demande, les données de votre passeport, votre adresse électronique, l’engagement que vous signez et l’adresse internet depuis laquelle il est signé, les passages de votre voyage enregistrés à la frontière, ainsi que les dates et montants de votre caution.',
    why: 'Pourquoi',
    whyBody:
      'Pour instruire votre demande, détenir votre caution et la rembourser. Nous n’en faisons aucun autre usage : ni publicité, ni traceur.',
    how: 'Comment nous les protégeons',
    howBody:
      'Tout ce qui vous identifie est chiffré avec une clé qui vous est propre. Chaque consultation de votre dossier est enregistrée.',
    who: 'Qui les voit',
    whoBody:
      'Vous, les agents du consulat chargé de votre dossier et les agents chargés des remboursements. Le paiement se fait sur la page de notre prestataire : nous ne voyons jamais le numéro de la carte ou du compte utilisé pour payer.',
    cookies: 'Cookies',
    cookiesBody:
      'Nous n’utilisons que les cookies nécessaires au service. Ils maintiennent votre connexion, protègent les formulaires envoyés, reconnaissent un navigateur déjà utilisé et retiennent la langue choisie.',
    mail: 'Courriels',
    mailBody:
      'Nos courriels indiquent le numéro du dossier, des montants et des dates. Ils n’indiquent jamais votre nom, les données de votre passeport ni les motifs d’une décision : vous les lisez ici, après connexion.',
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    lead: 'Nous voulons que ce service soit accessible à toutes et à tous.',
    do: 'Ce que vous pouvez faire',
    do1: 'utiliser chaque page avec le seul clavier',
    do2: 'agrandir jusqu’à 400 % sans que le texte sorte de l’écran',
    do3: 'utiliser le service sur un téléphone, avec une connexion lente et sans JavaScript',
    do4: 'utiliser le service avec un lecteur d’écran',
    do5: 'lire le service en français et en anglais',
    how: 'Comment nous vérifions',
    howBody:
      'Nous visons le niveau AA des règles WCAG 2.2. Un contrôle automatique vérifie les pages du parcours principal à chaque nouvelle version du service. Aucun audit indépendant n’a encore été réalisé.',
    limits: 'Ce qui n’est pas encore accessible',
    limitsBody:
      'La page de paiement relève de notre prestataire, qui est responsable de son accessibilité. Certains lecteurs d’écran lisent mal les noms de pays et de villes.',
    help: 'Si vous rencontrez un problème',
    helpBody:
      'Signalez-le au consulat chargé de votre dossier. Vous pourrez faire votre demande autrement.',
  },
};

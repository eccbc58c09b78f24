export const about = {
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
      'Vous, les agents du consulat chargé de votre dossier et les agents chargés des remboursements. Le paiement se fait sur la page de notre prestataire : nous ne voyons jamais le numéro de votre carte.',
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

export const about = {
  privacy: {
    title: 'Données personnelles',
    what: 'Ce que nous conservons',
    whatBody:
      'Ce que vous saisissez dans votre demande, les données de votre passeport, votre adresse électronique, l’engagement que vous signez avec l’adresse depuis laquelle il l’a été, les enregistrements de la frontière sur votre voyage, et les dates et montants de votre caution.',
    why: 'Pourquoi',
    whyBody:
      'Pour traiter votre demande, détenir votre caution et vous la rendre. Rien d’autre : ni publicité, ni traceur.',
    how: 'Comment',
    howBody:
      'Tout ce qui vous identifie est chiffré avec une clé qui vous est propre. Chaque ouverture de votre dossier est consignée.',
    who: 'Qui les voit',
    whoBody:
      'Vous, les agents du consulat chargé de votre dossier et ceux qui s’occupent des remboursements. Vous payez sur la page de notre prestataire de paiement : le numéro de votre carte ne nous parvient jamais.',
    cookies: 'Cookies',
    cookiesBody:
      'L’un vous garde connecté pendant que vous utilisez le service, l’autre retient la langue choisie.',
    mail: 'Courriels',
    mailBody:
      'Nos courriels ne contiennent aucune donnée personnelle : ils annoncent une nouvelle, que vous lisez ici une fois connecté.',
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    lead: 'Nous voulons que chacun puisse utiliser ce service.',
    do: 'Ce que vous pouvez faire',
    do1: 'utiliser chaque page au clavier seul',
    do2: 'agrandir à 400 pour cent sans que le texte sorte de l’écran',
    do3: 'l’utiliser sur un téléphone, avec une liaison lente et sans JavaScript',
    do4: 'l’utiliser avec un lecteur d’écran',
    do5: 'le lire en français et en anglais',
    how: 'Comment nous vérifions',
    howBody:
      'Nous visons le niveau AA des règles WCAG 2.2. Un contrôle automatique parcourt les pages du parcours principal à chaque construction du service. Aucun audit indépendant n’a encore été fait.',
    limits: 'Ce qui ne va pas encore bien',
    limitsBody:
      'La page de paiement est celle de notre prestataire, et c’est à lui de déclarer son accessibilité. Les noms de pays et de villes viennent de listes que tous les lecteurs d’écran ne lisent pas aussi bien.',
    help: 'Si vous rencontrez un problème',
    helpBody:
      'Dites-le au consulat chargé de votre dossier. Il peut recevoir votre demande autrement.',
  },
};

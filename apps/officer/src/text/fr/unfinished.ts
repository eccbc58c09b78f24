export const unfinished = {
  title: 'Tâches en retard',
  lead: 'Tâches qui prennent d’ordinaire quelques secondes et attendent depuis plusieurs minutes. Prévenez la personne responsable du système.',
  what: 'Ce qui attend',
  many: 'Nombre',
  orMore: '{{max}} ou plus',
  since: 'Depuis',
  remedy: 'Que faire',
  empty: 'Aucune tâche en retard',
  emptyBody: 'Tout se fait dans les délais habituels.',
  kinds: {
    events: {
      name: 'Événements du prestataire non appliqués',
      remedy:
        'Vérifiez que le programme « worker » fonctionne et joint le prestataire de paiement.',
    },
    mail: {
      name: 'Courriels non envoyés',
      remedy: 'Vérifiez que le programme « worker » fonctionne et joint le serveur de messagerie.',
    },
    looks: {
      name: 'Cautions non comparées au prestataire depuis un jour',
      remedy: 'Vérifiez que le programme « worker » joint le prestataire de paiement.',
    },
    sweep: {
      name: 'Le contrôle régulier ne s’est pas terminé',
      remedy:
        'Vérifiez que le programme « worker » fonctionne. Les autres chiffres sont ceux de son dernier passage.',
    },
  },
};

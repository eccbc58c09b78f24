export const unfinished = {
  title: 'Tâches en retard',
  lead: 'Tâches qui prennent d’ordinaire quelques secondes et attendent depuis plusieurs minutes. Prévenez la personne responsable du système.',
  what: 'Ce qui attend',
  many: 'Nombre',
  orMore: '{{max}} ou plus',
  since: 'Depuis',
  todo: 'Que faire',
  empty: 'Aucune tâche en retard',
  emptyBody: 'Tout se fait dans les délais habituels.',
  kinds: {
    events: {
      name: 'Événements du prestataire non appliqués',
      todo: 'Vérifiez que le programme « worker » fonctionne et joint le prestataire de paiement.',
    },
    mail: {
      name: 'Courriels non envoyés',
      todo: 'Vérifiez que le programme « worker » fonctionne et joint le serveur de messagerie.',
    },
    looks: {
      name: 'Cautions non comparées au prestataire depuis un jour',
      todo: 'Vérifiez que le programme « worker » joint le prestataire de paiement.',
    },
    sweep: {
      name: 'Le contrôle régulier ne s’est pas terminé',
      todo: 'Vérifiez que le programme « worker » fonctionne. Les autres chiffres sont ceux de son dernier passage.',
    },
  },
};

import type { SameKeys } from '#web';

/** Work of the programs themselves that takes longer than it should. */
export const en = {
  title: 'Unfinished work',
  lead: 'Work that normally takes seconds and has been waiting for minutes. Tell whoever runs the system.',
  what: 'What is waiting',
  many: 'How many',
  orMore: '{{max}} or more',
  since: 'Since',
  remedy: 'What to do',
  empty: 'No unfinished work',
  emptyBody: 'Everything is being done in its usual time.',
  kinds: {
    events: {
      name: 'Processor events not applied',
      remedy: 'Check that the worker runs and can reach the payment processor.',
    },
    mail: {
      name: 'Emails not sent',
      remedy: 'Check that the worker runs and can reach the mail server.',
    },
    looks: {
      name: 'Bonds not compared with the processor for a day',
      remedy: 'Check that the worker can reach the payment processor.',
    },
    transfers: {
      name: 'Bank transfers not ended after their bond was paid or lapsed',
      remedy:
        'End these payments in the processor’s dashboard. What arrived for them then goes back by itself.',
    },
    sweep: {
      name: 'The worker’s regular check has not finished',
      remedy: 'Check that the worker runs. The other figures are as it last saw them.',
    },
  },
} as const;

export const fr: SameKeys<typeof en> = {
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
    transfers: {
      name: 'Virements non clos alors que leur caution est versée ou caduque',
      remedy:
        'Mettez fin à ces paiements dans le tableau de bord du prestataire. Les sommes reçues sont ensuite rendues automatiquement.',
    },
    sweep: {
      name: 'Le contrôle régulier ne s’est pas terminé',
      remedy:
        'Vérifiez que le programme « worker » fonctionne. Les autres chiffres sont ceux de son dernier passage.',
    },
  },
};

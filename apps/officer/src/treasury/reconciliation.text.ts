import type { SameKeys } from '#web';

/** The books and the processor beside each other. */
export const en = {
  title: 'Reconciliation',
  lead: 'Our money at the payment processor, counted in three ways. All three must say the same.',
  empty: 'Nothing to compare yet',
  emptyBody: 'The processor is asked every hour. The first figures appear after that.',
  inCurrency: 'In {{currency}}',
  byBooks: 'By our books',
  byList: 'By the processor’s list of movements',
  byBalance: 'By the balance the processor tells',
  asOf: 'As of {{when}}',
  never: 'Not known yet',
  explained: 'From our books to the processor’s list',
  booked: 'In our books',
  payersCash: 'Less money there in payers’ own names',
  underWay: 'Refunds the processor has taken and not completed',
  differences: 'Differences in the list',
  expected: 'The processor should list',
  listed: 'The processor lists',
  unexplained: 'Not explained',
  queue: 'View the differences',
  compared: 'Last compared on {{when}}.',
  standing: {
    agrees: {
      name: 'All three agree',
      todo: 'There is nothing to do.',
    },
    differs: {
      name: 'Differences to settle',
      todo_one: '{{count}} difference explains everything that does not agree. Settle it.',
      todo_other: '{{count}} differences explain everything that does not agree. Settle them.',
    },
    unexplained: {
      name: 'Not explained yet',
      todo: 'The figures were added up at different times, and money has moved since. If this still shows in two hours, tell whoever operates the portal.',
    },
    not_known: {
      name: 'Not known',
      todo: 'One of the figures is missing or more than three hours old. Check that the worker runs and can reach the processor.',
    },
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Rapprochement',
  lead: 'Notre argent chez le prestataire de paiement, compté de trois façons. Les trois montants doivent être identiques.',
  empty: 'Rien à comparer pour le moment',
  emptyBody:
    'Le prestataire est interrogé toutes les heures. Les premiers montants apparaîtront ensuite.',
  inCurrency: 'En {{currency}}',
  byBooks: 'D’après nos comptes',
  byList: 'D’après les mouvements du prestataire',
  byBalance: 'D’après le solde du prestataire',
  asOf: 'Au {{when}}',
  never: 'Pas encore connu',
  explained: 'De nos comptes aux mouvements du prestataire',
  booked: 'Dans nos comptes',
  payersCash: 'Moins les fonds au nom des payeurs',
  underWay: 'Remboursements débités par le prestataire, non aboutis',
  differences: 'Écarts de la liste',
  expected: 'Montant attendu chez le prestataire',
  listed: 'Montant enregistré par le prestataire',
  unexplained: 'Non expliqué',
  queue: 'Voir les écarts',
  compared: 'Dernière comparaison le {{when}}.',
  standing: {
    agrees: { name: 'Concordance', todo: 'Rien à faire.' },
    differs: {
      name: 'Écarts à régler',
      todo_one: '{{count}} écart explique toute la différence. Réglez-le.',
      todo_other: '{{count}} écarts expliquent toute la différence. Réglez-les.',
    },
    unexplained: {
      name: 'Pas encore expliqué',
      todo: 'Les montants ont été arrêtés à des moments différents et des sommes ont circulé depuis. Si cette mention demeure dans deux heures, prévenez l’exploitant du portail.',
    },
    not_known: {
      name: 'Inconnu',
      todo: 'L’un des montants manque ou date de plus de trois heures. Vérifiez que le service de fond fonctionne et qu’il peut joindre le prestataire.',
    },
  },
};

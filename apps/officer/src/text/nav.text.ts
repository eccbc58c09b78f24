import type { SameKeys } from '#web';

export const en = {
  desk: 'Work queues',
  cases: 'Cases',
  search: 'Search',
  approvals: 'Approvals',
  bonds: 'Bonds',
  refunds: 'Refunds',
  suspense: 'Suspense',
  transfers: 'Transfers',
  treasury: 'Treasury',
  movements: 'Movements',
  breaches: 'Breaches',
  events: 'Events',
  books: 'Books',
  borderClients: 'Border systems',
  demonstration:
    'This is a demonstration. The people, visas and money are not real, and no real payment is taken.',
} as const;

export const fr: SameKeys<typeof en> = {
  desk: 'Files de travail',
  cases: 'Dossiers',
  search: 'Recherche',
  approvals: 'Approbations',
  bonds: 'Cautions',
  refunds: 'Remboursements',
  suspense: 'Compte d’attente',
  transfers: 'Virements',
  treasury: 'Trésorerie',
  movements: 'Passages',
  breaches: 'Manquements',
  events: 'Événements',
  books: 'Comptes',
  borderClients: 'Systèmes frontaliers',
  demonstration:
    'Ceci est une démonstration. Les personnes, les visas et les sommes sont fictifs ; aucun paiement réel n’est effectué.',
};

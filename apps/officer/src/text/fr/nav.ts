export const nav = {
  desk: 'Files de travail',
  cases: 'Dossiers',
  search: 'Recherche',
  approvals: 'Approbations',
  bonds: 'Cautions',
  refunds: 'Remboursements',
  suspense: 'Compte d’attente',
  movements: 'Passages',
  events: 'Événements',
  books: 'Comptes',
  demonstration:
    'Ceci est une démonstration. Les personnes, les visas et les sommes sont fictifs ; aucun paiement réel n’est effectué.',
};

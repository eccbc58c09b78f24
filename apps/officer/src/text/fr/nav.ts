export const nav = {
  desk: 'Bureau',
  cases: 'Dossiers',
  search: 'Recherche',
  approvals: 'Approbations',
  bonds: 'Cautions',
  refunds: 'Remboursements',
  suspense: 'Attente',
  movements: 'Passages',
  events: 'Événements',
  books: 'Comptes',
  demonstration:
    'Ceci est une démonstration. Personnes, visas et sommes sont inventés ; aucun paiement réel n’est pris.',
};

export const nav = {
  cases: 'Mes dossiers',
  compare: 'Comparer les programmes',
  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  privacy: 'Données personnelles',
  accessibility: 'Déclaration d’accessibilité',
  demonstration:
    'Ceci est une démonstration. Les personnes, les visas et les sommes sont fictifs ; aucun paiement réel n’est effectué.',
};

import type { SameKeys } from '#web';

export const en = {
  cases: 'My cases',
  bonds: 'Bonds I pay for',
  compare: 'Compare programmes',
  signIn: 'Sign in',
  signUp: 'Create an account',
  figures: 'Performance',
  proof: 'Check our books',
  privacy: 'Privacy',
  accessibility: 'Accessibility statement',
  demonstration:
    'This is a demonstration. The people, visas and money are not real, and no real payment is taken.',
} as const;

export const fr: SameKeys<typeof en> = {
  cases: 'Mes dossiers',
  bonds: 'Cautions que je paie',
  compare: 'Comparer les programmes',
  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  figures: 'Résultats',
  proof: 'Vérifier nos comptes',
  privacy: 'Données personnelles',
  accessibility: 'Déclaration d’accessibilité',
  demonstration:
    'Ceci est une démonstration. Les personnes, les visas et les sommes sont fictifs ; aucun paiement réel n’est effectué.',
};

/** Création de compte et connexion. */
export const account = {
  email: 'Adresse électronique',
  signIn: {
    title: 'Se connecter',
    none: 'Vous n’avez pas de compte ?',
    make: 'Créer un compte',
    out: 'La session est fermée.',
  },
  signUp: {
    title: 'Créer un compte',
    lead: 'Nous envoyons un code à votre adresse électronique pour vérifier qu’elle est bien à vous. Vous choisirez ensuite un mot de passe.',
    emailHint: 'Les nouvelles de votre dossier y sont envoyées.',
    button: 'Recevoir le code',
    have: 'Vous avez déjà un compte ?',
    signIn: 'Se connecter',
  },
};

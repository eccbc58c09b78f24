import type { SameKeys } from '#web';

/** Sign-up and sign-in. */
export const en = {
  email: 'Email address',
  signIn: {
    title: 'Sign in',
    none: 'Do you need an account?',
    make: 'Create an account',
    out: 'You have signed out.',
  },
  signUp: {
    title: 'Create an account',
    lead: 'We will send a code to your email address to check that it is yours. You will choose a password after that.',
    emailHint: 'We will send news about your case here.',
    button: 'Send the code',
    have: 'Do you already have an account?',
    signIn: 'Sign in',
  },
} as const;

/** Création de compte et connexion. */
export const fr: SameKeys<typeof en> = {
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

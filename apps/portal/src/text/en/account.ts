/** Sign-up and sign-in. */
export const account = {
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

/** Sign-up, sign-in and their errors. */
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
  error: {
    emailMissing: 'Enter your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    passwordMissing: 'Enter your password',
    wrong_credentials: 'Email address or password is wrong. Check both and try again',
    too_many_tries: 'Too many attempts to sign in. Wait 15 minutes and try again',
  },
} as const;

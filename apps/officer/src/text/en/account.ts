/** Sign-in of staff and its errors. */
export const account = {
  title: 'Sign in',
  lead: 'For staff of the programme’s offices. Applicants use the Visa Bond Portal.',
  email: 'E-mail address',
  password: 'Password',
  button: 'Sign in',
  out: 'You are signed out.',
  error: {
    emailMissing: 'Enter your e-mail address',
    emailWrong: 'Enter an e-mail address in the right form, like name@example.org',
    passwordMissing: 'Enter your password',
    wrong_credentials: 'E-mail address or password is wrong. Check both and try again',
    too_many_tries: 'Too many tries to sign in from here. Wait 15 minutes and try again',
  },
} as const;

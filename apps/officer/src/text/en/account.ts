/** Sign-in of staff and its errors. */
export const account = {
  title: 'Sign in',
  lead: 'This site is for consular staff. Applicants use the Visa Bond Portal.',
  out: 'You have signed out.',
  error: {
    emailMissing: 'Enter your email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.org',
    passwordMissing: 'Enter your password',
    wrong_credentials: 'Email address or password is wrong. Check both and try again',
    too_many_tries: 'Too many attempts to sign in. Wait 15 minutes and try again',
  },
} as const;

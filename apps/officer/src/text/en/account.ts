/** Sign-in of staff. */
export const account = {
  title: 'Sign in',
  lead: 'This site is for consular staff. Applicants use the Visa Bond Portal.',
  out: 'You have signed out.',
} as const;

import type { SameKeys } from '#web';

/** Sign-in of staff. */
export const en = {
  title: 'Sign in',
  lead: 'This site is for consular staff. Applicants use the Visa Bond Portal.',
  out: 'You have signed out.',
} as const;

/** Sign-in of staff. */
export const fr: SameKeys<typeof en> = {
  title: 'Se connecter',
  lead: 'Ce site est réservé aux agents consulaires. Pour une demande de visa, utilisez le Portail des cautions de visa.',
  out: 'La session est fermée.',
};

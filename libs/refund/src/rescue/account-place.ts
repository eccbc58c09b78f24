import type { Place } from '#platform';

/** Where an account is sealed. */
export const accountPlace = (id: string): Place => ({
  table: 'rescue_account',
  column: 'sealed',
  row: id,
});

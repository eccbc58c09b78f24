import type { Place } from '#platform';

/** Where a sealed part of an invitation lives. */
export const invitationPlace = (
  row: string,
  column: 'email_sealed' | 'traveller_name_sealed' | 'payer_name_sealed',
): Place => ({ table: 'payer_invitation', column, row });

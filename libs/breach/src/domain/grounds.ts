/** What a breach may consist in; the list is closed, and each has a text in both languages (R16). */
export const grounds = [
  'late_departure',
  'no_departure_record',
  'application_to_stay',
  'other_condition',
] as const;
export type Ground = (typeof grounds)[number];

const isGround = (code: string): code is Ground => (grounds as readonly string[]).includes(code);

/** Under which ground a bond was referred, as its history has it. */
const REFERRED_FOR: Readonly<Record<string, Ground>> = { late: 'late_departure' };

export function groundOfReferral(reasonCode: string | null): Ground {
  const code = reasonCode ?? '';
  return REFERRED_FOR[code] ?? (isGround(code) ? code : 'other_condition');
}

import { caseLifecycle, type CaseState } from './case.lifecycle.ts';

/** Why a visa is refused; each code has a text in both languages. */
export const refusalReasons = [
  'purpose_not_shown',
  'means_not_shown',
  'return_not_shown',
  'documents_missing',
  'documents_not_genuine',
  'earlier_overstay',
  'security',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a case with a visa is over; each code has a text in both languages. */
export type CloseReason =
  | 'departed_in_time'
  | 'departed_late'
  | 'visa_not_used'
  | 'admission_refused'
  | 'visa_revoked'
  | 'traveller_died'
  | 'stay_decided';

/** How a refusal is called at that point of a case. */
export const refusalOf = (state: CaseState): 'refused' | 'refused_after_posting' =>
  caseLifecycle.may(state, 'refused_after_posting') ? 'refused_after_posting' : 'refused';

export const isRefusalReason = (code: string): code is RefusalReason =>
  (refusalReasons as readonly string[]).includes(code);

import type { PortalView } from '../text/index.ts';

export const notices = [
  'submitted',
  'submitted_before',
  'not_complete',
  'no_bond',
  'sign_first',
  'too_late',
  'not_payable',
  'too_many_tries',
  'signed',
  'evidence_sent',
  'extension_sent',
  'information_sent',
  'account_given',
  'account_taken_back',
  'account_not_asked',
  'account_being_paid',
  'withdrawn',
  'draft_deleted',
  'not_withdrawable',
  'visa_to_give_back',
  'payer_asked',
  'payer_asked_already',
  'payer_ended',
  'payer_fixed',
  'payer_too_many',
  'not_the_payer',
] as const;
export type CaseNotice = (typeof notices)[number];

/** What an address asks to be said, if it is something that we say. */
export function noticeText(view: PortalView, said: unknown): string | undefined {
  const known = notices.find((n) => n === said);
  return known && view.t(`tracking.notice.${known}`);
}

/** The page of a case, saying something. */
export const caseWith = (reference: string, notice: CaseNotice): string =>
  `/cases/${reference}?notice=${notice}`;

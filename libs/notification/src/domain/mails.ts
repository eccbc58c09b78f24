import { factNames, isFact, type MailFacts } from './mail-facts.ts';

/** Languages that people can choose; every mail exists in each. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** About a case: its reference, and of its facts those that are known. */
type AboutCase = { readonly reference: string } & MailFacts;
/** The site that the mail speaks of, and leads to. */
type OnlySite = { readonly site: 'portal' | 'officer' };

/**
 * Every mail that is sent and what it is filled with: references, codes, and the facts of a case that
 * say nothing of a person. Names and passports stay behind the sign-in, because mail is read by more
 * than its addressee.
 */
export interface MailParams {
  readonly sign_up_code: { readonly code: string };
  readonly already_registered: Readonly<Record<string, never>>;
  readonly password_reset_code: OnlySite & { readonly code: string };
  readonly no_account: OnlySite;
  readonly password_changed: OnlySite;
  readonly email_change_code: { readonly code: string };
  /** To the former address; the secret takes the change back. */
  readonly email_changed: { readonly secret: string };
  readonly sign_in_stopped: OnlySite;
  readonly case_received: AboutCase;
  readonly bond_required: AboutCase;
  readonly bond_corrected: AboutCase;
  /** The secret opens the one bond that its reader is asked to pay. */
  readonly payer_asked: AboutCase & { readonly secret: string };
  readonly payer_accepted: AboutCase;
  readonly payer_declined: AboutCase;
  readonly payer_released: AboutCase;
  readonly payer_terms: AboutCase;
  readonly payer_paid: AboutCase;
  readonly payer_lapsed: AboutCase;
  readonly payment_received: AboutCase;
  readonly payment_set_aside: AboutCase;
  readonly payment_late: AboutCase;
  readonly payment_short: AboutCase;
  readonly payment_other_currency: AboutCase;
  readonly payment_surplus: AboutCase;
  readonly payment_not_used: AboutCase;
  readonly payment_in_part: AboutCase;
  readonly payment_failed: AboutCase;
  readonly payment_came_back: AboutCase;
  readonly payment_returned: AboutCase;
  readonly payment_counted_elsewhere: AboutCase;
  readonly payment_disputed: AboutCase;
  readonly payment_stands: AboutCase;
  readonly bond_lapsed: AboutCase;
  readonly case_refused: AboutCase;
  readonly case_withdrawn: AboutCase;
  readonly visa_issued: AboutCase;
  readonly visa_revoked: AboutCase;
  readonly entry_recorded: AboutCase;
  readonly leave_by_reminder: AboutCase;
  readonly case_to_read: AboutCase;
  readonly evidence_refused: AboutCase;
  readonly stay_extended: AboutCase;
  readonly stay_not_extended: AboutCase;
  readonly refund_started: AboutCase;
  readonly refund_succeeded: AboutCase;
  readonly refund_failed: AboutCase;
  readonly refund_returned: AboutCase;
  readonly account_asked: AboutCase;
  readonly account_given: AboutCase;
  readonly account_reminder: AboutCase;
  readonly card_expires_soon: AboutCase;
  readonly bank_way_closes: AboutCase;
}
export type MailTemplate = keyof MailParams;

type Param = 'code' | 'reference' | 'secret' | 'site';

/** What each mail must be given, no more and no less. */
export const paramsOf: Readonly<Record<MailTemplate, readonly Param[]>> = {
  sign_up_code: ['code'],
  already_registered: [],
  password_reset_code: ['code', 'site'],
  no_account: ['site'],
  password_changed: ['site'],
  email_change_code: ['code'],
  email_changed: ['secret'],
  sign_in_stopped: ['site'],
  case_received: ['reference'],
  bond_required: ['reference'],
  bond_corrected: ['reference'],
  payer_asked: ['reference', 'secret'],
  payer_accepted: ['reference'],
  payer_declined: ['reference'],
  payer_released: ['reference'],
  payer_terms: ['reference'],
  payer_paid: ['reference'],
  payer_lapsed: ['reference'],
  payment_received: ['reference'],
  payment_set_aside: ['reference'],
  payment_late: ['reference'],
  payment_short: ['reference'],
  payment_other_currency: ['reference'],
  payment_surplus: ['reference'],
  payment_not_used: ['reference'],
  payment_in_part: ['reference'],
  payment_failed: ['reference'],
  payment_came_back: ['reference'],
  payment_returned: ['reference'],
  payment_counted_elsewhere: ['reference'],
  payment_disputed: ['reference'],
  payment_stands: ['reference'],
  bond_lapsed: ['reference'],
  case_refused: ['reference'],
  case_withdrawn: ['reference'],
  visa_issued: ['reference'],
  visa_revoked: ['reference'],
  entry_recorded: ['reference'],
  leave_by_reminder: ['reference'],
  case_to_read: ['reference'],
  evidence_refused: ['reference'],
  stay_extended: ['reference'],
  stay_not_extended: ['reference'],
  refund_started: ['reference'],
  refund_succeeded: ['reference'],
  refund_failed: ['reference'],
  refund_returned: ['reference'],
  account_asked: ['reference'],
  account_given: ['reference'],
  account_reminder: ['reference'],
  card_expires_soon: ['reference'],
  bank_way_closes: ['reference'],
};

export const mailTemplates = Object.keys(paramsOf) as MailTemplate[];

/** Mails whose content is a secret until it is used: what filled them is forgotten once sent. */
export const isSecret = (template: MailTemplate): boolean =>
  paramsOf[template].some((name) => name === 'code' || name === 'secret');

/** Mails that are worthless soon, and not sent late. */
export const isShortLived = (template: MailTemplate): boolean =>
  paramsOf[template].includes('code');

/** Mails that a visitor can cause by typing an address, as often as he is let. */
const OPEN: readonly MailTemplate[] = [
  'sign_up_code',
  'already_registered',
  'password_reset_code',
  'no_account',
  'email_change_code',
  'sign_in_stopped',
];
export const isOpen = (template: MailTemplate): boolean => OPEN.includes(template);

const SHAPES: Readonly<Record<Param, RegExp>> = {
  code: /^\d{8}$/,
  reference: /^[A-Z0-9]{2,4}(-[A-Z0-9]{4}){2}$/,
  secret: /^[\w-]{43}$/,
  site: /^(portal|officer)$/,
};

/** Names of parameters that are missing, unknown or not of their shape; empty when all is well. */
export function problemsOfParams(
  template: MailTemplate,
  params: Readonly<Record<string, string>>,
): string[] {
  const wanted = paramsOf[template];
  const bad = wanted.filter((name) => !SHAPES[name].test(params[name] ?? ''));
  const isAboutCase = wanted.includes('reference');
  const facts = isAboutCase ? factNames.filter((name) => params[name] !== undefined) : [];
  const wrong = facts.filter((name) => !isFact(name, params[name]!));
  const known: readonly string[] = [...wanted, ...facts];
  const unknown = Object.keys(params).filter((name) => !known.includes(name));
  return [...bad, ...wrong, ...unknown];
}

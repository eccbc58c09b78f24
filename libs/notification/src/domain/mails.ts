/** Languages that people can choose; every mail exists in each. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

type OnlyReference = { readonly reference: string };
/** The site that the mail speaks of, and leads to. */
type OnlySite = { readonly site: 'portal' | 'officer' };

/**
 * Every mail that is sent and what it is filled with: references and codes. Names, amounts and
 * dates stay behind the sign-in, because mail is read by more than its addressee.
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
  readonly case_received: OnlyReference;
  readonly bond_required: OnlyReference;
  readonly payment_received: OnlyReference;
  readonly payment_set_aside: OnlyReference;
  readonly payment_late: OnlyReference;
  readonly payment_short: OnlyReference;
  readonly payment_other_currency: OnlyReference;
  readonly payment_surplus: OnlyReference;
  readonly bond_lapsed: OnlyReference;
  readonly case_refused: OnlyReference;
  readonly visa_issued: OnlyReference;
  readonly refund_started: OnlyReference;
  readonly refund_succeeded: OnlyReference;
  readonly refund_failed: OnlyReference;
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
  payment_received: ['reference'],
  payment_set_aside: ['reference'],
  payment_late: ['reference'],
  payment_short: ['reference'],
  payment_other_currency: ['reference'],
  payment_surplus: ['reference'],
  bond_lapsed: ['reference'],
  case_refused: ['reference'],
  visa_issued: ['reference'],
  refund_started: ['reference'],
  refund_succeeded: ['reference'],
  refund_failed: ['reference'],
};

export const mailTemplates = Object.keys(paramsOf) as MailTemplate[];

/** Mails whose content is a secret until it is used: what filled them is forgotten once sent. */
export const isSecret = (template: MailTemplate): boolean =>
  paramsOf[template].some((name) => name === 'code' || name === 'secret');

/** Mails that are worthless soon, and not sent late. */
export const isShortLived = (template: MailTemplate): boolean =>
  paramsOf[template].includes('code');

/** Mails that a visitor can cause by typing an address, as often as he is let. */
const OPEN: readonly MailTemplate[] = ['sign_up_code', 'already_registered', 'sign_in_stopped'];
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
  const unknown = Object.keys(params).filter((name) => !wanted.some((w) => w === name));
  return [...bad, ...unknown];
}

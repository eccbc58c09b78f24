import { frenchSpaces } from '#kernel';
import type { Language, MailTemplate } from './mails.ts';
import { en, fr } from './mails.text.ts';
import { calendarOf } from './calendar.ts';
import { factLines, consulateLines } from './mail-facts.ts';
import type { LanguageWords } from './words.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The dates that matter, as a file for calendars; none where there is no date. */
  readonly calendar?: string;
}

const asPrinted = (words: LanguageWords): LanguageWords =>
  JSON.parse(JSON.stringify(words), (_key, value: unknown) =>
    typeof value === 'string' ? frenchSpaces(value) : value,
  ) as LanguageWords;

const WORDS: Readonly<Record<Language, LanguageWords>> = { en, fr: asPrinted(fr) };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!);

export interface SiteAddresses {
  readonly portal: string;
  readonly officer: string;
}

const PATHS: Partial<Record<MailTemplate, string>> = {
  sign_up_code: '/sign-up/code',
  already_registered: '/sign-in',
  password_reset_code: '/forgotten-password/code',
  no_account: '/',
  password_changed: '/forgotten-password',
  email_change_code: '/account/email/code',
  sign_in_stopped: '/forgotten-password',
  // Whoever was asked and has no account sees no case.
  payer_released: '/',
};

/** Where the mail's link leads: the case, behind the sign-in, or a page about the account. */
function linkOf(
  template: MailTemplate,
  params: Readonly<Record<string, string>>,
  sites: SiteAddresses,
): string {
  const site = params.site === 'officer' ? sites.officer : sites.portal;
  if (params.secret) {
    const page = template === 'payer_asked' ? 'asked-to-pay' : 'former-address';
    return `${site}/${page}?secret=${params.secret}`;
  }
  return site + (PATHS[template] ?? `/cases/${params.reference}`);
}

const page = (language: Language, subject: string, body: readonly string[]) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
  `<title>${escaped(subject)}</title></head>` +
  `<body style="font:16px/1.5 sans-serif;color:#0b0c0c;max-width:38em">` +
  `${body.map((p) => `<p>${p}</p>`).join('')}</body></html>`;

/** Throws when a placeholder has nothing to fill it: a half-written mail must not leave. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a mail lacks ${name}`);
    return value;
  });
}

/** The whole mail as it leaves: plain text first, and the same words as simple HTML. */
export function renderMail(
  template: MailTemplate,
  language: Language,
  params: Readonly<Record<string, string>>,
  sites: SiteAddresses,
): RenderedMail {
  const { calendar: dates, frame, mails, ...said } = WORDS[language];
  const words = mails[template];
  const fill = (text: string) => filled(text, { ...params, portal: sites.portal });
  const labels = { ...said.facts, paperCode: fill(said.facts.paperCode) };
  const address = linkOf(template, params, sites);
  const subject = fill(words.subject);
  const says = [frame.greeting, ...words.says].map(fill);
  const calendar = calendarOf(params, dates, address);
  const facts = [...factLines(params, labels, language), ...(calendar ? [dates.attached] : [])];
  const consulate = consulateLines(params, labels, language);
  const foot = [frame.onlyHere, frame.noReply].map(fill);
  const separator = language === 'fr' ? '\u00a0:' : ':';
  const link = `${words.link}${separator}\n${address}`;
  const [factsBlock, consulateBlock] = [facts, consulate].map((block) => block.join('\n'));
  return {
    subject,
    text:
      [...says, factsBlock, link, consulateBlock, '--', ...foot].filter(Boolean).join('\n\n') +
      '\n',
    html: page(language, subject, [
      ...says.map(escaped),
      ...htmlBlock(facts),
      `<a href="${escaped(address)}">${escaped(words.link)}</a>`,
      ...htmlBlock(consulate),
      ...foot.map((line) => `<small>${escaped(line)}</small>`),
    ]),
    ...(calendar && { calendar }),
  };
}

const htmlBlock = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [lines.map(escaped).join('<br>')];

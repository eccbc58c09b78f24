import {
  formatDay,
  formatMoment,
  formatMoney,
  formatOpening,
  money,
  Temporal,
  type Locale,
} from '#kernel';

/** What the facts of a case are called; each label ends in its colon. */
export interface FactWords {
  readonly amount: string;
  readonly postBy: string;
  readonly validUntil: string;
  readonly stayDays: string;
  /** `{count}` is filled in. */
  readonly days: string;
  readonly leaveBy: string;
  readonly lastDay: string;
  /** `{portal}` is filled in. */
  readonly paperCode: string;
  readonly ports: string;
  /** `{city}` is filled in. */
  readonly consulate: string;
  readonly hours: string;
  readonly telephone: string;
  readonly email: string;
  readonly invented: string;
}

const SHAPES = {
  /** 1000000 USD */
  amount: /^\d{1,15} [A-Z]{3}$/,
  /** The moment and the zone in which it is told. */
  postBy: /^\d{4}-\d\d-\d\dT[\d:.]{8,18}Z [A-Za-z_]+(\/[A-Za-z_-]+)*$/,
  validUntil: /^\d{4}-\d\d-\d\d$/,
  stayDays: /^\d{1,4}$/,
  /** 7K3M-9Q2X-4TZ8 */
  paperCode: /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/,
  leaveBy: /^\d{4}-\d\d-\d\d$/,
  /** On which something of the mail's subject is still possible. */
  lastDay: /^\d{4}-\d\d-\d\d$/,
  /** Names of the listed ports. */
  ports: /^[^<>\r\n]{1,400}$/,
  /** The consulate that has the case, and how it is reached. */
  city: /^[^<>\r\n]{1,60}$/,
  address: /^[^<>\r\n]{1,330}$/,
  /** 1-5 09:00-12:30 */
  hours: /^[1-7]-[1-7] \d\d:\d\d-\d\d:\d\d$/,
  telephone: /^\+[\d ]{6,24}$/,
  email: /^[^\s<>@]{1,60}@[a-z0-9.-]{3,60}$/,
  /** The consulate's details are no real consulate's. */
  invented: /^yes$/,
} as const;

export type FactName = keyof typeof SHAPES;
/** Facts of a case that a mail may carry: none of a person. */
export type MailFacts = Readonly<Partial<Record<FactName, string>>>;

export const factNames = Object.keys(SHAPES) as FactName[];
export const isFact = (name: FactName, value: string): boolean => SHAPES[name].test(value);

/** What the mail says of its case, one line each. */
export function factLines(facts: MailFacts, words: FactWords, lang: Locale): string[] {
  const lines: (string | undefined)[] = [
    line(words.amount, facts.amount && amountWords(facts.amount, lang)),
    line(words.postBy, facts.postBy && momentWords(facts.postBy, lang)),
    line(words.validUntil, facts.validUntil && dayWords(facts.validUntil, lang)),
    line(words.stayDays, facts.stayDays && words.days.replace('{count}', facts.stayDays)),
    line(words.leaveBy, facts.leaveBy && dayWords(facts.leaveBy, lang)),
    line(words.lastDay, facts.lastDay && dayWords(facts.lastDay, lang)),
    line(words.ports, facts.ports),
    line(words.paperCode, facts.paperCode),
  ];
  return lines.filter((one) => one !== undefined);
}

/** How the consulate is reached; nothing where its programme does not say. */
export function consulateLines(facts: MailFacts, words: FactWords, lang: Locale): string[] {
  const { city, address, hours, telephone, email } = facts;
  if (!city || !address || !hours || !telephone || !email) return [];
  return [
    words.consulate.replace('{city}', city),
    address,
    line(words.hours, hoursWords(hours, lang))!,
    line(words.telephone, telephone)!,
    line(words.email, email)!,
    ...(facts.invented ? [words.invented] : []),
  ];
}

// The label ends in its colon, which each language sets in its own way.
const line = (label: string, value: string | undefined): string | undefined =>
  value ? `${label} ${value}` : undefined;

function amountWords(text: string, lang: Locale): string {
  const [minor = '0', currency = ''] = text.split(' ');
  return formatMoney(money(BigInt(minor), currency), lang);
}

function momentWords(text: string, lang: Locale): string {
  const [at = '', zone = 'UTC'] = text.split(' ');
  return formatMoment(Temporal.Instant.from(at), zone, lang);
}

const dayWords = (text: string, lang: Locale): string =>
  formatDay(Temporal.PlainDate.from(text), lang);

function hoursWords(text: string, lang: Locale): string {
  const [days = '', times = ''] = text.split(' ');
  const [from, to] = days.split('-').map(Number);
  const [opens = '', closes = ''] = times.split('-');
  return formatOpening({ from: from!, to: to!, opens, closes }, lang);
}

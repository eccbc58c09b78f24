import type { OpeningHours } from '#kernel';

/** How a consulate is reached. Public, and the same for everybody. */
export interface ConsulateContact {
  /** As it stands on a letter, line by line. */
  readonly address: readonly string[];
  readonly hours: OpeningHours;
  /** In international form: +1 202 555 0142. */
  readonly telephone: string;
  readonly email: string;
  /** The details are no real consulate's: pages and mails say so. */
  readonly isInvented: boolean;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const isWeekday = (v: unknown) => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= 7;
const isLine = (v: unknown) => typeof v === 'string' && /^[\p{L}\d][^<>\r\n]{0,79}$/u.test(v);

/** What is wrong with the details of a consulate, by field; empty when they can be shown. */
export function problemsOfContact(given: unknown): string[] {
  const { address, hours, telephone, email, isInvented } = (given ??
    {}) as Partial<ConsulateContact>;
  const { from, to, opens = '', closes = '' } = (hours ?? {}) as Partial<OpeningHours>;
  const isAddress =
    Array.isArray(address) && address.length > 0 && address.length <= 4 && address.every(isLine);
  const isOpening =
    isWeekday(from) && isWeekday(to) && TIME.test(opens) && TIME.test(closes) && opens < closes;
  return [
    ...(isAddress ? [] : ['address: one to four lines']),
    ...(isOpening ? [] : ['hours: from and to a weekday, opening before closing']),
    ...(/^\+[\d ]{6,24}$/.test(telephone ?? '') ? [] : ['telephone: in international form']),
    ...(/^[a-z0-9.-]{1,60}@[a-z0-9.-]{3,60}$/.test(email ?? '') ? [] : ['email: an address']),
    ...(typeof isInvented === 'boolean' ? [] : ['isInvented: yes or no']),
  ];
}

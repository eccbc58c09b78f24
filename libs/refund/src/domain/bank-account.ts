import { ok, refused, type Result } from '#kernel';
import { bankText } from './bank-text.ts';

/** An account by its international number, which says country and bank. */
interface IbanAccount {
  readonly kind: 'iban';
  /** As machines write it: no spaces, capitals. */
  readonly iban: string;
  readonly holder: string;
}

/** An account in the United States: the bank's routing number and the account's own. */
interface UsAccount {
  readonly kind: 'us';
  readonly routing: string;
  readonly number: string;
  readonly holder: string;
}

export type BankAccount = IbanAccount | UsAccount;
export type BankAccountKind = BankAccount['kind'];

/** What banks' files have room for. */
export const HOLDER_CHARS_MAX = 70;
const HOLDER_CHARS_MIN = 2;
const US_NUMBER = /^\d{4,17}$/;

/** Each is the field's that it is about. */
export type BankAccountProblem =
  | 'holder_missing'
  | 'holder_too_long'
  | 'holder_not_latin'
  | 'iban_wrong'
  | 'routing_wrong'
  | 'number_wrong'
  | 'only_dollars';

/** As typed, in whatever groups. */
export interface TypedAccount {
  readonly kind: BankAccountKind;
  readonly holder: string;
  readonly iban: string;
  readonly routing: string;
  readonly number: string;
}

/** Routing numbers carry a check digit: weights 3, 7 and 1 add up to a multiple of ten (ABA). */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];
  return weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 10 === 0;
}

/** A letter that no bank's file can write is a dot in it: a name of dots is nobody's. */
const isWrittenByBanks = (holder: string): boolean =>
  [...holder].every((sign) => !/\p{L}/u.test(sign) || /^[A-Za-z]+$/.test(bankText(sign, 2)));

const compact = (text: string) => text.replace(/[\s.-]/g, '');

/**
 * What was typed as an account to which this currency can be sent. `isIban` looks at length, form and
 * check digits of the country's numbers.
 */
export function readBankAccount(
  typed: TypedAccount,
  currency: string,
  isIban: (text: string) => boolean,
): Result<BankAccount, BankAccountProblem> {
  const holder = typed.holder.trim().replace(/\s+/g, ' ');
  if (holder.length < HOLDER_CHARS_MIN) return refused('holder_missing');
  if (holder.length > HOLDER_CHARS_MAX) return refused('holder_too_long');
  if (!isWrittenByBanks(holder)) return refused('holder_not_latin');
  if (typed.kind === 'iban') {
    const iban = compact(typed.iban).toUpperCase();
    return isIban(iban) ? ok({ kind: 'iban', iban, holder }) : refused('iban_wrong');
  }
  if (currency !== 'USD') return refused('only_dollars');
  const [routing, number] = [compact(typed.routing), compact(typed.number)];
  if (!isRoutingNumber(routing)) return refused('routing_wrong');
  return US_NUMBER.test(number)
    ? ok({ kind: 'us', routing, number, holder })
    : refused('number_wrong');
}

/** All that is shown of it again. */
export const lastFourOf = (account: BankAccount): string =>
  (account.kind === 'iban' ? account.iban : account.number).slice(-4);

/** Whose money goes there is told, and may say that it was not them, before any of it does. */
export const COOLING_OFF_HOURS = 48;

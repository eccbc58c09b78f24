/** Reads the payment form: what was typed becomes a submission, or errors by field. Pure. */
import type { Submission } from '../checkout/behaviour.ts';
import { accountNameOf, ROUTING_NUMBER } from '../payment-methods/bank-accounts.ts';
import { cardNameOf } from '../payment-methods/cards.ts';
import type { MethodType } from '../payment-methods/types.ts';
import type { Text } from './text.ts';

/** What is asked, by the way to pay. */
export const FIELDS = {
  card: ['email', 'name', 'number', 'expiry', 'cvc'],
  us_bank_account: ['email', 'name', 'routing', 'account'],
  customer_balance: ['email', 'name'],
} as const satisfies Record<MethodType, readonly string[]>;

export type Field = (typeof FIELDS)[MethodType][number];
export type Typed = Partial<Record<Field, string>>;
type ErrorCode = keyof Text['errors'];
export type FieldErrors = Partial<Record<Field, ErrorCode>>;
type Read = Submission | { errors: FieldErrors };

const LONGEST_TEXT = 200;

export function readPaymentForm(method: MethodType, typed: Typed, now: Date): Read {
  const holder = { email: (typed.email ?? '').trim(), name: (typed.name ?? '').trim() };
  const errors: FieldErrors = {};
  const { email, name } = holder;
  if (email.length > LONGEST_TEXT || !/^[^\s@]+@[^\s@]+$/.test(email)) errors.email = 'email';
  if (!name || name.length > LONGEST_TEXT) errors.name = 'name';
  if (method === 'card') return readCard(typed, now, { holder, errors });
  if (method === 'us_bank_account') return readAccount(typed, { holder, errors });
  return Object.keys(errors).length ? { errors } : { test: 'transfer', holder };
}

type Start = { holder: Submission['holder']; errors: FieldErrors };

function readCard(typed: Typed, now: Date, { holder, errors }: Start): Read {
  const number = digitsOf(typed.number);
  const expiry = readExpiry(typed.expiry ?? '', now);
  const test = cardNameOf(number);
  if (!/^\d{12,19}$/.test(number)) errors.number = 'number';
  else if (!passesLuhn(number)) errors.number = 'incorrect';
  else if (!test) errors.number = 'notTest';
  if (typeof expiry === 'string') errors.expiry = expiry;
  if (!/^\d{3,4}$/.test((typed.cvc ?? '').trim())) errors.cvc = 'cvc';
  if (!test || typeof expiry === 'string' || Object.keys(errors).length) return { errors };
  return { test, holder, expiry };
}

function readAccount(typed: Typed, { holder, errors }: Start): Read {
  const number = digitsOf(typed.account);
  const test = accountNameOf(number);
  if (digitsOf(typed.routing) !== ROUTING_NUMBER) errors.routing = 'routing';
  if (!/^\d{4,17}$/.test(number)) errors.account = 'account';
  else if (!test) errors.account = 'notTestAccount';
  if (!test || Object.keys(errors).length) return { errors };
  return { test, holder };
}

export const digitsOf = (text = '') => text.replaceAll(/[\s-]/g, '');

function readExpiry(text: string, now: Date): { expMonth: number; expYear: number } | ErrorCode {
  const match = text.trim().match(/^(0?[1-9]|1[0-2])\s*[/ -]\s*(\d{2}|\d{4})$/);
  if (!match) return 'expiry';
  const expMonth = Number(match[1]);
  const year = Number(match[2]);
  const expYear = year < 100 ? 2000 + year : year;
  const isPast =
    expYear < now.getUTCFullYear() ||
    (expYear === now.getUTCFullYear() && expMonth < now.getUTCMonth() + 1);
  return isPast ? 'past' : { expMonth, expYear };
}

/** The check digit that every card number carries. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, n) => {
    const value = Number(digit) * (n % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

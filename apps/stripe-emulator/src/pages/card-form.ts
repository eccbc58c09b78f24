/** Reads the payment form: what was typed becomes a submission, or errors by field. Pure. */
import { cardNameOf } from '../behaviour/cards.ts';
import type { Submission } from '../behaviour/checkout.ts';
import type { Text } from './text.ts';

export const FIELDS = ['email', 'name', 'number', 'expiry', 'cvc'] as const;
export type Field = (typeof FIELDS)[number];
export type Typed = Partial<Record<Field, string>>;
type ErrorCode = keyof Text['errors'];
export type FieldErrors = Partial<Record<Field, ErrorCode>>;

const LONGEST_TEXT = 200;

export function readCardForm(typed: Typed, now: Date): Submission | { errors: FieldErrors } {
  const email = (typed.email ?? '').trim();
  const name = (typed.name ?? '').trim();
  const number = (typed.number ?? '').replaceAll(/[\s-]/g, '');
  const expiry = readExpiry(typed.expiry ?? '', now);
  const card = cardNameOf(number);

  const errors: FieldErrors = {};
  if (email.length > LONGEST_TEXT || !/^[^\s@]+@[^\s@]+$/.test(email)) errors.email = 'email';
  if (!name || name.length > LONGEST_TEXT) errors.name = 'name';
  if (!/^\d{12,19}$/.test(number)) errors.number = 'number';
  else if (!passesLuhn(number)) errors.number = 'incorrect';
  else if (!card) errors.number = 'notTest';
  if (typeof expiry === 'string') errors.expiry = expiry;
  if (!/^\d{3,4}$/.test((typed.cvc ?? '').trim())) errors.cvc = 'cvc';

  if (!card || typeof expiry === 'string' || Object.keys(errors).length) return { errors };
  return { email, name, card, ...expiry };
}

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

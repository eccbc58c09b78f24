import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

export type PhoneAnswer =
  /** E.164, as it is kept: +22320225092. */
  | { readonly phone: string; readonly guess?: undefined }
  /** Not a number that can be called from anywhere; what it is if it belongs to the country. */
  | { readonly phone: null; readonly guess: string | null };

/** What libphonenumber does not read: tel:, a country code in brackets, 00 for +. */
const asInternational = (typed: string): string =>
  typed
    .replace(/^tel:/i, '')
    .replace(/^\(\s*\+(\d{1,3})\s*\)/, '+$1')
    .replace(/^\(?00\)?(?=[\s(]?[1-9])/, '+');

const DIGITS_MAX = 40;

/**
 * Reads a telephone number as people write it. Without a country's code it is nobody's number: then
 * the answer offers what it would be in `country` (ISO 3166 alpha-2), for the person to confirm.
 */
export function readPhone(typed: string, country?: string): PhoneAnswer {
  const text = asInternational(typed.trim());
  if (text.length > DIGITS_MAX) return { phone: null, guess: null };
  const read = (defaultCountry?: string) => {
    const number = parsePhoneNumberFromString(text, {
      defaultCountry: defaultCountry as CountryCode | undefined,
      extract: false,
    });
    return number?.isValid() ? number : undefined;
  };
  const number = read();
  if (number) return { phone: number.number };
  return { phone: null, guess: (country && read(country)?.formatInternational()) ?? null };
}

/** +223 20 22 50 92; what is no number is shown as it is. */
export const formatPhone = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

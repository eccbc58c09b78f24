// What people type into the boxes of a date. A month may be a number or its name, whole or cut, in
// either language; a day may be an ordinal.

const LOCALES = ['en-GB', 'fr-FR'] as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Shorter beginnings say too little: "ju". */
const NAME_CHARS_MIN = 3;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** Names of the months, 1 to 12, in every language of the portal. */
const names: readonly (readonly [month: number, name: string])[] = LOCALES.flatMap((locale) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return MONTHS.map((m) => [m, plain(format.format(Date.UTC(2000, m - 1, 1)))] as const);
});

/** 1 to 12, or a higher number as typed; null when it is neither a number nor one month's name. */
export function monthOf(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  if (/\d/.test(typed)) return null;
  const begun = plain(typed);
  if (begun.length < NAME_CHARS_MIN) return null;
  const found = new Set(names.filter(([, name]) => name.startsWith(begun)).map(([m]) => m));
  const [only] = found;
  return found.size === 1 ? only! : null;
}

/** 1er, 3rd, 21st, 5e. */
export function dayOf(typed: string): number | null {
  const match = /^(\d{1,2})\s?(?:st|nd|rd|th|er|ere|e|eme|ème|ère)?\.?$/iu.exec(typed);
  return match ? Number(match[1]) : null;
}

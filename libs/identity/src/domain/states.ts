// Codes of issuing states and nationalities as people, systems and passports write them.
import iso from 'i18n-iso-countries';

// Codes of passports that ISO 3166 does not have (ICAO 9303-3, section 5, parts B to F).
const PASSPORTS_ONLY = [
  ...['GBD', 'GBN', 'GBO', 'GBP', 'GBS'], // British other than citizens
  ...['EUE', 'UNO', 'UNA', 'UNK', 'RKS'],
  ...['XBA', 'XIM', 'XCC', 'XCE', 'XCO', 'XEC', 'XPO', 'XES', 'XMP', 'XOM', 'XDC'],
  ...['XXA', 'XXB', 'XXC', 'XXX'], // a stateless person, refugees, nationality not stated
];

/** Every code of a state, in the form that is ours. */
export const stateCodes: readonly string[] = [
  ...Object.keys(iso.getAlpha3Codes()).filter((code) => code !== 'XKK'),
  ...PASSPORTS_ONLY,
];
const known: ReadonlySet<string> = new Set(stateCodes);

// Where ISO and passports write differently: the passport's form is ours, but for Germany, whose code
// of one letter is hardly a code to anybody else.
const SAME: Readonly<Record<string, string>> = {
  D: 'DEU',
  XK: 'RKS',
  XKK: 'RKS',
  XKX: 'RKS',
  KS: 'RKS',
  UK: 'GBR',
};

/**
 * The one form of a state's code: US, usa, USA and, for Germany, D<< are understood. Null for a code
 * that no state has, which could never match anything.
 */
export function stateOf(code: string): string | null {
  const typed = code.trim().toUpperCase().replace(/<+$/, '');
  if (!/^[A-Z]{1,3}$/.test(typed)) return null;
  const alpha3 = SAME[typed] ?? (typed.length === 2 ? iso.alpha2ToAlpha3(typed) : typed);
  return alpha3 !== undefined && known.has(alpha3) ? alpha3 : null;
}

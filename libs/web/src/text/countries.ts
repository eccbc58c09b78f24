import iso from 'i18n-iso-countries';
import type { Lang } from './texts.ts';

// Codes are the library's. Names are Unicode's, by way of Intl: the library's are those of ISO's list,
// which no service writes ("Taiwan, Province of China", "Arabie Saoudite").

/**
 * What passports name besides the countries of ISO 3166 (ICAO 9303-3, section 5, parts B to F): kinds
 * of nationality, organisations that issue travel documents, and persons without a nationality.
 */
const PASSPORTS_ONLY: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  GBD: {
    en: 'British Overseas Territories citizen',
    fr: 'Citoyenneté des territoires britanniques d’outre-mer',
  },
  GBN: { en: 'British National (Overseas)', fr: 'Nationalité britannique d’outre-mer' },
  GBO: { en: 'British Overseas citizen', fr: 'Citoyenneté britannique d’outre-mer' },
  GBP: { en: 'British protected person', fr: 'Personne protégée britannique' },
  GBS: { en: 'British subject', fr: 'Sujet britannique' },
  EUE: { en: 'European Union (laissez-passer)', fr: 'Union européenne (laissez-passer)' },
  RKS: { en: 'Kosovo', fr: 'Kosovo' },
  UNO: { en: 'United Nations', fr: 'Organisation des Nations unies' },
  UNA: {
    en: 'United Nations specialised agency',
    fr: 'Institution spécialisée des Nations unies',
  },
  UNK: { en: 'Kosovo (United Nations mission)', fr: 'Kosovo (mission des Nations unies)' },
  XBA: { en: 'African Development Bank', fr: 'Banque africaine de développement' },
  XIM: { en: 'African Export-Import Bank', fr: 'Banque africaine d’import-export' },
  XCC: { en: 'Caribbean Community', fr: 'Communauté des Caraïbes' },
  XCE: { en: 'Council of Europe', fr: 'Conseil de l’Europe' },
  XCO: {
    en: 'Common Market for Eastern and Southern Africa',
    fr: 'Marché commun de l’Afrique orientale et australe',
  },
  XEC: {
    en: 'Economic Community of West African States',
    fr: 'Communauté économique des États de l’Afrique de l’Ouest',
  },
  XES: {
    en: 'Organisation of Eastern Caribbean States',
    fr: 'Organisation des États de la Caraïbe orientale',
  },
  XPO: { en: 'Interpol', fr: 'Interpol' },
  XMP: {
    en: 'Parliamentary Assembly of the Mediterranean',
    fr: 'Assemblée parlementaire de la Méditerranée',
  },
  XOM: { en: 'Sovereign Military Order of Malta', fr: 'Ordre souverain de Malte' },
  XDC: {
    en: 'Southern African Development Community',
    fr: 'Communauté de développement de l’Afrique australe',
  },
  XXA: { en: 'Stateless person', fr: 'Apatride' },
  XXB: { en: 'Refugee (1951 Convention)', fr: 'Réfugié (convention de 1951)' },
  XXC: { en: 'Refugee (other)', fr: 'Réfugié (autre statut)' },
  XXX: { en: 'Unspecified nationality', fr: 'Nationalité non précisée' },
};

/** The library's own code for Kosovo, which no passport has. */
const UNUSED = 'XKK';
const codes: readonly string[] = [
  ...Object.keys(iso.getAlpha3Codes()).filter((code) => code !== UNUSED),
  ...Object.keys(PASSPORTS_ONLY),
];
const known: ReadonlySet<string> = new Set(codes);

const names = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
};

export const isCountry = (alpha3: string): boolean => known.has(alpha3);

/** The two-letter code, for libraries that know no other; undefined for a code that has none. */
export const alpha2Of = (alpha3: string): string | undefined =>
  known.has(alpha3) ? iso.alpha3ToAlpha2(alpha3) : undefined;

/** By alpha-2 or alpha-3; the code itself where it is none we know. */
export function countryName(code: string, lang: Lang): string {
  const alpha2 = alpha2Of(code) ?? code;
  if (/^[A-Z]{2}$/.test(alpha2)) return names[lang].of(alpha2) ?? code;
  return PASSPORTS_ONLY[code]?.[lang] ?? code;
}

/** For a list to choose from, in the order of its language. */
export const countryChoices = (lang: Lang): { value: string; text: string }[] =>
  codes
    .map((value) => ({ value, text: countryName(value, lang) }))
    .sort((a, b) => a.text.localeCompare(b.text, lang));

const WITH_THE = new Set('AE BS CD CF CG DO GB GM KM MH MV NL PH SB US VA'.split(' '));

/** Inside an English sentence some names want an article; French texts put the name after a colon. */
export function countryInSentence(code: string, lang: Lang): string {
  const name = countryName(code, lang);
  return lang === 'en' && WITH_THE.has(alpha2Of(code) ?? code) ? `the ${name}` : name;
}

import type { Lang } from './texts.ts';

// ISO 3166: passports and rules speak of alpha-3, names are found by alpha-2.
const ALPHA3_TO_2 = `
AFG:AF ALA:AX ALB:AL DZA:DZ AND:AD AGO:AO ATG:AG ARG:AR ARM:AM AUS:AU AUT:AT AZE:AZ BHS:BS BHR:BH
BGD:BD BRB:BB BLR:BY BEL:BE BLZ:BZ BEN:BJ BTN:BT BOL:BO BIH:BA BWA:BW BRA:BR BRN:BN BGR:BG BFA:BF
BDI:BI CPV:CV KHM:KH CMR:CM CAN:CA CAF:CF TCD:TD CHL:CL CHN:CN COL:CO COM:KM COG:CG COD:CD CRI:CR
CIV:CI HRV:HR CUB:CU CYP:CY CZE:CZ DNK:DK DJI:DJ DMA:DM DOM:DO ECU:EC EGY:EG SLV:SV GNQ:GQ ERI:ER
EST:EE SWZ:SZ ETH:ET FJI:FJ FIN:FI FRA:FR GAB:GA GMB:GM GEO:GE DEU:DE GHA:GH GRC:GR GRD:GD GTM:GT
GIN:GN GNB:GW GUY:GY HTI:HT VAT:VA HND:HN HKG:HK HUN:HU ISL:IS IND:IN IDN:ID IRN:IR IRQ:IQ IRL:IE
ISR:IL ITA:IT JAM:JM JPN:JP JOR:JO KAZ:KZ KEN:KE KIR:KI PRK:KP KOR:KR KWT:KW KGZ:KG LAO:LA LVA:LV
LBN:LB LSO:LS LBR:LR LBY:LY LIE:LI LTU:LT LUX:LU MAC:MO MDG:MG MWI:MW MYS:MY MDV:MV MLI:ML MLT:MT
MHL:MH MRT:MR MUS:MU MEX:MX FSM:FM MDA:MD MCO:MC MNG:MN MNE:ME MAR:MA MOZ:MZ MMR:MM NAM:NA NRU:NR
NPL:NP NLD:NL NZL:NZ NIC:NI NER:NE NGA:NG MKD:MK NOR:NO OMN:OM PAK:PK PLW:PW PSE:PS PAN:PA PNG:PG
PRY:PY PER:PE PHL:PH POL:PL PRT:PT QAT:QA ROU:RO RUS:RU RWA:RW KNA:KN LCA:LC VCT:VC WSM:WS SMR:SM
STP:ST SAU:SA SEN:SN SRB:RS SYC:SC SLE:SL SGP:SG SVK:SK SVN:SI SLB:SB SOM:SO ZAF:ZA SSD:SS ESP:ES
LKA:LK SDN:SD SUR:SR SWE:SE CHE:CH SYR:SY TWN:TW TJK:TJ TZA:TZ THA:TH TLS:TL TGO:TG TON:TO TTO:TT
TUN:TN TUR:TR TKM:TM TUV:TV UGA:UG UKR:UA ARE:AE GBR:GB USA:US URY:UY UZB:UZ VUT:VU VEN:VE VNM:VN
YEM:YE ZMB:ZM ZWE:ZW`;

const codes = new Map(
  ALPHA3_TO_2.trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const names = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
};

export const isCountry = (alpha3: string): boolean => codes.has(alpha3);

/** The two-letter code, for libraries that know no other; undefined for a code that is none. */
export const alpha2Of = (alpha3: string): string | undefined => codes.get(alpha3);

/** By alpha-2 or alpha-3; the code itself where it is none we know. */
export function countryName(code: string, lang: Lang): string {
  const alpha2 = codes.get(code) ?? code;
  return /^[A-Z]{2}$/.test(alpha2) ? (names[lang].of(alpha2) ?? code) : code;
}

/** For a list to choose from, in the order of its language. */
export const countryChoices = (lang: Lang): { value: string; text: string }[] =>
  [...codes.keys()]
    .map((value) => ({ value, text: countryName(value, lang) }))
    .sort((a, b) => a.text.localeCompare(b.text, lang));

const WITH_THE = new Set('AE BS CD CF CG DO GB GM KM MH MV NL PH SB US VA'.split(' '));

/** Inside an English sentence some names want an article; French texts put the name after a colon. */
export function countryInSentence(code: string, lang: Lang): string {
  const name = countryName(code, lang);
  return lang === 'en' && WITH_THE.has(codes.get(code) ?? code) ? `the ${name}` : name;
}

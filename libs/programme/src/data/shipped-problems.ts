// What shipped data may not say although each of its values has the right shape: codes and zones that
// there are not, which nothing typed by anybody would ever be equal to.
import iso from 'i18n-iso-countries';
import type { ShippedProgramme } from './shipped.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/');
  } catch {
    return false;
  }
}

const isState = (alpha3: string) => alpha3.length === 3 && iso.alpha3ToAlpha2(alpha3) !== undefined;

/** By field; empty when the programme can be installed. */
export function problemsOfPlaces(p: ShippedProgramme): string[] {
  const wrong = (isWrong: boolean, problem: string) => (isWrong ? [problem] : []);
  return [
    ...wrong(!isState(p.issuingState), 'issuingState: a country of ISO 3166, alpha-3'),
    ...wrong(!isState(p.bondedNationality), 'bondedNationality: a country of ISO 3166, alpha-3'),
    ...wrong(!CURRENCIES.has(p.currency), 'currency: a currency of ISO 4217'),
    ...p.consulates.flatMap((c) => [
      ...wrong(
        iso.alpha2ToAlpha3(c.country) === undefined || c.country.length !== 2,
        `${c.city}, country: a country of ISO 3166, alpha-2`,
      ),
      ...wrong(!isZone(c.timeZone), `${c.city}, timeZone: an IANA zone`),
    ]),
    ...p.ports.flatMap((port) => [
      ...wrong(!/^[A-Z]{3}$/.test(port.code), `${port.code}, code: three capitals`),
      ...wrong(!isZone(port.timeZone), `${port.code}, timeZone: an IANA zone`),
    ]),
  ];
}

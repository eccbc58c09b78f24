import { Temporal } from 'temporal-polyfill';

export { Temporal };
export type Instant = Temporal.Instant;
/** A legal day: dates that rules speak of are days, never moments. */
export type PlainDate = Temporal.PlainDate;
/** IANA name: Africa/Bamako. */
export type Zone = string;
type Locale = 'en' | 'fr';

export const instantFromDate = (d: Date): Instant =>
  Temporal.Instant.fromEpochMilliseconds(d.getTime());
export const toDate = (i: Instant): Date => new Date(i.epochMilliseconds);

export const dayIn = (i: Instant, zone: Zone): PlainDate =>
  i.toZonedDateTimeISO(zone).toPlainDate();

/** The last millisecond of a day in a zone: a deadline "on or before" that day. */
export const endOfDay = (day: PlainDate, zone: Zone): Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });

export const addDays = (day: PlainDate, days: number): PlainDate => day.add({ days });

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days;

export const isOnOrBefore = (a: PlainDate, b: PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) <= 0;

export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;

/** French writes the first of a month as an ordinal, which Intl does not. */
const ordinal = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replace(/^1(?= )/, '1er') : text;

/** 4 December 2026, 4 décembre 2026, 1er mai 2027. */
export const formatDay = (day: PlainDate, locale: Locale): string =>
  ordinal(
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day.toString()}T00:00:00Z`)),
    locale,
  );

/** One word for a zone wherever it is read: Intl says GMT in one language and UTC in the other. */
const zoneWord = (text: string): string =>
  text.replace(/^GMT/, 'UTC').replace('-', '−').replace(/^UTC\+0$/, 'UTC');

/** With time and its distance from UTC, since a deadline without its zone misleads. */
export function formatMoment(i: Instant, zone: Zone, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
    timeZone: zone,
  }).formatToParts(toDate(i));
  const words = parts.map((p) => (p.type === 'timeZoneName' ? zoneWord(p.value) : p.value));
  return ordinal(words.join(''), locale);
}

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

/** With time and the zone's name, since a deadline without its zone misleads. */
export const formatMoment = (i: Instant, zone: Zone, locale: Locale): string =>
  ordinal(
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    }).format(toDate(i)),
    locale,
  );

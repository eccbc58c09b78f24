import { Temporal } from 'temporal-polyfill';
import { kept } from './kept.ts';

export { Temporal };
export type Instant = Temporal.Instant;
/** A legal day: dates that rules speak of are days, never moments. */
export type PlainDate = Temporal.PlainDate;
/** IANA name: Africa/Bamako. */
export type Zone = string;
export type Locale = 'en' | 'fr';

const DAY_MS = 86_400_000;

export const instantFromDate = (d: Date): Instant =>
  Temporal.Instant.fromEpochMilliseconds(d.getTime());
export const toDate = (i: Instant): Date => new Date(i.epochMilliseconds);

/** What is asked of a day again and again; lists are full of the same days. */
interface KnownDay {
  readonly iso: string;
  /** Days since 1970. */
  readonly number: number;
  readonly words: Partial<Record<Locale, string>>;
}
const known = new WeakMap<PlainDate, KnownDay>();

function knownOf(day: PlainDate): KnownDay {
  const found = known.get(day);
  if (found) return found;
  const iso = day.toString();
  const made = { iso, number: Date.parse(iso) / DAY_MS, words: {} };
  known.set(day, made);
  return made;
}

/** YYYY-MM-DD. */
export const isoDay = (day: PlainDate): string => knownOf(day).iso;

/** The day of YYYY-MM-DD. The same object for the same day, as far as that can be. */
export const dayFromIso = kept((iso: string) => Temporal.PlainDate.from(iso));

const dayAt = kept((zone: Zone, epochMs: string) =>
  dayFromIso(
    Temporal.Instant.fromEpochMilliseconds(Number(epochMs))
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString(),
  ),
);

export const dayIn = (i: Instant, zone: Zone): PlainDate => dayAt(zone, `${i.epochMilliseconds}`);

/** The last millisecond of a day in a zone: a deadline "on or before" that day. */
export const endOfDay = (day: PlainDate, zone: Zone): Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });

export const addDays = (day: PlainDate, days: number): PlainDate => day.add({ days });

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  knownOf(to).number - knownOf(from).number;

export const isOnOrBefore = (a: PlainDate, b: PlainDate): boolean => daysBetween(a, b) >= 0;

export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;

/** French writes the first of a month as an ordinal, which Intl does not. */
const ordinal = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replace(/^1(?= )/, '1er') : text;

const tagOf = (locale: Locale) => (locale === 'fr' ? 'fr-FR' : 'en-GB');

// Making one of these costs fifty times what its use does, and 100 kB.
const dayFormat = kept(
  (locale: Locale) =>
    new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone: 'UTC' }),
);
const momentFormat = kept(
  (locale: Locale, zone: Zone) =>
    new Intl.DateTimeFormat(tagOf(locale), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'shortOffset',
      timeZone: zone,
    }),
);
const weekdayFormat = kept(
  (locale: Locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
);

/** 4 December 2026, 4 décembre 2026, 1er mai 2027. */
export function formatDay(day: PlainDate, locale: Locale): string {
  const { words, number } = knownOf(day);
  return (words[locale] ??= ordinal(dayFormat(locale).format(number * DAY_MS), locale));
}

/** One word for a zone wherever it is read: Intl says GMT in one language and UTC in the other. */
const zoneWord = (text: string): string =>
  text
    .replace(/^GMT/, 'UTC')
    .replace('-', '−')
    .replace(/^UTC\+0$/, 'UTC');

/** With time and its distance from UTC, since a deadline without its zone misleads. */
export function formatMoment(i: Instant, zone: Zone, locale: Locale): string {
  const parts = momentFormat(locale, zone).formatToParts(toDate(i));
  const words = parts.map((p) => (p.type === 'timeZoneName' ? zoneWord(p.value) : p.value));
  return ordinal(words.join(''), locale);
}

/** Opening hours, the same on each of the days. Days are 1 (Monday) to 7; times are 24 h. */
export interface OpeningHours {
  readonly from: number;
  readonly to: number;
  readonly opens: string;
  readonly closes: string;
}

// 5 January 2026 is a Monday.
const weekday = (n: number, locale: Locale): string =>
  weekdayFormat(locale).format(new Date(Date.UTC(2026, 0, 4 + n)));

/** 9am, 12:30pm; 9 h, 12 h 30. */
function clockTime(time: string, locale: Locale): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  if (locale === 'fr') return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
  const half = hour < 12 ? 'am' : 'pm';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${shown}${half}` : `${shown}:${minutes}${half}`;
}

/** Monday to Friday, 9am to 12:30pm; du lundi au vendredi, de 9 h à 12 h 30. */
export function formatOpening(h: OpeningHours, locale: Locale): string {
  const [from, to] = [weekday(h.from, locale), weekday(h.to, locale)];
  const [opens, closes] = [clockTime(h.opens, locale), clockTime(h.closes, locale)];
  if (locale === 'fr') {
    const days = h.from === h.to ? `le ${from}` : `du ${from} au ${to}`;
    return `${days}, de ${opens} à ${closes}`;
  }
  return `${h.from === h.to ? from : `${from} to ${to}`}, ${opens} to ${closes}`;
}

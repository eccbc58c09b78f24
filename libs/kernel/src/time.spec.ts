import { expect, test } from '@jest/globals';
import {
  dayIn,
  daysBetween,
  endOfDay,
  formatDay,
  formatMoment,
  formatOpening,
  Temporal,
} from './time.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('a day ends in its own zone', () => {
  expect(endOfDay(day('2026-12-04'), 'Africa/Bamako').toString()).toBe('2026-12-04T23:59:59.999Z');
  expect(endOfDay(day('2026-12-04'), 'America/New_York').toString()).toBe(
    '2026-12-05T04:59:59.999Z',
  );
});

test('a day with a clock change ends at its end', () => {
  const end = endOfDay(day('2026-11-01'), 'America/New_York');
  expect(dayIn(end, 'America/New_York').toString()).toBe('2026-11-01');
  expect(dayIn(end.add({ milliseconds: 1 }), 'America/New_York').toString()).toBe('2026-11-02');
});

test('days are counted, not hours', () => {
  expect(daysBetween(day('2026-10-31'), day('2026-11-30'))).toBe(30);
  expect(daysBetween(day('2026-11-30'), day('2026-10-31'))).toBe(-30);
});

test('dates read as people write them', () => {
  expect(formatDay(day('2026-12-04'), 'en')).toBe('4 December 2026');
  expect(formatDay(day('2026-12-04'), 'fr')).toBe('4 décembre 2026');
  const moment = Temporal.Instant.from('2026-12-04T23:59:59Z');
  expect(formatMoment(moment, 'Africa/Bamako', 'en')).toContain('23:59');
});

test('the same time of day has the same word for its zone in both languages and all cities', () => {
  const moment = Temporal.Instant.from('2026-12-04T23:59:59Z');
  const zoneIn = (zone: string) =>
    (['en', 'fr'] as const).map((lang) => formatMoment(moment, zone, lang).split(' ').at(-1));
  expect(zoneIn('Africa/Bamako')).toEqual(['UTC', 'UTC']);
  expect(zoneIn('UTC')).toEqual(['UTC', 'UTC']);
  expect(zoneIn('Europe/London')).toEqual(['UTC', 'UTC']);
  expect(zoneIn('America/New_York')).toEqual(['UTC−5', 'UTC−5']);
  expect(zoneIn('Europe/Paris')).toEqual(['UTC+1', 'UTC+1']);
  expect(zoneIn('Asia/Kolkata')).toEqual(['UTC+5:30', 'UTC+5:30']);
});

test('the first of a month is an ordinal in French alone', () => {
  const first = Temporal.PlainDate.from('2027-05-01');
  expect(formatDay(first, 'fr')).toBe('1er mai 2027');
  expect(formatDay(first, 'en')).toBe('1 May 2027');
  expect(formatDay(first.add({ days: 10 }), 'fr')).toBe('11 mai 2027');
  const moment = first.toZonedDateTime('Europe/Paris').toInstant();
  expect(formatMoment(moment, 'Europe/Paris', 'fr')).toMatch(/^1er mai 2027/);
});

test('opening hours as people write them in each language', () => {
  const hours = { from: 1, to: 5, opens: '09:00', closes: '12:30' };
  expect(formatOpening(hours, 'en')).toBe('Monday to Friday, 9am to 12:30pm');
  expect(formatOpening(hours, 'fr').replaceAll('\u00a0', ' ')).toBe(
    'du lundi au vendredi, de 9 h à 12 h 30',
  );
  const day = { from: 3, to: 3, opens: '12:00', closes: '18:05' };
  expect(formatOpening(day, 'en')).toBe('Wednesday, 12pm to 6:05pm');
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kept } from './kept.ts';
import { formatMoney, money } from './money.ts';
import { dayIn, formatDay, formatMoment, Temporal, toDate } from './time.ts';

const ZONES = ['Africa/Bamako', 'America/New_York', 'Asia/Kolkata', 'Europe/Paris', 'UTC'];
const tagOf = (locale: 'en' | 'fr') => (locale === 'fr' ? 'fr-FR' : 'en-GB');
const anyLocale = fc.constantFrom('en' as const, 'fr' as const);
const anyMoment = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
// The two things that we change in what Intl writes.
const plain = (text: string) => text.replace(/^1er /, '1 ').replace(/ (UTC|GMT)\S*$/, '');

test('a kept formatter writes what a new one would, whatever was written before', () => {
  fc.assert(
    fc.property(anyLocale, anyMoment, fc.constantFrom(...ZONES), (locale, at, zone) => {
      const day = at.toZonedDateTimeISO(zone).toPlainDate();
      const dayWords = new Intl.DateTimeFormat(tagOf(locale), {
        dateStyle: 'long',
        timeZone: zone,
      });
      expect(plain(formatDay(day, locale))).toBe(dayWords.format(toDate(at)));
      const words = new Intl.DateTimeFormat(tagOf(locale), {
        ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
        ...{ timeZoneName: 'shortOffset', timeZone: zone },
      } as const);
      expect(plain(formatMoment(at, zone, locale))).toBe(plain(words.format(toDate(at))));
    }),
  );
});

test('amounts keep to their own currency and language', () => {
  const write = () =>
    (['USD', 'XOF', 'KWD'] as const).flatMap((currency) =>
      (['en', 'fr'] as const).map((locale) => formatMoney(money(1_234_500n, currency), locale)),
    );
  expect(write()).toEqual([
    ...['$12,345', '12\u202f345\u00a0$US'],
    ...['F\u202fCFA\u00a01,234,500', '1\u202f234\u202f500\u00a0F\u202fCFA'],
    ...['KWD\u00a01,234.500', '1\u202f234,500\u00a0KWD'],
  ]);
  expect(write()).toEqual(write());
});

test('a thing is made once for each key, and the keys do not pile up', () => {
  let made = 0;
  const numberOf = kept((_: string) => ++made);
  expect([numberOf('a'), numberOf('b'), numberOf('a')]).toEqual([1, 2, 1]);
  for (let i = 0; i < 10_000; i++) numberOf(`${i}`);
  expect(numberOf('9999')).toBe(made);
  expect(numberOf('a')).toBe(made);
  expect(made).toBe(10_003);
});

test('a day is that of its own zone and moment, asked for again or not', () => {
  const inZone = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate();
  fc.assert(
    fc.property(
      anyMoment,
      fc.constantFrom(...ZONES),
      fc.constantFrom(...ZONES),
      (at, one, other) => {
        for (const zone of [one, other, one]) {
          expect(dayIn(at, zone).toString()).toBe(inZone(at, zone).toString());
        }
      },
    ),
  );
  const justBefore = Temporal.Instant.from('2026-12-04T23:59:59.999999999Z');
  expect(dayIn(justBefore, 'UTC').toString()).toBe('2026-12-04');
});

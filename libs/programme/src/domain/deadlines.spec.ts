import { addDays, dayIn, daysBetween, Temporal, type PlainDate } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  passportNeededUntil,
  passportValidity,
  postingDeadline,
  promisedBy,
  visaDates,
} from './deadlines.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  // Directed late in the evening of 1 December in Washington, when Bamako already has the 2nd.
  ['2026-12-02T02:00:00Z', 'America/New_York', '2027-01-01T04:59:59.999Z'],
  ['2026-12-02T02:00:00Z', 'Africa/Bamako', '2027-01-01T23:59:59.999Z'],
  // The clocks of Paris change in between: the day still ends at its own midnight.
  ['2027-03-10T12:00:00Z', 'Europe/Paris', '2027-04-09T21:59:59.999Z'],
])('directed at %s in %s, it is to be posted by %s', (directed, zone, deadline) => {
  expect(`${postingDeadline(at(directed), zone, { daysToPost: 30 })}`).toBe(deadline);
});

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((d) => Temporal.Instant.fromEpochMilliseconds(d.getTime()));
const days = instants.map((i) => dayIn(i, 'UTC'));
const zones = fc.constantFrom('Africa/Bamako', 'America/New_York', 'Europe/Paris', 'Pacific/Apia', 'Asia/Kathmandu'); // prettier-ignore
const few = fc.integer({ min: 1, max: 400 });

test('the deadline is the last moment of the right day, wherever the consulate is', () => {
  fc.assert(
    fc.property(instants, zones, few, (directed, zone, daysToPost) => {
      const deadline = postingDeadline(directed, zone, { daysToPost });
      const last = dayIn(deadline, zone);
      expect(last.equals(addDays(dayIn(directed, zone), daysToPost))).toBe(true);
      expect(dayIn(deadline.add({ milliseconds: 1 }), zone).equals(last)).toBe(false);
      expect(Temporal.Instant.compare(deadline, directed)).toBe(1);
    }),
  );
});

test.each([
  ['2026-11-24', '2027-02-24'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
])('a visa of %s can be used through %s', (issued, until) => {
  const dates = visaDates(day(issued), { visaValidityMonths: 3 });
  expect([`${dates.validFrom}`, `${dates.validUntil}`]).toEqual([issued, until]);
});

test('a later visa never ends before an earlier one', () => {
  const months = fc.integer({ min: 1, max: 24 });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 70 }), months, (first, gap, visaValidityMonths) => {
      const end = (d: PlainDate) => visaDates(d, { visaValidityMonths }).validUntil;
      expect(daysBetween(end(first), end(addDays(first, gap)))).toBeGreaterThanOrEqual(0);
      expect(daysBetween(first, end(first))).toBeGreaterThanOrEqual(28 * visaValidityMonths);
    }),
  );
});

test('a promise counts calendar days', () => {
  fc.assert(
    fc.property(days, few, (from, n) => {
      expect(daysBetween(from, promisedBy(from, { refundPromiseDays: n }))).toBe(n);
    }),
  );
});

test.each([
  ['2027-01-10', 14, '2027-07-24'],
  // Where the month of the margin is too short, through its last day.
  ['2027-08-01', 30, '2028-02-29'],
  // A plan that has passed begins today.
  ['2026-11-01', 30, '2027-06-25'],
])('arriving on %s for %i days, the passport is needed until %s', (arrives, days, needed) => {
  const plan = { arrivesOn: day(arrives), days };
  const rules = { passportMarginMonths: 6 };
  expect(`${passportNeededUntil(plan, rules, day('2026-11-25'))}`).toBe(needed);
});

test('of several passports the one that lasts longest decides, to the day', () => {
  const plan = { arrivesOn: day('2027-01-10'), days: 14 };
  const lasts = (...ends: string[]) =>
    passportValidity(ends.map(day), plan, { passportMarginMonths: 6 }, day('2026-11-25'));
  expect(lasts()).toBeNull();
  expect(lasts('2027-07-24')).toMatchObject({ isEnough: true });
  const early = lasts('2027-07-23', '2027-01-01')!;
  expect([`${early.expiresOn}`, early.isEnough]).toEqual(['2027-07-23', false]);
  expect(lasts('2027-07-23', '2030-01-01')).toMatchObject({ isEnough: true });
});

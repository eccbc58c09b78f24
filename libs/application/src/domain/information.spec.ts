import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { dueOf, informationClock } from './information.ts';

const at = (text: string) => Temporal.Instant.from(text);
// Still the 10th in Washington.
const asked = at('2026-03-11T03:30:00Z');
const zone = 'America/New_York';
const clock = informationClock(asked, zone, 30);

test('there is time until the end of the last day where the consulate is', () => {
  expect(clock.answerBy.toString()).toBe('2026-04-10T03:59:59.999Z');
});

test('a week before the end the applicant is reminded once, and at the end it is silence', () => {
  expect(dueOf(clock, at('2026-04-02T12:00:00Z'))).toBe('nothing');
  expect(dueOf(clock, at('2026-04-03T12:00:00Z'))).toBe('reminder');
  expect(dueOf({ ...clock, dueAt: clock.answerBy }, at('2026-04-03T12:00:00Z'))).toBe('nothing');
  expect(dueOf(clock, clock.answerBy)).toBe('reminder');
  expect(dueOf(clock, clock.answerBy.add({ milliseconds: 1 }))).toBe('silence');
});

test('a time that is too short for a reminder has none', () => {
  const short = informationClock(asked, zone, 7);
  expect(short.dueAt).toEqual(short.answerBy);
});

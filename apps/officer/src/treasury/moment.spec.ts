import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { readMoment } from './moment.ts';

const now = Temporal.Instant.from('2026-11-27T12:30:00Z');
const asked = (day: string, month: string, year: string, time = '') =>
  readMoment({ 'at-day': day, 'at-month': month, 'at-year': year, time }, now);

test.each([
  ['26', '11', '2026', '09:05', '2026-11-26T09:05:00Z'],
  ['26', 'November', '2026', '9h05', '2026-11-26T09:05:00Z'],
  ['27', '11', '2026', '12:30', '2026-11-27T12:30:00Z'],
  // Without a time, as that day ended.
  ['31', '10', '2026', '', '2026-11-01T00:00:00Z'],
] as const)('%s %s %s %s is %s', (day, month, year, time, at) => {
  expect(asked(day, month, year, time)).toMatchObject({ errors: [] });
  expect(asked(day, month, year, time).at?.toString()).toBe(at);
});

test('nothing, and a day that is not over, are now', () => {
  expect(readMoment({}, now)).toMatchObject({ at: null, errors: [] });
  expect(asked('27', '11', '2026')).toMatchObject({ at: null, errors: [] });
});

test.each([
  ['27', '11', '2026', '12:31', 'time', 'treasury.moment.future'],
  ['26', '11', '2026', '25:00', 'time', 'treasury.moment.timeWrong'],
  ['26', '11', '2026', 'noon', 'time', 'treasury.moment.timeWrong'],
  ['28', '11', '2026', '', 'at', 'web.date.notTodayOrPast'],
  ['', '', '', '12:00', 'at', 'web.date.missing'],
  ['31', '2', '2026', '', 'at', 'web.date.noSuchDay'],
] as const)('%s %s %s %s is refused at %s', (day, month, year, time, field, key) => {
  const { at, errors, values } = asked(day, month, year, time);
  expect(at).toBeNull();
  expect(errors).toMatchObject([{ field, key }]);
  expect(values).toMatchObject({ 'at-day': day, time });
});

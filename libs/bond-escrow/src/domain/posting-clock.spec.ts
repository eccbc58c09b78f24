import { expect, test } from '@jest/globals';
import { dayIn, Temporal } from '#kernel';
import { mayLapse } from './decide-lapse.ts';
import { postingClock, type PostingPause } from './posting-clock.ts';

const at = (text: string) => Temporal.Instant.from(text);
const ZONE = 'Africa/Bamako';
const signed = at('2026-03-31T23:59:59.999Z');
const now = at('2026-03-20T12:00:00Z');
const pause = (from: string, until: string | null, more: Partial<PostingPause> = {}) => ({
  ...{ reason: 'case_frozen' as const, from: at(`${from}T09:00:00Z`) },
  until: until === null ? null : at(`${until}T09:00:00Z`),
  ...more,
});
const lastDay = (...pauses: PostingPause[]) =>
  `${dayIn(postingClock(signed, pauses, ZONE, now).postBy, ZONE)}`;

test('without a pause the deadline is the signed one', () => {
  expect(postingClock(signed, [], ZONE, now)).toEqual({ postBy: signed, paused: null });
});

test('two pauses that overlap count once, and one that lasts counts to now', () => {
  expect(lastDay(pause('2026-03-05', '2026-03-10'), pause('2026-03-08', '2026-03-12'))).toBe(
    '2026-04-07',
  );
  expect(lastDay(pause('2026-03-05', '2026-03-10'), pause('2026-03-18', null))).toBe('2026-04-07');
});

test('of several pauses that last, the page tells the first', () => {
  const second = pause('2026-03-18', null, { reason: 'money_being_settled' });
  const { paused } = postingClock(signed, [second, pause('2026-03-17', null)], ZONE, now);
  expect(paused).toEqual({ reason: 'case_frozen', since: at('2026-03-17T09:00:00Z') });
});

test('nothing lapses while the clock stands still, nor before the days it stood are over', () => {
  const facts = { bondState: 'required', paymentStates: [] } as const;
  const lapse = (day: string, ...pauses: PostingPause[]) => {
    const moment = at(`${day}T12:00:00Z`);
    const clock = postingClock(signed, pauses, ZONE, moment);
    return mayLapse({ ...facts, clock, now: moment });
  };
  expect(lapse('2026-04-01')).toMatchObject({ ok: true });
  expect(lapse('2026-04-01', pause('2026-03-30', null))).toMatchObject({ code: 'paused' });
  const ended = pause('2026-03-30', '2026-04-02');
  expect(lapse('2026-04-03', ended)).toMatchObject({ code: 'not_due' });
  expect(lapse('2026-04-04', ended)).toMatchObject({ ok: true });
  // What begins after the last day gives nothing back: nothing was left.
  expect(lapse('2026-04-09', pause('2026-04-02', '2026-04-08'))).toMatchObject({ ok: true });
});

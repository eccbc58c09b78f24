import { expect, test } from '@jest/globals';
import { dayIn, Temporal } from '#kernel';
import { appealDeadline, isOver, replyDeadline } from './deadlines.ts';
import { isFinalByRule, mayAppeal } from './appeal.ts';
import { mayAsk, mayReply, QUESTIONS_MAX, type ReplyWindow } from './reply.ts';

const at = (text: string) => Temporal.Instant.from(text);
const ZONE = 'America/New_York';

test('the day of the notice is not counted, and the last day counts to its end there', () => {
  const replyBy = replyDeadline(at('2026-03-01T03:00:00Z'), ZONE, 14); // 28 February in New York
  expect(dayIn(replyBy, ZONE).toString()).toBe('2026-03-14');
  expect(isOver(replyBy, at('2026-03-15T03:59:00Z'))).toBe(false);
  expect(isOver(replyBy, at('2026-03-15T04:00:00Z'))).toBe(true);
});

test('post gives more days to appeal', () => {
  const rules = { appealDays: 30, appealDaysByPost: 33 };
  const served = at('2026-06-10T12:00:00Z');
  const last = (byPost: boolean) => dayIn(appealDeadline(served, 'UTC', rules, byPost), 'UTC');
  expect([`${last(false)}`, `${last(true)}`]).toEqual(['2026-07-10', '2026-07-13']);
});

const now = at('2026-03-10T12:00:00Z');
const window = (more: Partial<ReplyWindow> = {}): ReplyWindow => ({
  ...{ bondState: 'notice_given', replyBy: now, isPaused: false, now, ...more },
});

test('a reply is taken to the last moment, and while a question waits', () => {
  expect(mayReply(window()).ok).toBe(true);
  expect(mayReply(window({ replyBy: now.subtract({ seconds: 1 }) }))).toMatchObject({
    code: 'too_late',
  });
  expect(mayReply(window({ replyBy: now.subtract({ hours: 9 }), isPaused: true })).ok).toBe(true);
  for (const bondState of ['held', 'referred', 'breach_declared', 'cancelled']) {
    expect(mayReply(window({ bondState }))).toMatchObject({ code: 'wrong_state' });
  }
});

test('one question at a time, and not without end', () => {
  expect(mayAsk(window(), 0).ok).toBe(true);
  expect(mayAsk(window({ isPaused: true }), 1)).toMatchObject({ code: 'question_open' });
  expect(mayAsk(window(), QUESTIONS_MAX)).toMatchObject({ code: 'too_many_questions' });
});

test('an appeal is the payer’s, in time; without one the rule makes it final', () => {
  const facts = { bondState: 'breach_declared', appealBy: now, isPayer: true, now };
  expect(mayAppeal(facts).ok).toBe(true);
  expect(isFinalByRule(facts)).toBe(false);
  const late = { ...facts, now: now.add({ seconds: 1 }) };
  expect(mayAppeal(late)).toMatchObject({ code: 'too_late' });
  expect(isFinalByRule(late)).toBe(true);
  expect(mayAppeal({ ...facts, isPayer: false })).toMatchObject({ code: 'not_the_payer' });
  expect(isFinalByRule({ ...late, bondState: 'appealed' })).toBe(false);
  expect(isFinalByRule({ ...late, appealBy: null })).toBe(false);
});

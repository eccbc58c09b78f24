import { expect, test } from '@jest/globals';
import { dayFromIso } from '#kernel';
import { crossingsOf, nextDeadline, type CaseDays } from './dates.ts';

const none: CaseDays = {
  caseState: 'bond_required',
  bondState: null,
  postBy: null,
  visaUntil: null,
  admittedOn: null,
  departedOn: null,
  leaveBy: null,
  dueOn: null,
  answerOn: null,
  replyOn: null,
  appealOn: null,
};
const day = (text: string) => dayFromIso(text);
const today = day('2026-12-01');

test('a bond to post waits for its last day', () => {
  const days = { ...none, bondState: 'required', postBy: day('2026-12-20') };
  expect(nextDeadline(days, today)).toEqual({ name: 'post', on: day('2026-12-20') });
});

test('of two days the one that comes first is next, and none that has passed', () => {
  const visa = { visaUntil: day('2027-01-10'), dueOn: day('2027-01-24') };
  const days = { ...none, caseState: 'visa_issued', bondState: 'held', ...visa };
  expect(nextDeadline(days, today)?.name).toBe('visa');
  expect(nextDeadline(days, day('2027-01-10'))?.name).toBe('visa');
  expect(nextDeadline(days, day('2027-01-11'))?.name).toBe('unused');
  expect(nextDeadline(days, day('2027-01-25'))).toBeNull();
});

test('the state of the bond says which of its days counts', () => {
  const all = { answerOn: day('2026-12-05'), replyOn: day('2026-12-06') };
  const days = { ...none, caseState: 'travelling', ...all, appealOn: day('2026-12-07') };
  expect(nextDeadline({ ...days, bondState: 'evidence_requested' }, today)?.name).toBe('answer');
  expect(nextDeadline({ ...days, bondState: 'notice_given' }, today)?.name).toBe('reply');
  expect(nextDeadline({ ...days, bondState: 'breach_declared' }, today)?.name).toBe('appeal');
  expect(nextDeadline({ ...days, bondState: 'closed', caseState: 'closed' }, today)).toBeNull();
});

test('a traveller arrives or is refused, then leaves, then is not seen again', () => {
  expect(crossingsOf(none)).toEqual([]);
  const visa = { ...none, visaUntil: day('2027-01-10') };
  expect(crossingsOf(visa)).toEqual(['admitted', 'refused']);
  expect(crossingsOf({ ...visa, admittedOn: today })).toEqual(['departed']);
  expect(crossingsOf({ ...visa, admittedOn: today, departedOn: today })).toEqual([]);
});

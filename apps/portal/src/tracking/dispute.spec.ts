import { expect, test } from '@jest/globals';
import { money, Temporal } from '#kernel';
import { disputeTold } from './dispute.ts';

const at = (day: number) => Temporal.Instant.from('2026-11-01T10:00:00Z').add({ hours: day * 24 });
const { minor: amountMinor, currency } = money(1_000_000n, 'USD');
const dispute = { id: 'd', amountMinor, currency, openedAt: at(10), stateSince: at(10) };
type Told = Parameters<typeof disputeTold>;

test.each<[Told[0]['state'], number | null, Told[1]['state'], number, number, string | null]>([
  ['question', 20, 'held', 1, 11, 'question'],
  ['question_answered', 20, 'held', 1, 11, 'question_answered'],
  ['question_closed', 20, 'held', 1, 11, null],
  ['to_answer', 20, 'held', 1, 11, 'to_answer'],
  ['to_answer', null, 'held', 1, 11, 'no_answer'],
  ['answered', 20, 'cancelled', 1, 11, 'answered'],
  ['won', 20, 'held', 1, 39, 'won'],
  ['won', 20, 'held', 1, 41, null],
  ['lost', 20, 'held', 1, 90, 'lost'],
  ['lost', null, 'held', 1, 90, 'lost'],
  ['lost', 20, 'required', 1, 90, 'lost_again'],
  ['lost', 20, 'payment_started', 1, 90, 'lost_again'],
  ['lost', 20, 'held', 12, 90, null],
  ['lost', 20, 'closed', 1, 90, 'lost_over'],
  ['lost', 20, 'unsecured', 1, 90, 'lost_over'],
])('%s, due on %s, bond %s since day %s, on day %s', (state, due, bondState, held, now, told) => {
  const row = { ...dispute, state, dueBy: due === null ? null : at(due) };
  expect(disputeTold(row, { state: bondState, heldAt: at(held) }, at(now))).toBe(told);
});

import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { disputeAnswerLifecycle, mayAnswer } from './dispute-answer.lifecycle.ts';
import {
  disputeLifecycle,
  disputeStateOf,
  isAwaitingAnswer,
  stepsBetween,
  type DisputeState,
} from './dispute.lifecycle.ts';

const edgesOf = (lifecycle: typeof disputeLifecycle | typeof disputeAnswerLifecycle) =>
  lifecycle.edges.flatMap((e) => e.from.map((from) => `${from} ${e.event} ${e.to}`));

test('a dispute: every step', () => {
  expect(edgesOf(disputeLifecycle)).toEqual([
    ...['question answer_sent question_answered'],
    ...['question closed question_closed', 'question_answered closed question_closed'],
    ...['question disputed to_answer', 'question_answered disputed to_answer'],
    ...['question_closed disputed to_answer', 'to_answer answer_sent answered'],
    ...['to_answer won won', 'answered won won', 'lost won won'],
    ...['to_answer lost lost', 'answered lost lost'],
    ...['won appealed to_answer', 'lost appealed to_answer'],
  ]);
});

test('an answer: every step', () => {
  expect(edgesOf(disputeAnswerLifecycle)).toEqual([
    ...['prepared withdrawn withdrawn', 'prepared overtaken overtaken'],
    ...['ordered overtaken overtaken', 'prepared ordered ordered'],
    ...['ordered sending_started sending', 'sending delivered delivered'],
    'sending refused refused',
  ]);
});

test.each<[DisputeState, DisputeState, string[] | null]>([
  ['to_answer', 'to_answer', []],
  ['question', 'lost', ['disputed', 'lost']],
  ['lost', 'answered', ['appealed', 'answer_sent']],
  ['won', 'lost', ['appealed', 'lost']],
  ['question', 'won', ['disputed', 'won']],
  ['won', 'question', null],
  ['answered', 'question_closed', null],
])('news that skipped steps: from %s to %s', (from, to, steps) => {
  expect(stepsBetween(from, to)).toEqual(steps);
});

test.each([
  ['inquiry', 'answer', 'question'],
  ['inquiry', 'bank', 'question_answered'],
  ['inquiry', 'nobody', 'question_closed'],
  ['undecided', 'answer', 'to_answer'],
  ['undecided', 'bank', 'answered'],
  ['won', 'nobody', 'won'],
  ['lost', 'nobody', 'lost'],
] as const)('%s, the next word %s: %s', (stage, turn, state) => {
  expect(disputeStateOf({ stage, turn })).toBe(state);
});

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const later = now.add({ hours: 1 });

test.each<[DisputeState, Temporal.Instant | null, string]>([
  ['to_answer', later, 'ok'],
  ['question', later, 'ok'],
  ['to_answer', now, 'ok'],
  ['to_answer', now.subtract({ seconds: 1 }), 'deadline_passed'],
  ['to_answer', null, 'not_contestable'],
  ['answered', later, 'already_answered'],
  ['question_answered', null, 'already_answered'],
  ['won', later, 'dispute_over'],
  ['lost', null, 'not_contestable'],
])('%s, due by %s: %s', (state, dueBy, code) => {
  const may = mayAnswer({ state, dueBy }, now);
  expect(may.ok ? 'ok' : may.code).toBe(code);
});

test('somebody waits for our answer in two states', () => {
  expect(disputeLifecycle.states.filter(isAwaitingAnswer)).toEqual(['question', 'to_answer']);
});

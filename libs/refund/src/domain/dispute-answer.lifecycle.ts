import { defineLifecycle, ok, refused, type EventOf, type Result, type StateOf } from '#kernel';
import { isBefore, type Instant } from '#kernel';
import { isAwaitingAnswer, type DisputeState } from './dispute.lifecycle.ts';

/**
 * What we say to a dispute: that it is wrong, with evidence that somebody has read before it is sent,
 * or that it is right, which gives the money up and so needs two people.
 */
export const disputeAnswerLifecycle = defineLifecycle({
  name: 'dispute answer',
  initial: 'prepared',
  states: {
    prepared: { public: 'to_decide' },
    withdrawn: { public: 'not_sent' },
    overtaken: { public: 'not_sent' },
    ordered: { public: 'being_sent' },
    sending: { public: 'being_sent' },
    delivered: { public: 'sent' },
    refused: { public: 'not_sent' },
  },
  edges: [
    { event: 'withdrawn', from: ['prepared'], to: 'withdrawn', by: ['treasury'] },
    {
      event: 'overtaken',
      from: ['prepared', 'ordered'],
      to: 'overtaken',
      by: ['worker'],
      guard: 'the dispute takes no answer any more',
    },
    {
      event: 'ordered',
      from: ['prepared'],
      to: 'ordered',
      by: ['treasury'],
      guard: 'to give in: another person',
    },
    { event: 'sending_started', from: ['ordered'], to: 'sending', by: ['worker'] },
    { event: 'delivered', from: ['sending'], to: 'delivered', by: ['worker'] },
    { event: 'refused', from: ['sending'], to: 'refused', by: ['worker'] },
  ],
});

export type DisputeAnswerState = StateOf<typeof disputeAnswerLifecycle>;
export type DisputeAnswerEvent = EventOf<typeof disputeAnswerLifecycle>;

/** Not over: a dispute has at most one of these. */
export const OPEN_ANSWERS = [
  'prepared',
  'ordered',
  'sending',
] as const satisfies readonly DisputeAnswerState[];

/** `contest`: with a pack of evidence. `accept`: the money is given up. */
export type DisputeAnswerKind = 'contest' | 'accept';

export type NoAnswer = 'not_contestable' | 'already_answered' | 'dispute_over' | 'deadline_passed';

/** Whether an answer may still be given, and why not. */
export function mayAnswer(
  d: { readonly state: DisputeState; readonly dueBy: Instant | null },
  now: Instant,
): Result<true, NoAnswer> {
  if (d.state === 'answered' || d.state === 'question_answered') {
    return refused('already_answered');
  }
  if (d.dueBy === null) return refused('not_contestable');
  if (!isAwaitingAnswer(d.state)) return refused('dispute_over');
  return isBefore(d.dueBy, now) ? refused('deadline_passed') : ok(true);
}

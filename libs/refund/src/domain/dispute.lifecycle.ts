import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/**
 * A dispute at the bank of whoever paid, from its question or its opening to its end, as the processor
 * tells it. What its money does is its reversal's (R35); this is what people answer.
 */
export const disputeLifecycle = defineLifecycle({
  name: 'dispute',
  initial: 'question',
  states: {
    question: { public: 'bank_asks' },
    question_answered: { public: 'bank_reads' },
    question_closed: { public: 'closed' },
    to_answer: { public: 'bank_disputes' },
    answered: { public: 'bank_decides' },
    won: { public: 'money_back' },
    lost: { public: 'money_gone' },
  },
  edges: [
    { event: 'answer_sent', from: ['question'], to: 'question_answered', by: ['processor'] },
    {
      event: 'closed',
      from: ['question', 'question_answered'],
      to: 'question_closed',
      by: ['processor'],
    },
    {
      event: 'disputed',
      from: ['question', 'question_answered', 'question_closed'],
      to: 'to_answer',
      by: ['processor'],
    },
    { event: 'answer_sent', from: ['to_answer'], to: 'answered', by: ['processor'] },
    { event: 'won', from: ['to_answer', 'answered', 'lost'], to: 'won', by: ['processor'] },
    { event: 'lost', from: ['to_answer', 'answered'], to: 'lost', by: ['processor'] },
    {
      event: 'appealed',
      from: ['won', 'lost'],
      to: 'to_answer',
      by: ['processor'],
      guard: 'one of the two banks does not accept the decision',
    },
  ],
});

export type DisputeState = StateOf<typeof disputeLifecycle>;
export type DisputeEvent = EventOf<typeof disputeLifecycle>;

/** Somebody must answer it, where the bank hears anybody. */
export const AWAITING_ANSWER = ['question', 'to_answer'] as const satisfies readonly DisputeState[];
export const isAwaitingAnswer = (state: DisputeState): boolean =>
  (AWAITING_ANSWER as readonly DisputeState[]).includes(state);

/** What the processor's words are in ours. */
export function disputeStateOf(d: {
  readonly stage: 'inquiry' | 'undecided' | 'won' | 'lost';
  readonly turn: 'answer' | 'bank' | 'nobody';
}): DisputeState {
  if (d.stage === 'won' || d.stage === 'lost') return d.stage;
  if (d.stage === 'undecided') return d.turn === 'answer' ? 'to_answer' : 'answered';
  if (d.turn === 'nobody') return 'question_closed';
  return d.turn === 'answer' ? 'question' : 'question_answered';
}

/** How far news may have skipped what happened between: disputed, answered, decided. */
const STEPS_MAX = 3;

/**
 * The shortest way from one state to another; empty when it is there, null where none leads there.
 * News may be missed, so that more than one step is told at once.
 */
export function stepsBetween(from: DisputeState, to: DisputeState): DisputeEvent[] | null {
  let ways: { readonly at: DisputeState; readonly events: DisputeEvent[] }[] = [
    { at: from, events: [] },
  ];
  for (let n = 0; n <= STEPS_MAX; n++) {
    const found = ways.find((way) => way.at === to);
    if (found) return found.events;
    ways = ways.flatMap(({ at, events }) =>
      disputeLifecycle.edges
        .filter((edge) => edge.from.includes(at))
        .map((edge) => ({ at: edge.to, events: [...events, edge.event] })),
    );
  }
  return null;
}

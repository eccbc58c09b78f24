import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/**
 * Money of a payment that left the processor by no disbursement of ours, until two people have said
 * what that means (R35). While it is not settled, no visa is issued and nothing is sent on its
 * bond.
 */
export const reversalLifecycle = defineLifecycle({
  name: 'reversal',
  initial: 'open',
  states: {
    open: { public: 'being_settled' },
    proposed: { public: 'being_settled' },
    approved: { public: 'being_settled' },
    settled: { public: 'settled' },
    undone: { public: 'came_back' },
  },
  edges: [
    {
      event: 'proposed',
      from: ['open'],
      to: 'proposed',
      by: ['treasury'],
      guard: 'the money has left, and no disbursement of ours is under way',
    },
    { event: 'declined', from: ['proposed'], to: 'open', by: ['treasury'] },
    {
      event: 'approved',
      from: ['proposed'],
      to: 'approved',
      by: ['treasury'],
      guard: 'another person',
    },
    { event: 'settled', from: ['approved'], to: 'settled', by: ['worker'] },
    {
      event: 'undone',
      // After people settled it as well: what they settled was true, and is not any more.
      from: ['open', 'proposed', 'approved', 'settled'],
      to: 'undone',
      by: ['processor'],
      guard: 'the refund failed or the dispute was won: the money is back',
    },
  ],
});

export type ReversalState = StateOf<typeof reversalLifecycle>;
export type ReversalEvent = EventOf<typeof reversalLifecycle>;

/** It stops visa and refund. */
export const UNSETTLED_STATES = [
  'open',
  'proposed',
  'approved',
] as const satisfies readonly ReversalState[];
export const isUnsettled = (state: ReversalState): boolean =>
  (UNSETTLED_STATES as readonly ReversalState[]).includes(state);

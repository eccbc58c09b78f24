import { defineLifecycle, type StateOf } from '#kernel';

/** An event of the processor, from stored to done. No event is ever deleted while it is open. */
export const inboxLifecycle = defineLifecycle({
  name: 'processor event',
  initial: 'received',
  states: {
    received: { public: 'open' },
    applied: { public: 'done' },
    parked: { public: 'desk' },
    failed: { public: 'desk' },
  },
  edges: [
    { event: 'applied', from: ['received'], to: 'applied', by: ['worker'] },
    {
      event: 'parked',
      from: ['received'],
      to: 'parked',
      by: ['worker'],
      guard: 'a type or content that needs a person',
    },
    { event: 'failed', from: ['received'], to: 'failed', by: ['worker'], guard: 'tries used up' },
    { event: 'asked_again', from: ['applied'], to: 'received', by: ['worker'] },
    {
      event: 'asked_again',
      from: ['parked', 'failed'],
      to: 'received',
      by: ['worker', 'treasury'],
    },
  ],
});
export type InboxState = StateOf<typeof inboxLifecycle>;

/** A person has to look at it. */
export const deskStates = ['parked', 'failed'] as const satisfies readonly InboxState[];

/** After so many tries an event is a person's. */
export const TRIES_MAX = 12;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * How long to wait after the nth try (from 1). It begins short, since news often overtakes our own
 * commit by milliseconds, and all tries together last some hours, as an outage may.
 */
export const waitAfter = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 3 ** Math.min(tries - 1, 12), LONGEST_WAIT_MS);

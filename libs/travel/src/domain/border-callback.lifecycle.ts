import { defineLifecycle, type StateOf } from '#kernel';

/** Telling a border system, at its own address, what became of a batch. */
export const borderCallbackLifecycle = defineLifecycle({
  name: 'border callback',
  initial: 'waiting',
  states: {
    waiting: { public: 'being_told' },
    taken: { public: 'told' },
    given_up: { public: 'to_be_asked' },
  },
  edges: [
    {
      event: 'taken',
      from: ['waiting'],
      to: 'taken',
      by: ['rule'],
      guard: 'the address answered with 2xx',
    },
    {
      event: 'given_up',
      from: ['waiting'],
      to: 'given_up',
      by: ['rule'],
      guard: 'after the last try, or there is no address any more; the border system may still ask',
    },
  ],
});
export type BorderCallbackState = StateOf<typeof borderCallbackLifecycle>;

/** Minutes from each try to the next: eight tries in about a day. */
const PAUSES_MINUTES = [1, 5, 15, 60, 180, 360, 720] as const;
export const CALLBACK_TRIES_MAX = PAUSES_MINUTES.length + 1;

/** How long to wait after so many tries; null after the last. */
export const pauseAfter = (tries: number): number | null => PAUSES_MINUTES[tries - 1] ?? null;

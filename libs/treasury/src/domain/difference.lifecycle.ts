import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** What the processor and the books count differently, until both agree. */
export const differenceLifecycle = defineLifecycle({
  name: 'difference',
  initial: 'open',
  states: {
    open: { public: 'to_look_at' },
    asked: { public: 'being_mended' },
    proposed: { public: 'to_look_at' },
    confirmed: { public: 'being_mended' },
    closed: { public: 'over' },
  },
  edges: [
    {
      event: 'asked',
      from: ['open'],
      to: 'asked',
      by: ['treasury'],
      guard: 'a payment, refund or dispute: the processor is asked how it stands',
    },
    {
      event: 'still_there',
      from: ['asked'],
      to: 'open',
      by: ['rule'],
      guard: 'the processor has answered, and both sides still differ',
    },
    {
      event: 'proposed',
      from: ['open'],
      to: 'proposed',
      by: ['treasury'],
      guard: 'money of the operator’s own: a payout, a top-up, what the processor charges',
    },
    { event: 'declined', from: ['proposed'], to: 'open', by: ['treasury'] },
    {
      event: 'confirmed',
      from: ['proposed'],
      to: 'confirmed',
      by: ['two people'],
      guard: 'another person: it is booked',
    },
    {
      event: 'agreed',
      from: ['open', 'asked', 'proposed', 'confirmed'],
      to: 'closed',
      by: ['rule'],
      guard: 'a comparison finds both sides the same',
    },
    {
      event: 'changed',
      from: ['open', 'asked', 'proposed', 'confirmed'],
      to: 'closed',
      by: ['rule'],
      guard: 'one side has other figures now: they are a difference of their own',
    },
  ],
});

export type DifferenceState = StateOf<typeof differenceLifecycle>;
export type DifferenceEvent = EventOf<typeof differenceLifecycle>;

/** Both sides still differ. */
export const unsettledDifferences = [
  'open',
  'asked',
  'proposed',
  'confirmed',
] as const satisfies readonly DifferenceState[];

/** A person has to act on it. */
export const differencesForPeople = [
  'open',
  'proposed',
] as const satisfies readonly DifferenceState[];

import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** What somebody wants done with a record that was set aside, until it is done or will not be. */
export const movementProposalLifecycle = defineLifecycle({
  name: 'movement proposal',
  initial: 'proposed',
  states: {
    proposed: { public: 'being_decided' },
    approved: { public: 'being_carried_out' },
    done: { public: 'decided' },
    unchanged: { public: 'undecided' },
    declined: { public: 'undecided' },
    overtaken: { public: 'undecided' },
  },
  edges: [
    {
      event: 'approved',
      from: ['proposed'],
      to: 'approved',
      by: ['two people'],
      guard: 'another person: a bond may hang on the record that is dismissed',
    },
    {
      event: 'sufficed',
      from: ['proposed'],
      to: 'approved',
      by: ['officer'],
      guard: 'the rules are asked again, or no bond hangs on the record that is dismissed',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'declined',
      by: ['head of section', 'officer'],
      guard: 'with a reason; who proposed it takes it back',
    },
    {
      event: 'carried_out',
      from: ['approved'],
      to: 'done',
      by: ['rule'],
      guard: 'the record is dismissed, or the rules said something new of it',
    },
    {
      event: 'found_unchanged',
      from: ['approved'],
      to: 'unchanged',
      by: ['rule'],
      guard: 'the rules say of it what they said before',
    },
    {
      event: 'overtaken',
      from: ['proposed', 'approved'],
      to: 'overtaken',
      by: ['rule'],
      guard: 'the record is not set aside any more, or a bond hangs on it by now',
    },
  ],
});

export type MovementProposalState = StateOf<typeof movementProposalLifecycle>;
export type MovementProposalEvent = EventOf<typeof movementProposalLifecycle>;

/** Somebody has to act on it, or we have; of one record there is one such at most. */
export const openMovementProposalStates = [
  'proposed',
  'approved',
] as const satisfies readonly MovementProposalState[];

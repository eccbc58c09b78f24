import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** What somebody wants done with money in suspense, until it is done or will not be. */
export const suspenseLifecycle = defineLifecycle({
  name: 'suspense proposal',
  initial: 'proposed',
  states: {
    proposed: { public: 'being_decided' },
    approved: { public: 'being_carried_out' },
    done: { public: 'decided' },
    declined: { public: 'undecided' },
    overtaken: { public: 'undecided' },
  },
  edges: [
    {
      event: 'approved',
      from: ['proposed'],
      to: 'approved',
      by: ['two people'],
      guard: 'another person; money and bond are as they were proposed',
    },
    {
      event: 'sufficed',
      from: ['proposed'],
      to: 'approved',
      by: ['treasury'],
      guard:
        'a match with the bond whose own payment brought it, of no more than one person may decide',
    },
    {
      event: 'kept',
      from: ['proposed'],
      to: 'done',
      by: ['treasury'],
      guard: 'nothing moves, so one person is enough',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'declined',
      by: ['treasury'],
      guard: 'with a reason; who proposed it takes it back',
    },
    {
      event: 'carried_out',
      from: ['approved'],
      to: 'done',
      by: ['rule'],
      guard: 'a match is in its bond, a return has its refund',
    },
    {
      event: 'overtaken',
      from: ['proposed', 'approved'],
      to: 'overtaken',
      by: ['rule'],
      guard: 'the money is not there any more, or the bond does not need it',
    },
  ],
});

export type SuspenseProposalState = StateOf<typeof suspenseLifecycle>;
export type SuspenseProposalEvent = EventOf<typeof suspenseLifecycle>;

/** Somebody has to act on it, or we have; of one payment there is one such at most. */
export const openSuspenseStates = [
  'proposed',
  'approved',
] as const satisfies readonly SuspenseProposalState[];

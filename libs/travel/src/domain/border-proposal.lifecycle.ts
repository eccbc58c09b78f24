import { defineLifecycle, mayBeSecond, type EventOf, type StateOf } from '#kernel';

/** A wish that a border system be let in, or that it may sign with one more key. */
export const borderProposalLifecycle = defineLifecycle({
  name: 'border proposal',
  initial: 'proposed',
  states: {
    proposed: { public: 'awaiting_confirmation' },
    confirmed: { public: 'confirmed' },
    declined: { public: 'declined' },
  },
  edges: [
    {
      event: 'confirmed',
      from: ['proposed'],
      to: 'confirmed',
      by: ['two people'],
      guard: 'another administrator: what the border system reports may return bonds by itself',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'declined',
      by: ['administrator'],
      guard: 'another person, or who proposed it takes it back',
    },
  ],
});
export type BorderProposalState = StateOf<typeof borderProposalLifecycle>;
export type BorderProposalEvent = EventOf<typeof borderProposalLifecycle>;

/** Whether this person may answer it: who proposed it only takes it back. */
export const mayAnswerProposal = (
  proposal: { readonly state: BorderProposalState; readonly proposedBy: string },
  event: BorderProposalEvent,
  personId: string,
) => mayBeSecond(borderProposalLifecycle, proposal, event, personId, 'declined');

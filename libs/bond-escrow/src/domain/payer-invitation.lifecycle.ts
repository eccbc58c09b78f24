import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/**
 * An applicant asks somebody else to pay the bond, by a link to one address. Whoever accepts is the
 * bond's payer (R11) until that ends or the bond does.
 */
export const payerInvitationLifecycle = defineLifecycle({
  name: 'payer invitation',
  initial: 'sent',
  states: {
    sent: { public: 'waits' },
    accepted: { public: 'accepted' },
    declined: { public: 'declined' },
    withdrawn: { public: 'withdrawn' },
    expired: { public: 'expired' },
    ended: { public: 'ended' },
  },
  edges: [
    {
      event: 'accepted',
      from: ['sent'],
      to: 'accepted',
      by: ['payer'],
      guard: 'the account of the address that was asked, with its link; no payment is open',
    },
    { event: 'declined', from: ['sent'], to: 'declined', by: ['payer'] },
    { event: 'withdrawn', from: ['sent'], to: 'withdrawn', by: ['applicant'] },
    {
      event: 'expired',
      from: ['sent'],
      to: 'expired',
      by: ['rule'],
      guard: 'its time is over, or the bond waits for no payment any more',
    },
    {
      event: 'ended',
      from: ['accepted'],
      to: 'ended',
      by: ['applicant', 'payer'],
      guard: 'no money is on its way or here',
    },
  ],
});

export type PayerInvitationState = StateOf<typeof payerInvitationLifecycle>;
export type PayerInvitationEvent = EventOf<typeof payerInvitationLifecycle>;

/** One of them at a time for a bond. */
export const openInvitationStates = [
  'sent',
  'accepted',
] as const satisfies readonly PayerInvitationState[];

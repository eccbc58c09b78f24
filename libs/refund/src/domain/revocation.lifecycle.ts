import { defineLifecycle, mayBeSecond, type StateOf } from '#kernel';

/** A wish that a visa which nobody has used be cancelled, and its bond go back. */
export const revocationLifecycle = defineLifecycle({
  name: 'visa revocation',
  initial: 'proposed',
  states: {
    proposed: { public: 'awaiting_approval' },
    approved: { public: 'approved' },
    declined: { public: 'declined' },
  },
  edges: [
    {
      event: 'approved',
      from: ['proposed'],
      to: 'approved',
      by: ['head of section'],
      guard: 'another person; the traveller has not entered',
    },
    { event: 'declined', from: ['proposed'], to: 'declined', by: ['head of section', 'officer'] },
  ],
});
export type RevocationState = StateOf<typeof revocationLifecycle>;

/** Why a visa is cancelled before it was used; each code has a text in both languages. */
export const revocationReasons = ['given_back', 'no_longer_eligible', 'security'] as const;
export type RevocationReason = (typeof revocationReasons)[number];
export const isRevocationReason = (code: string): code is RevocationReason =>
  (revocationReasons as readonly string[]).includes(code);

/** Only a visa that nobody has used is cancelled: after an entry there is a stay to decide. */
export const isUnused = (caseState: string): boolean => caseState === 'visa_issued';

/** Whether this person may answer it: who proposed it only takes it back. */
export const mayAnswer = (
  revocation: { readonly state: RevocationState; readonly proposedBy: string },
  event: 'approved' | 'declined',
  personId: string,
) => mayBeSecond(revocationLifecycle, revocation, event, personId, 'declined');

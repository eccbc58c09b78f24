import { defineLifecycle, type StateOf } from '#kernel';

/** An officer's wish that a bond be posted; less than the default needs another's approval (R8). */
export const directionLifecycle = defineLifecycle({
  name: 'bond direction',
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
      by: ['head of section', 'rule'],
      guard: 'another person, where the amount is below the default (R8)',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'declined',
      by: ['head of section'],
      guard: 'another person, with a reason',
    },
  ],
});
export type DirectionState = StateOf<typeof directionLifecycle>;

/** Why a new direction takes the place of one that nobody has signed for yet. */
export const correctionReasons = ['entry_error', 'new_facts', 'reconsidered'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
export const isCorrectionReason = (code: string): code is CorrectionReason =>
  (correctionReasons as readonly string[]).includes(code);

export const declineReasons = [
  'amount_not_justified',
  'reason_not_shown',
  'not_eligible',
  'to_be_reconsidered',
] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const isDeclineReason = (code: string): code is DeclineReason =>
  (declineReasons as readonly string[]).includes(code);

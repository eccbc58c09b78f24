import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** A refund that cannot go back by the way it came goes to a bank account of its payer. */
export const rescueLifecycle = defineLifecycle({
  name: 'rescue',
  initial: 'asked',
  states: {
    asked: { public: 'needs_account' },
    given: { public: 'account_given' },
    not_needed: { public: 'not_needed' },
  },
  edges: [
    {
      event: 'account_given',
      from: ['asked'],
      to: 'given',
      by: ['payer'],
      guard: 'the password was typed again; nothing is paid to it for 48 hours',
    },
    {
      event: 'account_replaced',
      from: ['given'],
      to: 'given',
      by: ['payer'],
      guard: 'as before, and the 48 hours begin again',
    },
    { event: 'account_taken_back', from: ['given'], to: 'asked', by: ['payer'] },
    {
      event: 'overtaken',
      from: ['asked', 'given'],
      to: 'not_needed',
      by: ['rule'],
      guard: 'the money is back with its payer by another way',
    },
  ],
});

export type RescueState = StateOf<typeof rescueLifecycle>;
export type RescueEvent = EventOf<typeof rescueLifecycle>;

/** Still about something; of one refund there is one such at most. */
export const openRescueStates = ['asked', 'given'] as const satisfies readonly RescueState[];
/** In which the payer may give an account, or another one. */
export const accountMayBeGiven = ['asked', 'given'] as const satisfies readonly RescueState[];

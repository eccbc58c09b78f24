import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** A refund that cannot go back by the way it came goes to a bank account of its payer. */
export const rescueLifecycle = defineLifecycle({
  name: 'rescue',
  initial: 'asked',
  states: {
    asked: { public: 'needs_account' },
    given: { public: 'account_given' },
    proposed: { public: 'account_given' },
    approved: { public: 'being_paid' },
    under_way: { public: 'being_paid' },
    done: { public: 'paid' },
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
      from: ['given', 'proposed'],
      to: 'given',
      by: ['payer'],
      guard: 'as before, the 48 hours begin again, and what was proposed is over',
    },
    { event: 'account_taken_back', from: ['given', 'proposed'], to: 'asked', by: ['payer'] },
    {
      event: 'asked_again',
      from: ['given'],
      to: 'asked',
      by: ['treasury'],
      guard: 'with a reason, which the payer reads',
    },
    {
      event: 'proposed',
      from: ['given'],
      to: 'proposed',
      by: ['treasury'],
      guard: 'the 48 hours are over, and nothing of the refund is on its way',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'given',
      by: ['treasury'],
      guard: 'with a reason; who proposed it takes it back',
    },
    { event: 'approved', from: ['proposed'], to: 'approved', by: ['two people'] },
    {
      event: 'carried_out',
      from: ['approved'],
      to: 'under_way',
      by: ['rule'],
      guard: 'a disbursement by bank takes the place of the one that waited',
    },
    {
      event: 'amount_changed',
      from: ['approved'],
      to: 'given',
      by: ['rule'],
      guard: 'less is to be returned than two people decided on',
    },
    {
      event: 'withdrawn',
      from: ['under_way'],
      to: 'given',
      by: ['rule'],
      guard: 'its disbursement was stopped before it was in a file',
    },
    {
      event: 'bank_refused',
      from: ['under_way', 'done'],
      to: 'asked',
      by: ['bank'],
      guard: 'the bank did not pay it, or the money came back',
    },
    { event: 'bank_paid', from: ['under_way'], to: 'done', by: ['bank'] },
    {
      event: 'overtaken',
      from: ['asked', 'given', 'proposed', 'approved'],
      to: 'not_needed',
      by: ['rule'],
      guard: 'the money is back with its payer by another way',
    },
  ],
});

export type RescueState = StateOf<typeof rescueLifecycle>;
export type RescueEvent = EventOf<typeof rescueLifecycle>;

/** Still about something, or may be again; of one refund there is one such at most. */
export const openRescueStates = [
  'asked',
  'given',
  'proposed',
  'approved',
  'under_way',
  'done',
] as const satisfies readonly RescueState[];
/** In which the payer may give an account, or another one. */
export const accountMayBeGiven = [
  'asked',
  'given',
  'proposed',
] as const satisfies readonly RescueState[];
/** The treasury has something to do, or we have: looked for by the desk and by the sweep. */
export const decidedRescueStates = [
  'given',
  'proposed',
  'approved',
  'under_way',
] as const satisfies readonly RescueState[];

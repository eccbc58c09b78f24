import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/**
 * What two people say of a breach: the decision, that on an appeal, or a rescission. The worker
 * carries it out, which alone may move the bond and its money.
 */
export const breachRulingLifecycle = defineLifecycle({
  name: 'breach ruling',
  initial: 'proposed',
  states: {
    proposed: { public: 'being_decided' },
    approved: { public: 'being_decided' },
    declined: { public: 'being_decided' },
    overtaken: { public: 'being_decided' },
    carried_out: { public: 'decided' },
  },
  edges: [
    {
      event: 'approved',
      from: ['proposed'],
      to: 'approved',
      by: ['adjudicator', 'appeal member'],
      guard: 'another person, who had no part in what is decided (R19, R22)',
    },
    {
      event: 'declined',
      from: ['proposed'],
      to: 'declined',
      by: ['adjudicator', 'appeal member'],
      guard: 'another person, with a reason',
    },
    {
      event: 'overtaken',
      from: ['approved'],
      to: 'overtaken',
      by: ['worker'],
      guard: 'bond or money are not what was decided on any more',
    },
    { event: 'carried_out', from: ['approved'], to: 'carried_out', by: ['worker'] },
  ],
});

export type RulingState = StateOf<typeof breachRulingLifecycle>;
export type RulingEvent = EventOf<typeof breachRulingLifecycle>;

/** Nothing else is decided in the same file meanwhile. */
export const OPEN_RULINGS = ['proposed', 'approved'] as const satisfies readonly RulingState[];

export const rulingDeclineReasons = [
  'facts_not_shown',
  'reasons_not_sufficient',
  'not_proportionate',
  'to_be_reconsidered',
] as const;
export type RulingDeclineReason = (typeof rulingDeclineReasons)[number];
export const isRulingDeclineReason = (code: string): code is RulingDeclineReason =>
  (rulingDeclineReasons as readonly string[]).includes(code);

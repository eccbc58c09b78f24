import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** Money on its way back over one route. Every failure leads to another one, or to a person. */
export const disbursementLifecycle = defineLifecycle({
  name: 'disbursement',
  initial: 'due',
  states: {
    due: { public: 'being_decided' },
    approved: { public: 'about_to_leave' },
    sending: { public: 'about_to_leave' },
    pending: { public: 'on_its_way' },
    requires_action: { public: 'needs_bank_details' },
    unknown: { public: 'being_checked' },
    succeeded: { public: 'returned' },
    failed: { public: 'failed' },
    canceled: { public: 'failed' },
    failed_after_success: { public: 'failed' },
  },
  edges: [
    {
      event: 'approved',
      from: ['due'],
      to: 'approved',
      by: ['rule', 'treasury'],
      guard: 'a rule approves the first one, and what two people send by bank',
    },
    {
      event: 'stopped',
      from: ['approved'],
      to: 'due',
      by: ['rule'],
      guard:
        'a rule approved it, nothing has left, and a later record contradicts the deciding one',
    },
    {
      event: 'withdrawn',
      // Approved but not begun: sending starts under the same lock, so nothing can leave after it.
      from: ['due', 'approved'],
      to: 'canceled',
      by: ['rule'],
      guard: 'an earlier disbursement succeeded after all, or the money left by another way',
    },
    // Committed before the call, so that a crash leaves a trace that says: ask first.
    { event: 'sending_started', from: ['approved'], to: 'sending', by: ['worker'] },
    {
      event: 'sending_unclear',
      from: ['sending'],
      to: 'unknown',
      by: ['worker'],
      guard: 'the processor lists no such refund and may have forgotten our key',
    },
    {
      event: 'processor_succeeded',
      from: ['sending', 'pending', 'requires_action', 'unknown'],
      to: 'succeeded',
      by: ['processor'],
    },
    {
      event: 'processor_pending',
      from: ['sending', 'requires_action', 'unknown'],
      to: 'pending',
      by: ['processor'],
    },
    {
      event: 'processor_requires_action',
      from: ['sending', 'pending', 'unknown'],
      to: 'requires_action',
      by: ['processor'],
    },
    {
      event: 'processor_failed',
      from: ['sending', 'pending', 'requires_action', 'unknown'],
      to: 'failed',
      by: ['processor'],
    },
    {
      event: 'processor_canceled',
      from: ['sending', 'pending', 'requires_action', 'unknown'],
      to: 'canceled',
      by: ['processor'],
    },
    { event: 'success_undone', from: ['succeeded'], to: 'failed_after_success', by: ['processor'] },
    {
      event: 'succeeded_after_failure',
      from: ['failed'],
      to: 'succeeded',
      by: ['processor'],
      guard: 'seen by a person: another disbursement may be under way',
    },
    // By bank: in a file that the treasury takes to the operator's bank, whose answers it brings back.
    { event: 'put_in_file', from: ['approved'], to: 'sending', by: ['treasury'], guard: 'by bank' },
    { event: 'bank_accepted', from: ['sending'], to: 'pending', by: ['bank'] },
    { event: 'bank_booked', from: ['sending', 'pending'], to: 'succeeded', by: ['bank'] },
    { event: 'bank_rejected', from: ['sending', 'pending'], to: 'failed', by: ['bank'] },
    { event: 'bank_returned', from: ['succeeded'], to: 'failed_after_success', by: ['bank'] },
  ],
});

export type DisbursementState = StateOf<typeof disbursementLifecycle>;
export type DisbursementEvent = EventOf<typeof disbursementLifecycle>;

/** The money is promised to this disbursement: its reserve stands. At most one such per refund. */
export const OPEN_STATES: readonly DisbursementState[] = [
  'due',
  'approved',
  'sending',
  'pending',
  'requires_action',
  'unknown',
];
export const isOpen = (s: DisbursementState): boolean => OPEN_STATES.includes(s);

/** Nothing of it can have left: sending is committed before the call. */
export const UNSENT_STATES = ['due', 'approved'] as const satisfies readonly DisbursementState[];
export const isUnsent = (s: DisbursementState): boolean => UNSENT_STATES.some((u) => u === s);

/** The call was made: only the processor, or its silence, moves it on. */
export const CALLED_STATES = [
  'pending',
  'requires_action',
  'unknown',
] as const satisfies readonly DisbursementState[];

/** The processor may have it, so it can be asked how it fares. */
export const mayAsk = (row: {
  readonly state: DisbursementState;
  readonly route: 'processor' | 'bank';
}): boolean => row.route === 'processor' && isOpen(row.state) && !isUnsent(row.state);

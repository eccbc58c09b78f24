import { defineLifecycle, type EventOf, type PublicStatusOf, type StateOf } from '#kernel';

/** The security for one case, from the officer's direction until all its money has moved. */
export const bondLifecycle = defineLifecycle({
  name: 'bond',
  initial: 'required',
  states: {
    required: { public: 'to_post' },
    payment_started: { public: 'payment_under_way' },
    held: { public: 'held' },
    lapsed: { public: 'lapsed' },
    withdrawn: { public: 'withdrawn' },
    cancelled: { public: 'refund_under_way' },
    evidence_requested: { public: 'evidence_needed' },
    referred: { public: 'under_review' },
    notice_given: { public: 'notice_given' },
    not_breached: { public: 'under_review' },
    breach_declared: { public: 'breach_decided' },
    appealed: { public: 'under_appeal' },
    upheld: { public: 'breach_decided' },
    overturned: { public: 'under_review' },
    breach_final: { public: 'breach_final' },
    rescinded: { public: 'under_review' },
    unsecured: { public: 'payment_reversed' },
    closed: { public: 'closed' },
  },
  edges: [
    {
      event: 'payment_started',
      from: ['required'],
      to: 'payment_started',
      by: ['payer', 'worker'],
      guard: 'undertaking signed (R10)',
    },
    {
      event: 'payment_ended',
      from: ['payment_started'],
      to: 'required',
      by: ['processor'],
      guard: 'no other payment is open',
    },
    {
      event: 'money_arrived',
      from: ['required', 'payment_started'],
      to: 'held',
      by: ['processor'],
      guard: 'posted in full',
    },
    {
      event: 'lapsed',
      from: ['required', 'payment_started'],
      to: 'lapsed',
      by: ['rule'],
      guard: 'deadline over, no pause (R31), no payment unsettled (R9)',
    },
    {
      event: 'withdrawn',
      from: ['required', 'payment_started'],
      to: 'withdrawn',
      by: ['applicant'],
    },
    { event: 'reopened', from: ['lapsed'], to: 'required', by: ['officer'] },
    {
      event: 'corrected',
      from: ['required'],
      to: 'required',
      by: ['officer', 'two people'],
      guard: 'a new direction, and nobody has signed yet (R10)',
    },
    {
      event: 'cancelled',
      from: ['held', 'evidence_requested', 'not_breached', 'overturned', 'rescinded'],
      to: 'cancelled',
      by: ['rule', 'two people'],
      guard: 'conditions met (R15)',
    },
    {
      event: 'late_proof_accepted',
      from: ['referred', 'notice_given'],
      to: 'cancelled',
      by: ['two people'],
    },
    {
      event: 'evidence_requested',
      from: ['held'],
      to: 'evidence_requested',
      by: ['rule', 'officer'],
    },
    {
      event: 'referred',
      from: ['held', 'evidence_requested'],
      to: 'referred',
      by: ['rule', 'officer'],
      guard: 'suspected breach (R16)',
    },
    {
      event: 'stay_extended',
      from: ['evidence_requested', 'referred'],
      to: 'held',
      by: ['two people'],
      guard: 'a longer stay was granted (R17)',
    },
    {
      event: 'notice_given',
      from: ['referred'],
      to: 'notice_given',
      by: ['adjudicator'],
      guard: 'grounds and a reply window (R19)',
    },
    {
      event: 'found_not_breached',
      from: ['notice_given'],
      to: 'not_breached',
      by: ['adjudicator'],
    },
    {
      event: 'breach_declared',
      from: ['notice_given'],
      to: 'breach_declared',
      by: ['adjudicator'],
      guard: 'did not set the bond (R19); in full or in part (R20)',
    },
    {
      event: 'appealed',
      from: ['breach_declared'],
      to: 'appealed',
      by: ['payer'],
      guard: 'within the window (R22)',
    },
    { event: 'overturned', from: ['appealed'], to: 'overturned', by: ['appeal member'] },
    { event: 'upheld', from: ['appealed'], to: 'upheld', by: ['appeal member'] },
    {
      event: 'became_final',
      from: ['breach_declared', 'upheld'],
      to: 'breach_final',
      by: ['rule'],
      guard: 'appeal window over, or appeal dismissed (R23)',
    },
    {
      event: 'rescinded',
      from: ['breach_declared', 'breach_final', 'closed'],
      to: 'rescinded',
      by: ['two people'],
      guard: 'a breach, and proof of departure (R24)',
    },
    {
      event: 'money_moved',
      from: ['cancelled', 'breach_final', 'unsecured'],
      to: 'closed',
      by: ['rule'],
      guard: 'nothing is held any more',
    },
    {
      event: 'refund_failed',
      from: ['closed'],
      to: 'cancelled',
      by: ['processor'],
      guard: 'after success (R27)',
    },
    {
      event: 'charged_back',
      from: [
        'held',
        'cancelled',
        'evidence_requested',
        'referred',
        'notice_given',
        'not_breached',
        'breach_declared',
        'appealed',
        'upheld',
        'overturned',
        'breach_final',
        'rescinded',
        'closed',
      ],
      to: 'unsecured',
      by: ['processor'],
      guard: 'dispute lost, or all its money left by another way (R35)',
    },
    { event: 'dispute_won', from: ['unsecured'], to: 'cancelled', by: ['processor'] },
    {
      event: 'required_again',
      from: ['unsecured'],
      to: 'required',
      by: ['rule'],
      guard: 'no visa issued yet',
    },
  ],
});

export type BondState = StateOf<typeof bondLifecycle>;
export type BondEvent = EventOf<typeof bondLifecycle>;
export type BondStatus = PublicStatusOf<typeof bondLifecycle>;

/** It waits for its money. */
export const toPostStates = ['required', 'payment_started'] as const satisfies readonly BondState[];
export const isToPost = (state: BondState): boolean =>
  (toPostStates as readonly BondState[]).includes(state);

/** Its whole amount is in the ledger and nothing of it has been promised to a way out. */
export const wholeStates = [
  'held',
  'evidence_requested',
  'referred',
  'notice_given',
  'not_breached',
  'overturned',
] as const satisfies readonly BondState[];

/** No money of it is in the ledger. */
export const emptyStates = [
  'required',
  'payment_started',
  'lapsed',
  'withdrawn',
  'closed',
] as const satisfies readonly BondState[];

/** Its money has arrived before: no bond gets into such a state without. */
export const isPosted = (state: BondState): boolean => !neverPosted.has(state);

function statesBefore(event: BondEvent): ReadonlySet<BondState> {
  const reached = new Set([bondLifecycle.initial]);
  const steps = bondLifecycle.edges.filter((edge) => edge.event !== event);
  for (let known = 0; known < reached.size;) {
    known = reached.size;
    for (const { from, to } of steps) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}
const neverPosted = statesBefore('money_arrived');

import { defineLifecycle, type EventOf, type PublicStatusOf, type StateOf } from '#kernel';

/** One person's visa application, from draft to closed. */
export const caseLifecycle = defineLifecycle({
  name: 'case',
  initial: 'draft',
  states: {
    draft: { public: 'draft' },
    submitted: { public: 'under_review' },
    in_review: { public: 'under_review' },
    information_requested: { public: 'answer_needed' },
    refused: { public: 'refused' },
    bond_required: { public: 'bond_to_post' },
    approved_without_bond: { public: 'decision_pending' },
    // Posting does not guarantee a visa (R5), so the applicant is not told that it is settled.
    bond_posted: { public: 'decision_pending' },
    bond_lapsed: { public: 'bond_lapsed' },
    refused_after_posting: { public: 'refused' },
    visa_issued: { public: 'visa_issued' },
    travelling: { public: 'travelling' },
    closed: { public: 'closed' },
    withdrawn: { public: 'withdrawn' },
  },
  edges: [
    {
      event: 'submitted',
      from: ['draft'],
      to: 'submitted',
      by: ['applicant'],
      guard: 'programme open, passport in its scope',
    },
    { event: 'review_started', from: ['submitted'], to: 'in_review', by: ['officer'] },
    {
      event: 'information_requested',
      from: ['in_review'],
      to: 'information_requested',
      by: ['officer'],
    },
    {
      event: 'information_given',
      from: ['information_requested'],
      to: 'in_review',
      by: ['applicant'],
    },
    {
      event: 'information_not_given',
      from: ['information_requested'],
      to: 'in_review',
      by: ['rule'],
      guard: 'the time to answer is over; the officer decides',
    },
    {
      event: 'refused',
      from: ['in_review', 'approved_without_bond'],
      to: 'refused',
      by: ['officer'],
      guard: 'reason',
    },
    {
      event: 'bond_required',
      from: ['in_review'],
      to: 'bond_required',
      by: ['officer', 'head_of_section'],
      guard: 'otherwise eligible (R4)',
    },
    {
      event: 'approved_without_bond',
      from: ['in_review'],
      to: 'approved_without_bond',
      by: ['head_of_section'],
      guard: 'waiver by two people (R8)',
    },
    {
      event: 'bond_posted',
      from: ['bond_required'],
      to: 'bond_posted',
      by: ['rule'],
      guard: 'the bond is held',
    },
    {
      event: 'bond_lapsed',
      from: ['bond_required'],
      to: 'bond_lapsed',
      by: ['rule'],
      guard: 'deadline over (R9)',
    },
    { event: 'reopened', from: ['bond_lapsed'], to: 'bond_required', by: ['officer'] },
    {
      event: 'visa_issued',
      from: ['approved_without_bond', 'bond_posted'],
      to: 'visa_issued',
      by: ['officer'],
    },
    {
      event: 'refused_after_posting',
      from: ['bond_posted'],
      to: 'refused_after_posting',
      by: ['officer'],
      guard: 'reason; the bond is cancelled (R15d)',
    },
    {
      event: 'payment_reversed',
      from: ['bond_posted'],
      to: 'bond_required',
      by: ['rule'],
      guard: 'the bond is no longer held',
    },
    {
      event: 'admitted',
      from: ['visa_issued'],
      to: 'travelling',
      by: ['rule'],
      guard: 'a record of admission',
    },
    {
      event: 'admission_taken_back',
      from: ['travelling'],
      to: 'visa_issued',
      by: ['rule'],
      guard: 'the border corrected or deleted its record of it, and nothing was decided (R16)',
    },
    {
      event: 'closed',
      from: ['visa_issued', 'travelling'],
      to: 'closed',
      by: ['rule', 'officer'],
      guard: 'the visa is of no more use and the stay is decided',
    },
    {
      event: 'withdrawn',
      from: [
        'draft',
        'submitted',
        'in_review',
        'information_requested',
        'bond_required',
        'approved_without_bond',
        'bond_posted',
        'bond_lapsed',
        'visa_issued',
      ],
      to: 'withdrawn',
      by: ['applicant'],
      guard: 'before travelling',
    },
  ],
});

export type CaseState = StateOf<typeof caseLifecycle>;
export type CaseEvent = EventOf<typeof caseLifecycle>;
export type CaseStatus = PublicStatusOf<typeof caseLifecycle>;

/** Waiting for an officer to take it, when nobody holds it. */
export const waitingStates = ['submitted', 'in_review'] as const satisfies readonly CaseState[];

/** A bond is to be posted, or was not in time. */
export const bondStates = ['bond_required', 'bond_lapsed'] as const satisfies readonly CaseState[];

/** Ready for the decision on the visa. */
export const visaStates = [
  'approved_without_bond',
  'bond_posted',
] as const satisfies readonly CaseState[];

/** No journey comes of it, or none any more: a bond that is held still goes back (R15d). */
export const endedStates = [
  'refused_after_posting',
  'withdrawn',
  'closed',
] as const satisfies readonly CaseState[];

/** With a visa: to travel or travelling. */
export const journeyStates = ['visa_issued', 'travelling'] as const satisfies readonly CaseState[];

/** Nothing that happens at a border changes it any more. */
const overStates = ['closed', 'withdrawn'] as const satisfies readonly CaseState[];

/** How far a journey is: what a border record can mean. */
export type JourneyStage = (typeof journeyStates)[number] | 'before_a_visa' | 'over';

export function stageOf(state: CaseState): JourneyStage {
  const journey = journeyStates.find((s) => s === state);
  if (journey) return journey;
  return overStates.some((s) => s === state) ? 'over' : 'before_a_visa';
}

/** An officer holds it, and has or will have something to decide. */
export const officerStates = [
  'in_review',
  'information_requested',
  ...bondStates,
  ...visaStates,
] as const satisfies readonly CaseState[];

/** One person has one of these at most per programme: it decides whose bond a departure frees. */
export const liveStates = [
  'submitted',
  ...officerStates,
  ...journeyStates,
] as const satisfies readonly CaseState[];

import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** Somebody whose journey a record may be, until people have said whether it is. */
export const candidateLifecycle = defineLifecycle({
  name: 'movement candidate',
  initial: 'open',
  states: {
    open: { public: 'with_officer' },
    join_proposed: { public: 'with_officer' },
    joined: { public: 'joined' },
    rejected: { public: 'rejected' },
    lapsed: { public: 'not_needed' },
  },
  edges: [
    {
      event: 'join_proposed',
      from: ['open'],
      to: 'join_proposed',
      by: ['officer'],
      guard: 'both sides seen, with a reason; no other candidate of the record is proposed',
    },
    {
      event: 'joined',
      from: ['join_proposed'],
      to: 'joined',
      by: ['two people'],
      guard: 'another person: what the record then decides may move money (R15)',
    },
    {
      event: 'declined',
      from: ['join_proposed'],
      to: 'open',
      by: ['head of section', 'officer'],
      guard: 'another person, or who proposed it takes it back',
    },
    {
      event: 'rejected',
      from: ['open'],
      to: 'rejected',
      by: ['officer'],
      guard: 'with a reason; the pair never comes back',
    },
    {
      event: 'overtaken',
      from: ['open', 'join_proposed'],
      to: 'lapsed',
      by: ['rule'],
      guard: 'the record has its traveller, or was corrected',
    },
  ],
});
export type CandidateState = StateOf<typeof candidateLifecycle>;
export type CandidateEvent = EventOf<typeof candidateLifecycle>;

/** On an officer's desk. */
export const openCandidateStates = [
  'open',
  'join_proposed',
] as const satisfies readonly CandidateState[];

/** Why an officer holds that a record is somebody's journey; each has a text in both languages. */
export const joinReasons = ['misread', 'renewed', 'names_written_otherwise'] as const;
export type JoinReason = (typeof joinReasons)[number];

/** Why an officer holds that it is not. */
export const rejectReasons = ['another_person', 'not_enough'] as const;
export type RejectReason = (typeof rejectReasons)[number];

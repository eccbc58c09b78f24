import { defineLifecycle, type EventOf, type StateOf } from '#kernel';

/** One border record on its way to a decision. */
export const movementLifecycle = defineLifecycle({
  name: 'movement',
  initial: 'received',
  states: {
    received: { public: 'received' },
    matched: { public: 'received' },
    unmatched: { public: 'looking_for_traveller' },
    assessed: { public: 'used' },
    set_aside: { public: 'with_officer' },
    superseded: { public: 'corrected' },
    dismissed: { public: 'not_used' },
  },
  edges: [
    { event: 'traveller_found', from: ['received', 'unmatched'], to: 'matched', by: ['rule'] },
    {
      event: 'joined',
      from: ['unmatched'],
      to: 'matched',
      by: ['two people'],
      guard: 'they saw both sides and hold that it is this traveller’s journey',
    },
    { event: 'traveller_not_found', from: ['received'], to: 'unmatched', by: ['rule'] },
    { event: 'assessed', from: ['matched'], to: 'assessed', by: ['rule'] },
    {
      event: 'carried_out',
      from: ['received'],
      to: 'assessed',
      by: ['rule'],
      guard: 'it deletes another record, whoever that was about',
    },
    {
      event: 'superseded',
      from: ['received', 'matched', 'unmatched', 'set_aside', 'assessed', 'dismissed'],
      to: 'superseded',
      by: ['rule'],
      guard: 'its border system signed a record that corrects or deletes it (R16)',
    },
    {
      event: 'set_aside',
      from: ['received', 'matched', 'unmatched'],
      to: 'set_aside',
      by: ['rule'],
      guard: 'no rule decides it, or its border system did not sign it as it stands',
    },
    {
      event: 'taken_up',
      from: ['set_aside'],
      to: 'matched',
      by: ['rule', 'officer'],
      guard: 'what it waited for came: an earlier record, or an officer’s word',
    },
    {
      event: 'dismissed',
      from: ['set_aside'],
      to: 'dismissed',
      by: ['officer', 'two people'],
      guard:
        'with a reason; two people unless nothing hangs on it for any bond. Only another record undoes it',
    },
  ],
});

export type MovementState = StateOf<typeof movementLifecycle>;
export type MovementEvent = EventOf<typeof movementLifecycle>;

/** Its job has not come to an end. */
export const underWayStates = ['received', 'matched'] as const satisfies readonly MovementState[];

/** No rule has decided what becomes of it. */
export const undecidedStates = [
  ...underWayStates,
  'unmatched',
] as const satisfies readonly MovementState[];

/** All but those that were used. */
export const openStates = [
  ...undecidedStates,
  'set_aside',
] as const satisfies readonly MovementState[];

export const crossingKinds = ['admitted', 'departed', 'refused'] as const;
/** What the border did: let in, saw leave, or refused entry. */
export type CrossingKind = (typeof crossingKinds)[number];

/** The last one takes an earlier record back: nothing of the kind happened. */
export const movementKinds = [...crossingKinds, 'deleted'] as const;
export type MovementKind = (typeof movementKinds)[number];

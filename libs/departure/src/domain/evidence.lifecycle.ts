import { defineLifecycle, type EventOf, type PublicStatusOf, type StateOf } from '#kernel';

/** What a traveller sends to prove a departure that no border record proves. */
export const evidenceLifecycle = defineLifecycle({
  name: 'evidence',
  initial: 'draft',
  states: {
    draft: { public: 'to_send' },
    sent: { public: 'being_checked' },
    proposed: { public: 'being_checked' },
    accepted: { public: 'accepted' },
    settled: { public: 'accepted' },
    refused: { public: 'refused' },
    not_needed: { public: 'not_needed' },
  },
  edges: [
    {
      event: 'sent',
      from: ['draft'],
      to: 'sent',
      by: ['applicant'],
      guard: 'with a file, while the bond can still be returned by it',
    },
    {
      event: 'proposed',
      from: ['sent'],
      to: 'proposed',
      by: ['officer'],
      guard: 'to accept: every check holds, on or before the leave-by date; to refuse: a reason',
    },
    {
      event: 'sent_back',
      from: ['proposed'],
      to: 'sent',
      by: ['head of section'],
      guard: 'another person, with a reason',
    },
    {
      event: 'accepted',
      from: ['proposed'],
      to: 'accepted',
      by: ['two people'],
      guard: 'the second approves the decision in the ledger (R15)',
    },
    {
      event: 'refused',
      from: ['proposed'],
      to: 'refused',
      by: ['two people'],
      guard: 'the applicant reads the reason and may send another',
    },
    {
      event: 'carried_out',
      from: ['accepted'],
      to: 'settled',
      by: ['rule'],
      guard: 'the bond is cancelled and its refund begins',
    },
    {
      event: 'money_changed',
      from: ['accepted'],
      to: 'sent',
      by: ['rule'],
      guard: 'the bond holds another amount than was decided: two people look again',
    },
    {
      event: 'overtaken',
      from: ['draft', 'sent', 'proposed', 'accepted'],
      to: 'not_needed',
      by: ['rule'],
      guard: 'the bond was decided without it',
    },
  ],
});
export type EvidenceState = StateOf<typeof evidenceLifecycle>;
export type EvidenceEvent = EventOf<typeof evidenceLifecycle>;
export type EvidenceStatus = PublicStatusOf<typeof evidenceLifecycle>;

/** Somebody still has to act; a case has one such at most. */
export const openEvidenceStates = [
  'draft',
  'sent',
  'proposed',
  'accepted',
] as const satisfies readonly EvidenceState[];

/** On an officer's desk. */
export const evidenceOnDeskStates = [
  'sent',
  'proposed',
] as const satisfies readonly EvidenceState[];

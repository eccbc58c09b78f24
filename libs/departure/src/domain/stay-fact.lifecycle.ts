import { defineLifecycle, type EventOf, type PublicStatusOf, type StateOf } from '#kernel';

/** What is reported of a stay with a file that shows it: a longer stay, an application, a death. */
export const stayFactLifecycle = defineLifecycle({
  name: 'stay fact',
  initial: 'draft',
  states: {
    draft: { public: 'to_send' },
    sent: { public: 'being_checked' },
    proposed: { public: 'being_checked' },
    accepted: { public: 'accepted' },
    in_force: { public: 'accepted' },
    refused: { public: 'refused' },
    not_needed: { public: 'not_needed' },
  },
  edges: [
    {
      event: 'sent',
      from: ['draft'],
      to: 'sent',
      by: ['applicant', 'officer'],
      guard: 'with a file, while it can still change something',
    },
    {
      event: 'proposed',
      from: ['sent'],
      to: 'proposed',
      by: ['officer'],
      guard: 'to accept: the day it shows; to refuse: a reason',
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
      guard: 'where money goes back, the second approves the decision in the ledger (R15e)',
    },
    {
      event: 'refused',
      from: ['proposed'],
      to: 'refused',
      by: ['two people'],
      guard: 'the traveller reads the reason and may ask again',
    },
    {
      event: 'carried_out',
      from: ['accepted'],
      to: 'in_force',
      by: ['rule'],
      guard: 'the last day moves (R17), the bond is referred (R16) or cancelled (R15e)',
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
      guard: 'the stay or its bond was decided without it',
    },
  ],
});
export type StayFactState = StateOf<typeof stayFactLifecycle>;
export type StayFactEvent = EventOf<typeof stayFactLifecycle>;
export type StayFactStatus = PublicStatusOf<typeof stayFactLifecycle>;

/** Somebody still has to act; a case has one such of a kind at most. */
export const openStayFactStates = [
  'draft',
  'sent',
  'proposed',
  'accepted',
] as const satisfies readonly StayFactState[];

/** On an officer's desk. */
export const stayFactsOnDeskStates = [
  'sent',
  'proposed',
] as const satisfies readonly StayFactState[];

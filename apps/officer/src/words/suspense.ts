import type { KeepReason, SuspenseDecline, SuspenseKind, SuspenseProposalState } from '#refund';
import type { StateWords, Words } from './words.ts';

export const suspenseWords = {
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { tone: 'info', en: 'Being carried out', fr: 'En cours d’exécution' },
  done: { tone: 'good', en: 'Done', fr: 'Effectué' },
  declined: { tone: 'neutral', en: 'Declined', fr: 'Écartée' },
  overtaken: { tone: 'bad', en: 'Not possible any more', fr: 'Devenue impossible' },
} as const satisfies Record<SuspenseProposalState, StateWords>;

export const suspenseKindWords = {
  match: { en: 'Count it towards a bond', fr: 'Rattacher à une caution' },
  return: { en: 'Return it', fr: 'Rembourser' },
  keep: { en: 'Leave it in suspense', fr: 'Laisser en attente' },
} as const satisfies Record<SuspenseKind, Words>;

export const keepWords = {
  sender_being_asked: {
    en: 'The sender has been asked what it is for',
    fr: 'La personne qui a payé est interrogée',
  },
  processor_being_asked: {
    en: 'The processor has been asked about the payment',
    fr: 'Le prestataire est interrogé sur le paiement',
  },
  bond_may_be_reopened: {
    en: 'Its case may be reopened',
    fr: 'Le dossier peut être rouvert',
  },
  ordered_by_authority: {
    en: 'An authority has ordered it to be kept',
    fr: 'Une autorité a ordonné de la conserver',
  },
} as const satisfies Record<KeepReason, Words>;

export const suspenseDeclineWords = {
  sender_not_clear: {
    en: 'It is not clear who sent it',
    fr: 'La personne qui a payé n’est pas identifiée',
  },
  another_bond: { en: 'It belongs to another bond', fr: 'La somme concerne une autre caution' },
  another_way: {
    en: 'Something else should be done with it',
    fr: 'Une autre suite convient mieux',
  },
  not_yet: { en: 'It is too early to decide', fr: 'Il est trop tôt pour décider' },
  taken_back: {
    en: 'Withdrawn by the person who proposed it',
    fr: 'Retirée par la personne qui l’a proposée',
  },
} as const satisfies Record<SuspenseDecline, Words>;

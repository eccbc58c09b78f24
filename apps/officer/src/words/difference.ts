import type { DifferenceKind, DifferenceState, DifferenceSubject } from '#treasury';
import type { StateWords, Words } from './words.ts';

export const differenceWords = {
  open: { tone: 'bad', en: 'To look at', fr: 'À traiter' },
  asked: { tone: 'info', en: 'Processor is being asked', fr: 'Prestataire interrogé' },
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  confirmed: { tone: 'info', en: 'Being booked', fr: 'En cours de comptabilisation' },
  closed: { tone: 'good', en: 'Settled', fr: 'Réglé' },
} as const satisfies Record<DifferenceState, StateWords>;

export const differenceSubjectWords = {
  payment: { en: 'Payment', fr: 'Paiement' },
  refund: { en: 'Refund', fr: 'Remboursement' },
  dispute: { en: 'Dispute', fr: 'Contestation' },
  payout: { en: 'Payout to our bank', fr: 'Versement à notre banque' },
  top_up: { en: 'Top-up from our bank', fr: 'Approvisionnement depuis notre banque' },
  processor_fee: { en: 'Processor’s own charge', fr: 'Frais propres au prestataire' },
  bank_transfer: { en: 'Refund by bank transfer', fr: 'Remboursement par virement' },
  bank_entry: { en: 'Entry of the bank', fr: 'Écriture de la banque' },
  other: { en: 'Another kind of movement', fr: 'Autre type de mouvement' },
} as const satisfies Record<DifferenceSubject, Words>;

export const differenceKindWords = {
  not_booked: { en: 'Missing from the books', fr: 'Absent des comptes' },
  fee_not_booked: { en: 'Fee missing from the books', fr: 'Frais absents des comptes' },
  not_moved: { en: 'Missing at the processor', fr: 'Absent chez le prestataire' },
  bank_only: { en: 'On the statement only', fr: 'Sur le relevé seulement' },
  not_at_bank: { en: 'On no statement', fr: 'Sur aucun relevé' },
  other_amount: { en: 'Amounts differ', fr: 'Montants différents' },
} as const satisfies Record<DifferenceKind, Words>;

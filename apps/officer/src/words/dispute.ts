import type { DisputeReason } from '#processor';
import type { DisputeAnswerState, DisputeState } from '#refund';
import type { StateWords, Words } from './words.ts';

export const disputeWords = {
  question: { tone: 'bad', en: 'Question to answer', fr: 'Question à traiter' },
  question_answered: { tone: 'wait', en: 'Bank is reading', fr: 'En lecture à la banque' },
  question_closed: { tone: 'neutral', en: 'Question closed', fr: 'Question close' },
  to_answer: { tone: 'bad', en: 'To answer', fr: 'À traiter' },
  answered: { tone: 'wait', en: 'Bank is deciding', fr: 'En décision à la banque' },
  won: { tone: 'good', en: 'Won', fr: 'Gagnée' },
  lost: { tone: 'bad', en: 'Lost', fr: 'Perdue' },
} as const satisfies Record<DisputeState, StateWords>;

export const disputeAnswerWords = {
  prepared: { tone: 'wait', en: 'Not sent yet', fr: 'Pas encore envoyée' },
  withdrawn: { tone: 'neutral', en: 'Withdrawn', fr: 'Retirée' },
  overtaken: { tone: 'neutral', en: 'Too late, not sent', fr: 'Trop tard, non envoyée' },
  ordered: { tone: 'info', en: 'About to be sent', fr: 'Envoi imminent' },
  sending: { tone: 'info', en: 'Being sent', fr: 'En cours d’envoi' },
  delivered: { tone: 'good', en: 'Sent to the bank', fr: 'Envoyée à la banque' },
  refused: { tone: 'bad', en: 'Not taken', fr: 'Non acceptée' },
} as const satisfies Record<DisputeAnswerState, StateWords>;

/** Why the payer’s bank disputes a payment. */
export const disputeReasonWords = {
  fraudulent: {
    en: 'Somebody else used the card, says the cardholder',
    fr: 'La carte aurait été utilisée par une autre personne',
  },
  unrecognized: {
    en: 'The cardholder does not recognise the payment',
    fr: 'Le titulaire ne reconnaît pas le paiement',
  },
  duplicate: { en: 'Paid twice, says the payer', fr: 'Le paiement aurait été fait deux fois' },
  credit_not_processed: {
    en: 'A refund has not arrived, says the payer',
    fr: 'Un remboursement ne serait pas arrivé',
  },
  product_not_received: {
    en: 'Nothing was received for it, says the payer',
    fr: 'Rien n’aurait été reçu en échange',
  },
  product_unacceptable: {
    en: 'Not as described, says the payer',
    fr: 'La prestation ne serait pas conforme',
  },
  subscription_canceled: {
    en: 'A subscription was cancelled, says the payer',
    fr: 'Un abonnement aurait été résilié',
  },
  debit_not_authorized: {
    en: 'The account holder did not authorise the debit',
    fr: 'Le titulaire du compte n’a pas autorisé le prélèvement',
  },
  insufficient_funds: {
    en: 'The debit bounced: too little money in the account',
    fr: 'Prélèvement rejeté : solde du compte insuffisant',
  },
  incorrect_account_details: {
    en: 'The debit bounced: wrong account details',
    fr: 'Prélèvement rejeté : coordonnées bancaires erronées',
  },
  bank_cannot_process: {
    en: 'The bank could not process the payment',
    fr: 'La banque n’a pas pu traiter le paiement',
  },
  customer_initiated: {
    en: 'The account holder asked for it back',
    fr: 'Le titulaire du compte demande le retour des fonds',
  },
  general: { en: 'No reason in particular', fr: 'Aucun motif précis' },
  other: { en: 'Another reason', fr: 'Autre motif' },
} as const satisfies Record<DisputeReason, Words>;

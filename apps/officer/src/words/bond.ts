import type {
  BondState,
  CorrectionReason,
  DeclineReason,
  DirectionState,
  PaymentState,
} from '#bond-escrow';
import type { StateWords, Words } from './words.ts';

export const bondWords = {
  required: { tone: 'wait', en: 'To post', fr: 'À verser' },
  payment_started: { tone: 'info', en: 'Payment under way', fr: 'Paiement en cours' },
  held: { tone: 'good', en: 'Held', fr: 'Détenue' },
  lapsed: { tone: 'bad', en: 'Not posted in time', fr: 'Non versée dans le délai' },
  withdrawn: { tone: 'neutral', en: 'Withdrawn', fr: 'Retirée' },
  cancelled: {
    tone: 'info',
    en: 'Cancelled: refund under way',
    fr: 'Levée : remboursement en cours',
  },
  evidence_requested: { tone: 'wait', en: 'Evidence requested', fr: 'Preuves demandées' },
  referred: { tone: 'bad', en: 'Referred to an adjudicator', fr: 'Transmise pour décision' },
  notice_given: { tone: 'bad', en: 'Notice of breach given', fr: 'Avis de manquement notifié' },
  not_breached: { tone: 'info', en: 'No breach found', fr: 'Aucun manquement constaté' },
  breach_declared: { tone: 'bad', en: 'Breach declared', fr: 'Manquement constaté' },
  appealed: { tone: 'wait', en: 'Under appeal', fr: 'Recours en cours' },
  upheld: { tone: 'bad', en: 'Breach upheld', fr: 'Manquement confirmé' },
  overturned: { tone: 'info', en: 'Breach overturned', fr: 'Manquement annulé après recours' },
  breach_final: { tone: 'bad', en: 'Breach final', fr: 'Manquement définitif' },
  rescinded: { tone: 'info', en: 'Breach rescinded', fr: 'Décision de manquement retirée' },
  unsecured: {
    tone: 'bad',
    en: 'Payment reversed by the payer’s bank',
    fr: 'Paiement annulé par la banque du payeur',
  },
  closed: {
    tone: 'neutral',
    en: 'Closed: all the money has been paid out',
    fr: 'Close : toute la somme a été reversée',
  },
} as const satisfies Record<BondState, StateWords>;

export const paymentWords = {
  created: { tone: 'neutral', en: 'Being opened', fr: 'En cours d’ouverture' },
  awaiting_payer: { tone: 'wait', en: 'Waiting for the payer', fr: 'En attente du payeur' },
  partially_funded: { tone: 'wait', en: 'Partly paid', fr: 'Payé en partie' },
  processing: { tone: 'info', en: 'The bank is processing it', fr: 'La banque le traite' },
  paid: { tone: 'good', en: 'Paid', fr: 'Payé' },
  failed: { tone: 'bad', en: 'Failed', fr: 'Échoué' },
  expired: { tone: 'neutral', en: 'Expired', fr: 'Expiré' },
  inquiry: {
    tone: 'wait',
    en: 'Paid, bank inquiry open',
    fr: 'Payé, demande de la banque en cours',
  },
  disputed: { tone: 'bad', en: 'Disputed', fr: 'Contesté' },
  charged_back: { tone: 'bad', en: 'Charged back', fr: 'Annulé après contestation' },
} as const satisfies Record<PaymentState, StateWords>;

export const directionWords = {
  proposed: { en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { en: 'Approved', fr: 'Approuvée' },
  declined: { en: 'Declined', fr: 'Rejetée' },
} as const satisfies Record<DirectionState, Words>;

export const tierWords = {
  default: { en: 'Usual amount', fr: 'Montant habituel' },
  ability_to_pay: { en: 'Ability to pay', fr: 'Capacité financière' },
  minor: { en: 'The applicant is a minor', fr: 'Le demandeur est mineur' },
  default_insufficient: {
    en: 'The usual amount is not enough in this case',
    fr: 'Le montant habituel ne suffit pas dans ce cas',
  },
} as const satisfies Record<string, Words>;

export const declineWords = {
  amount_not_justified: { en: 'The amount is not justified', fr: 'Le montant n’est pas justifié' },
  reason_not_shown: {
    en: 'The case does not support the reason',
    fr: 'Le dossier ne justifie pas le motif',
  },
  not_eligible: {
    en: 'The applicant is not otherwise eligible',
    fr: 'Le demandeur ne remplit pas les autres conditions',
  },
  to_be_reconsidered: {
    en: 'The case needs to be reconsidered',
    fr: 'Le dossier est à réexaminer',
  },
} as const satisfies Record<DeclineReason, Words>;

export const correctionWords = {
  entry_error: { en: 'The wrong amount was entered', fr: 'Le montant a été mal saisi' },
  new_facts: {
    en: 'There are new facts about the applicant',
    fr: 'Des faits nouveaux sont connus',
  },
  reconsidered: { en: 'The decision was reconsidered', fr: 'La décision a été réexaminée' },
} as const satisfies Record<CorrectionReason, Words>;

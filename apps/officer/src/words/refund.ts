import type { DisbursementState, PauseReason, ReversalState, WaitReason } from '#refund';
import type { StateWords, Words } from './words.ts';

export const disbursementWords = {
  due: {
    tone: 'wait',
    en: 'Waiting for treasury approval',
    fr: 'En attente d’approbation par la trésorerie',
  },
  approved: { tone: 'info', en: 'Approved, about to be sent', fr: 'Approuvé, envoi imminent' },
  sending: { tone: 'info', en: 'Being sent', fr: 'En cours d’envoi' },
  pending: { tone: 'info', en: 'On its way to the bank', fr: 'En route vers la banque' },
  requires_action: {
    tone: 'bad',
    en: 'Waiting for the payer’s bank details',
    fr: 'En attente des coordonnées bancaires du payeur',
  },
  unknown: {
    tone: 'bad',
    en: 'Unclear: checking with the processor',
    fr: 'Incertain : vérification auprès du prestataire',
  },
  succeeded: { tone: 'good', en: 'Returned to the payer', fr: 'Remboursé au payeur' },
  failed: { tone: 'bad', en: 'Failed', fr: 'Échoué' },
  canceled: { tone: 'bad', en: 'Stopped', fr: 'Arrêté' },
  failed_after_success: {
    tone: 'bad',
    en: 'Failed after it had succeeded',
    fr: 'Échoué après avoir abouti',
  },
} as const satisfies Record<DisbursementState, StateWords>;

export const reversalWords = {
  open: { tone: 'bad', en: 'To settle', fr: 'À régler' },
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { tone: 'info', en: 'Being carried out', fr: 'En cours d’exécution' },
  settled: { tone: 'good', en: 'Settled', fr: 'Réglé' },
  undone: { tone: 'neutral', en: 'The money came back', fr: 'L’argent est revenu' },
} as const satisfies Record<ReversalState, StateWords>;

export const pendingWords = {
  processing: { en: 'Being processed', fr: 'En cours de traitement' },
  insufficient_funds: {
    en: 'Not sent: our balance at the processor is too low. Top it up',
    fr: 'Non envoyé : notre solde chez le prestataire est trop bas. Approvisionnez-le',
  },
  charge_pending: {
    en: 'Not sent: the payment has not settled yet',
    fr: 'Non envoyé : le paiement lui-même n’est pas encore réglé',
  },
} as const satisfies Record<string, Words>;

export const waitWords = {
  ceiling_programme: {
    en: 'Too many refunds in the programme within an hour',
    fr: 'Trop de remboursements du programme en une heure',
  },
  ceiling_client: {
    en: 'Too many refunds from one border system within an hour',
    fr: 'Trop de remboursements d’un même système frontalier en une heure',
  },
  record_contradicted: {
    en: 'A later border record contradicts it',
    fr: 'Un enregistrement ultérieur de la frontière le contredit',
  },
  payer_died: {
    en: 'The payer has died: find the estate first (R11)',
    fr: 'Le payeur est décédé : identifier d’abord la succession (R11)',
  },
  way_closed: {
    en: 'Paid by bank more than 180 days ago: the processor does not refund it any more. Ask for a bank account',
    fr: 'Payé par banque il y a plus de 180 jours : le prestataire ne rembourse plus. Demander un compte bancaire',
  },
} as const satisfies Record<WaitReason, Words>;

export const failureWords = {
  lost_or_stolen_card: { en: 'The card is lost or stolen', fr: 'La carte est perdue ou volée' },
  expired_or_canceled_card: {
    en: 'The card has expired or was cancelled',
    fr: 'La carte a expiré ou a été annulée',
  },
  charge_for_pending_refund_disputed: {
    en: 'The payment is disputed',
    fr: 'Le paiement est contesté',
  },
  insufficient_funds: {
    en: 'The operator’s balance was too small',
    fr: 'Le solde de l’exploitant était trop faible',
  },
  declined: { en: 'The bank declined it', fr: 'La banque l’a refusé' },
  merchant_request: { en: 'Stopped at our request', fr: 'Arrêté à notre demande' },
  unknown: { en: 'The bank gave no reason', fr: 'La banque n’a donné aucun motif' },
  charge_disputed: {
    en: 'The payer’s bank disputes the payment',
    fr: 'La banque du payeur conteste le paiement',
  },
  refund_disputed_payment: {
    en: 'The payer’s bank disputes the payment',
    fr: 'La banque du payeur conteste le paiement',
  },
  charge_already_refunded: {
    en: 'The payment had already been refunded',
    fr: 'Le paiement avait déjà été remboursé',
  },
  amount_exceeds_charge: {
    en: 'The amount is more than is left of the payment',
    fr: 'Le montant dépasse ce qui reste du paiement',
  },
} as const satisfies Record<string, Words>;

export const ruleWords = {
  R15a: { en: 'Departed in time (R15a)', fr: 'Départ dans les délais (R15a)' },
  R15b: { en: 'Visa not used (R15b)', fr: 'Visa non utilisé (R15b)' },
  R15c: { en: 'Admission refused (R15c)', fr: 'Admission refusée (R15c)' },
  R15d: { en: 'No visa after posting (R15d)', fr: 'Pas de visa après le versement (R15d)' },
  R15e: { en: 'Death of the traveller (R15e)', fr: 'Décès du voyageur (R15e)' },
  R17: { en: 'Longer stay granted (R17)', fr: 'Prolongation accordée (R17)' },
  R9: { en: 'Deadline passed (R9)', fr: 'Délai dépassé (R9)' },
  R27: {
    en: 'Refund failed after it had succeeded (R27)',
    fr: 'Remboursement échoué après avoir abouti (R27)',
  },
  R6: { en: 'Money of no bond (R6)', fr: 'Somme rattachée à aucune caution (R6)' },
} as const satisfies Record<string, Words>;

/** Why the treasury has paused all refunds. */
export const pauseWords = {
  processor_problem: { en: 'Problem at the processor', fr: 'Problème chez le prestataire' },
  books_disagree: {
    en: 'The books and the processor disagree',
    fr: 'Écart entre les comptes et le prestataire',
  },
  suspicious_refunds: { en: 'Suspicious refunds', fr: 'Remboursements suspects' },
} as const satisfies Record<PauseReason, Words>;

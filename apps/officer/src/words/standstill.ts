import type { PostingPauseReason } from '#bond-escrow';
import type { StandstillCode, NextToAct } from '#breach';
import { freezeWords } from './case.ts';
import type { Words } from './words.ts';

/** Why a bond or its refund waits. */
export const standstillWords = {
  ...freezeWords,
  dispute: { en: 'Payment disputed at the bank', fr: 'Paiement contesté auprès de la banque' },
  refund: { en: 'Refunded outside the portal', fr: 'Remboursement effectué hors du portail' },
  recall: { en: 'Transfer taken back by its bank', fr: 'Virement repris par la banque' },
  appeal_window: { en: 'Time to appeal is running', fr: 'Délai de recours en cours' },
  appeal_open: { en: 'Appeal being decided', fr: 'Recours en cours d’examen' },
  records_incomplete: { en: 'Border records incomplete', fr: 'Relevés de la frontière incomplets' },
} as const satisfies Record<StandstillCode, Words>;

/** Why the payer's days to post stand still. */
export const postingPauseWords = {
  correction_proposed: {
    en: 'a correction is waiting for a second person',
    fr: 'une rectification attend une deuxième personne',
  },
  case_frozen: { en: 'the case is frozen', fr: 'le dossier est gelé' },
  money_being_settled: {
    en: 'money that arrived or left must be settled',
    fr: 'une somme reçue ou sortie reste à régler',
  },
  consulate_acts: { en: 'the consulate must act', fr: 'le consulat doit intervenir' },
} as const satisfies Record<PostingPauseReason, Words>;

/** Who has to act before it goes on. */
export const whoActsWords = {
  treasury: { en: 'the treasury settles it', fr: 'à régler par la trésorerie' },
  second_treasury: {
    en: 'a second person in the treasury approves',
    fr: 'à approuver par une deuxième personne de la trésorerie',
  },
  bank: { en: 'the bank decides', fr: 'la banque décide' },
  officer: { en: 'an officer proposes to lift it', fr: 'levée à proposer par un agent' },
  head_of_section: {
    en: 'a head of section answers',
    fr: 'réponse attendue de la direction de la section',
  },
  payer: { en: 'the payer may appeal', fr: 'le payeur peut former un recours' },
  appeal_member: { en: 'an appeal member decides', fr: 'décision d’un membre des recours' },
  border: {
    en: 'the border must complete its records',
    fr: 'la frontière doit compléter ses relevés',
  },
  portal: { en: 'goes on automatically', fr: 'la suite est automatique' },
} as const satisfies Record<NextToAct, Words>;

import type {
  BorderCallbackState,
  BorderClientLine,
  BorderKeyState,
  BorderProposalState,
  CallbackFault,
} from '#travel';
import type { StateWords, Words } from './words.ts';

export const borderClientWords = {
  active: { tone: 'good', en: 'Connected', fr: 'Raccordé' },
  blocked: { tone: 'bad', en: 'Blocked', fr: 'Bloqué' },
} as const satisfies Record<BorderClientLine['state'], StateWords>;

export const borderKeyWords = {
  active: { tone: 'good', en: 'Accepted', fr: 'Acceptée' },
  retired: { tone: 'neutral', en: 'Retired', fr: 'Retirée' },
  revoked: { tone: 'bad', en: 'Revoked', fr: 'Révoquée' },
} as const satisfies Record<BorderKeyState, StateWords>;

export const borderProposalWords = {
  proposed: { tone: 'wait', en: 'Waiting for another person', fr: 'Attend une autre personne' },
  confirmed: { tone: 'good', en: 'Confirmed', fr: 'Confirmée' },
  declined: { tone: 'neutral', en: 'Declined', fr: 'Écartée' },
} as const satisfies Record<BorderProposalState, StateWords>;

export const borderCallbackWords = {
  waiting: { tone: 'wait', en: 'Being tried', fr: 'En cours d’essai' },
  taken: { tone: 'good', en: 'Taken', fr: 'Reçu' },
  given_up: { tone: 'bad', en: 'Given up', fr: 'Abandonné' },
} as const satisfies Record<BorderCallbackState, StateWords>;

export const callbackFaultWords = {
  unreachable: { en: 'Nobody answered', fr: 'Aucune réponse' },
  too_slow: { en: 'No answer within 10 seconds', fr: 'Aucune réponse en 10 secondes' },
  refused: { en: 'The system refused it', fr: 'Refusé par le système' },
  redirected: {
    en: 'The system sent us to another address',
    fr: 'Renvoi vers une autre adresse',
  },
  private_address: {
    en: 'The address is in a private network',
    fr: 'L’adresse se trouve dans un réseau privé',
  },
  no_address: { en: 'No address is registered any more', fr: 'Plus aucune adresse enregistrée' },
} as const satisfies Record<CallbackFault, Words>;

import type { BorderClientLine, BorderKeyState, BorderProposalState } from '#travel';
import type { StateWords } from './words.ts';

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

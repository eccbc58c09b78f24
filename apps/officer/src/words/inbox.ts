import type { InboxState } from '#processor';
import type { StateWords } from './words.ts';

export const inboxWords = {
  received: { tone: 'info', en: 'Waiting', fr: 'En attente' },
  applied: { tone: 'good', en: 'Applied', fr: 'Appliqué' },
  parked: { tone: 'wait', en: 'Parked', fr: 'Bloqué' },
  failed: { tone: 'bad', en: 'Failed', fr: 'Échoué' },
} as const satisfies Record<InboxState, StateWords>;

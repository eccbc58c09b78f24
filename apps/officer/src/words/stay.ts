import type { ExtensionReason, StayFactKind, StayFactRefusal, StayFactState } from '#departure';
import type { StateWords, Words } from './words.ts';

export const stayFactWords = {
  draft: { tone: 'neutral', en: 'Not sent yet', fr: 'Pas encore envoyé' },
  sent: { tone: 'wait', en: 'To decide', fr: 'À examiner' },
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  accepted: {
    tone: 'info',
    en: 'Accepted, being carried out',
    fr: 'Accepté, en cours d’exécution',
  },
  in_force: { tone: 'good', en: 'Accepted', fr: 'Accepté' },
  refused: { tone: 'bad', en: 'Refused', fr: 'Refusé' },
  not_needed: { tone: 'neutral', en: 'Not needed any more', fr: 'Devenu sans objet' },
} as const satisfies Record<StayFactState, StateWords>;

export const stayFactKindWords = {
  extension: { en: 'Longer stay', fr: 'Prolongation de séjour' },
  application_to_stay: {
    en: 'Application to stay in the country',
    fr: 'Demande de maintien dans le pays',
  },
  death: { en: 'Death of the traveller', fr: 'Décès du voyageur' },
} as const satisfies Record<StayFactKind, Words>;

export const extensionReasonWords = {
  illness: { en: 'Illness or accident', fr: 'Maladie ou accident' },
  no_transport: { en: 'No transport', fr: 'Absence de transport' },
  family: { en: 'Family reasons', fr: 'Raison familiale' },
  authority_granted: {
    en: 'An authority has granted it already',
    fr: 'Déjà accordée par une autorité',
  },
  another_reason: { en: 'Another reason', fr: 'Autre raison' },
} as const satisfies Record<ExtensionReason, Words>;

export const stayFactRefusalWords = {
  not_legible: { en: 'The files cannot be read', fr: 'Les fichiers sont illisibles' },
  another_person: {
    en: 'The files are about another person',
    fr: 'Les fichiers concernent une autre personne',
  },
  not_shown: {
    en: 'The files do not show what was reported',
    fr: 'Les fichiers ne montrent pas ce qui est signalé',
  },
  not_authorised: {
    en: 'No authority has granted it',
    fr: 'Aucune autorité ne l’a accordée',
  },
  source_doubtful: {
    en: 'Their source could not be confirmed',
    fr: 'Leur origine n’a pas pu être confirmée',
  },
} as const satisfies Record<StayFactRefusal, Words>;

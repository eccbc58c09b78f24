import type { DeskReason } from '#departure';
import type { MovementKind, MovementState, ProofFault } from '#travel';
import type { StateWords, Words } from './words.ts';

export const movementWords = {
  received: { tone: 'neutral', en: 'Received', fr: 'Reçu' },
  matched: { tone: 'info', en: 'Traveller found', fr: 'Voyageur trouvé' },
  unmatched: { tone: 'wait', en: 'No traveller found', fr: 'Aucun voyageur trouvé' },
  assessed: { tone: 'good', en: 'Used', fr: 'Utilisé' },
  set_aside: { tone: 'bad', en: 'Waiting for an officer', fr: 'En attente d’un agent' },
} as const satisfies Record<MovementState, StateWords>;

export const kindWords = {
  admitted: { en: 'Admitted', fr: 'Entrée' },
  departed: { en: 'Departed', fr: 'Départ' },
  refused: { en: 'Refused entry', fr: 'Entrée refusée' },
} as const satisfies Record<MovementKind, Words>;

export const asideWords = {
  no_case: { en: 'The traveller has no case', fr: 'Le voyageur n’a pas de dossier' },
  other_document: {
    en: 'A different passport from the one in the case',
    fr: 'Un autre passeport que celui du dossier',
  },
  not_the_admissions_document: {
    en: 'Left on a different passport from the one shown at entry',
    fr: 'Sortie avec un autre passeport que celui de l’entrée',
  },
  port_not_listed: {
    en: 'The port is not listed',
    fr: 'Le point de passage n’est pas sur la liste',
  },
  outside_visa_validity: { en: 'Outside the visa’s validity', fr: 'Hors de la validité du visa' },
  authorised_outside_stay: {
    en: 'Authorised until a date outside the stay the visa allows',
    fr: 'Date autorisée au-delà de la durée de séjour du visa',
  },
  second_admission: { en: 'A second admission', fr: 'Une deuxième admission' },
  departure_without_admission: {
    en: 'A departure without an admission',
    fr: 'Un départ sans admission',
  },
  departure_before_admission: {
    en: 'A departure before the admission',
    fr: 'Un départ avant l’admission',
  },
  refused_after_admission: {
    en: 'Refused entry after an admission',
    fr: 'Entrée refusée après une admission',
  },
  record_after_close: { en: 'The case was already closed', fr: 'Le dossier était déjà clos' },
  bond_not_held: { en: 'The bond is not held', fr: 'La caution n’est pas détenue' },
  late_without_bond: { en: 'Late departure without a bond', fr: 'Départ tardif sans caution' },
  client_blocked: { en: 'Its border system is blocked', fr: 'Le système frontalier est bloqué' },
  not_signed: {
    en: 'Without the border system’s signature',
    fr: 'Sans la signature du système frontalier',
  },
  signature_invalid: {
    en: 'The border system’s signature is not valid',
    fr: 'La signature du système frontalier n’est pas valable',
  },
  not_as_signed: {
    en: 'Not what the border system signed',
    fr: 'Différent de ce que le système frontalier a signé',
  },
} as const satisfies Record<DeskReason | ProofFault, Words>;

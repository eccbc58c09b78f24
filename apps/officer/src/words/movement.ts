import type {
  AsideKind,
  DeskReason,
  DismissDecline,
  DismissReason,
  MovementProposalState,
} from '#departure';
import type {
  CandidateState,
  JoinReason,
  Likeness,
  MovementKind,
  MovementState,
  ProofFault,
  RejectReason,
} from '#travel';
import type { StateWords, Words } from './words.ts';

export const movementWords = {
  received: { tone: 'neutral', en: 'Received', fr: 'Reçu' },
  matched: { tone: 'info', en: 'Traveller found', fr: 'Voyageur trouvé' },
  unmatched: { tone: 'wait', en: 'No traveller found', fr: 'Aucun voyageur trouvé' },
  assessed: { tone: 'good', en: 'Used', fr: 'Utilisé' },
  set_aside: { tone: 'bad', en: 'Waiting for an officer', fr: 'En attente d’un agent' },
  superseded: { tone: 'neutral', en: 'Corrected by a later record', fr: 'Rectifié depuis' },
  dismissed: { tone: 'neutral', en: 'Dismissed', fr: 'Écarté' },
} as const satisfies Record<MovementState, StateWords>;

export const kindWords = {
  admitted: { en: 'Admitted', fr: 'Entrée' },
  departed: { en: 'Departed', fr: 'Départ' },
  refused: { en: 'Refused entry', fr: 'Entrée refusée' },
  deleted: { en: 'Deletion of a record', fr: 'Suppression d’un enregistrement' },
} as const satisfies Record<MovementKind, Words>;

/** Why a record waits for a person, and by which rule it does. */
export const asideWords = {
  no_case: { en: 'The traveller has no case (R16)', fr: 'Le voyageur n’a pas de dossier (R16)' },
  other_document: {
    en: 'A different passport from the one in the case (R32)',
    fr: 'Un autre passeport que celui du dossier (R32)',
  },
  not_the_admissions_document: {
    en: 'Left on a different passport from the one shown at entry (R32)',
    fr: 'Sortie avec un autre passeport que celui de l’entrée (R32)',
  },
  port_not_listed: {
    en: 'The port is not listed (R14)',
    fr: 'Le point de passage n’est pas sur la liste (R14)',
  },
  outside_visa_validity: {
    en: 'Outside the visa’s validity (R13)',
    fr: 'Hors de la validité du visa (R13)',
  },
  authorised_outside_stay: {
    en: 'Authorised until a date outside the stay the visa allows (R13)',
    fr: 'Date autorisée au-delà de la durée de séjour du visa (R13)',
  },
  second_admission: { en: 'A second admission (R13)', fr: 'Une deuxième admission (R13)' },
  departure_without_admission: {
    en: 'A departure without an admission (R16)',
    fr: 'Un départ sans admission (R16)',
  },
  departure_before_admission: {
    en: 'A departure before the admission (R16)',
    fr: 'Un départ avant l’admission (R16)',
  },
  refused_after_admission: {
    en: 'Refused entry after an admission (R15c)',
    fr: 'Entrée refusée après une admission (R15c)',
  },
  record_after_close: {
    en: 'The case was already closed (R16)',
    fr: 'Le dossier était déjà clos (R16)',
  },
  bond_not_held: { en: 'The bond is not held (R16)', fr: 'La caution n’est pas détenue (R16)' },
  late_without_bond: {
    en: 'Late departure without a bond (R16)',
    fr: 'Départ tardif sans caution (R16)',
  },
  corrected_after_decision: {
    en: 'Corrects a record that had already decided something (R16)',
    fr: 'Rectifie un enregistrement qui avait déjà produit un effet (R16)',
  },
  client_blocked: { en: 'Its border system is blocked', fr: 'Le système frontalier est bloqué' },
  key_revoked: {
    en: 'Signed with a key that has been revoked',
    fr: 'Signé avec une clé qui a été révoquée',
  },
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
  not_confirmed: {
    en: 'Brought in without a second person',
    fr: 'Importé sans deuxième personne',
  },
} as const satisfies Record<DeskReason | ProofFault, Words>;

export const candidateWords = {
  open: { tone: 'wait', en: 'To compare', fr: 'À comparer' },
  join_proposed: { tone: 'info', en: 'Match proposed', fr: 'Rapprochement proposé' },
  joined: { tone: 'good', en: 'Matched', fr: 'Rapproché' },
  rejected: { tone: 'neutral', en: 'Not this traveller', fr: 'Autre voyageur' },
  lapsed: { tone: 'neutral', en: 'No longer needed', fr: 'Sans objet' },
} as const satisfies Record<CandidateState, StateWords>;

export const likenessWords = {
  confused: {
    en: 'Passport number: one character looks like another, such as O and 0',
    fr: 'Numéro de passeport : un caractère ressemble à un autre, comme O et 0',
  },
  transposed: {
    en: 'Passport number: two characters the other way round',
    fr: 'Numéro de passeport : deux caractères intervertis',
  },
  one_character: {
    en: 'Passport number: one character is different',
    fr: 'Numéro de passeport : un caractère différent',
  },
  same_person: {
    en: 'Name and date of birth match',
    fr: 'Nom et date de naissance concordants',
  },
  names_swapped: {
    en: 'Family and given names the other way round',
    fr: 'Nom et prénoms intervertis',
  },
  names_spelled: {
    en: 'Name spelled differently, such as UE for Ü',
    fr: 'Nom écrit autrement, par exemple UE pour Ü',
  },
  birth_swapped: {
    en: 'Day and month of birth the other way round',
    fr: 'Jour et mois de naissance intervertis',
  },
} as const satisfies Record<Likeness, Words>;

export const joinWords = {
  misread: {
    en: 'The border misread or mistyped the passport number',
    fr: 'Le numéro de passeport a été mal lu ou mal saisi à la frontière',
  },
  renewed: {
    en: 'The traveller has renewed their passport',
    fr: 'Le voyageur a renouvelé son passeport',
  },
  names_written_otherwise: {
    en: 'The name or date of birth was written differently',
    fr: 'Le nom ou la date de naissance a été écrit autrement',
  },
} as const satisfies Record<JoinReason, Words>;

export const rejectWords = {
  another_person: { en: 'It is another person', fr: 'Il s’agit d’une autre personne' },
  not_enough: {
    en: 'There is not enough to tell',
    fr: 'Les éléments ne permettent pas de conclure',
  },
} as const satisfies Record<RejectReason, Words>;

export const asideKindWords = {
  dismiss: { en: 'Dismiss the record', fr: 'Écarter l’enregistrement' },
  assess_again: { en: 'Assess it again', fr: 'Traiter à nouveau' },
} as const satisfies Record<AsideKind, Words>;

export const movementProposalWords = {
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  approved: { tone: 'info', en: 'Being carried out', fr: 'En cours d’exécution' },
  done: { tone: 'good', en: 'Done', fr: 'Effectué' },
  unchanged: { tone: 'neutral', en: 'Nothing new', fr: 'Sans changement' },
  declined: { tone: 'neutral', en: 'Declined', fr: 'Refusé' },
  overtaken: { tone: 'bad', en: 'Not possible any more', fr: 'Devenu impossible' },
} as const satisfies Record<MovementProposalState, StateWords>;

export const dismissWords = {
  not_our_traveller: {
    en: 'It is not about one of our travellers',
    fr: 'Il ne concerne aucun de nos voyageurs',
  },
  another_person: {
    en: 'It is about another person',
    fr: 'Il concerne une autre personne',
  },
  duplicate: {
    en: 'Another record already says the same',
    fr: 'Un autre enregistrement dit déjà la même chose',
  },
  record_in_error: {
    en: 'The border confirms that it is wrong',
    fr: 'La frontière confirme qu’il est erroné',
  },
} as const satisfies Record<DismissReason, Words>;

export const dismissDeclineWords = {
  may_be_ours: {
    en: 'It may be about one of our travellers',
    fr: 'Il peut concerner un de nos voyageurs',
  },
  ask_the_border: {
    en: 'The border should be asked first',
    fr: 'Il faut d’abord interroger la frontière',
  },
  another_reason: {
    en: 'The reason given is not the right one',
    fr: 'Le motif indiqué n’est pas le bon',
  },
  taken_back: {
    en: 'Withdrawn by the person who proposed it',
    fr: 'Retiré par la personne qui l’a proposé',
  },
} as const satisfies Record<DismissDecline, Words>;

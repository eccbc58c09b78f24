import type {
  EvidenceCheck,
  EvidenceKind,
  EvidenceRefusal,
  EvidenceState,
  SendBackReason,
} from '#departure';
import type { StateWords, Words } from './words.ts';

export const evidenceWords = {
  draft: { tone: 'neutral', en: 'Not sent yet', fr: 'Pas encore envoyée' },
  sent: { tone: 'wait', en: 'To check', fr: 'À vérifier' },
  proposed: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  accepted: {
    tone: 'info',
    en: 'Accepted, being carried out',
    fr: 'Acceptée, en cours d’exécution',
  },
  settled: { tone: 'good', en: 'Accepted, bond cancelled', fr: 'Acceptée, caution levée' },
  refused: { tone: 'bad', en: 'Refused', fr: 'Refusée' },
  not_needed: { tone: 'neutral', en: 'Not needed any more', fr: 'Devenue inutile' },
} as const satisfies Record<EvidenceState, StateWords>;

export const evidenceKindWords = {
  boarding_pass: { en: 'Boarding pass', fr: 'Carte d’embarquement' },
  stamp: { en: 'Passport stamp', fr: 'Tampon du passeport' },
  ticket: { en: 'Ticket', fr: 'Billet' },
  foreign_record: { en: 'Record of another state', fr: 'Document d’un autre État' },
} as const satisfies Record<EvidenceKind, Words>;

export const evidenceCheckWords = {
  name: { en: 'The name is the traveller’s', fr: 'Le nom est celui du voyageur' },
  document_number: {
    en: 'The passport number is the one of the case',
    fr: 'Le numéro du passeport est celui du dossier',
  },
  date: { en: 'It shows the date claimed', fr: 'Elle montre la date déclarée' },
  port: { en: 'It shows the place claimed', fr: 'Elle montre le lieu déclaré' },
  legible: { en: 'Everything needed can be read', fr: 'Tout le nécessaire est lisible' },
  source: { en: 'The source can be trusted', fr: 'L’origine est fiable' },
} as const satisfies Record<EvidenceCheck, Words>;

export const evidenceRefusalWords = {
  not_legible: { en: 'It cannot be read', fr: 'Elle est illisible' },
  another_person: { en: 'It names another person', fr: 'Elle concerne une autre personne' },
  another_document: { en: 'It names another passport', fr: 'Elle porte sur un autre passeport' },
  date_not_shown: { en: 'It does not show the date', fr: 'La date n’y figure pas' },
  after_leave_by: {
    en: 'It shows a departure after the last authorised day',
    fr: 'Elle montre un départ après le dernier jour autorisé',
  },
  not_a_departure: { en: 'It does not prove a departure', fr: 'Elle ne prouve pas un départ' },
  source_doubtful: {
    en: 'Its source could not be confirmed',
    fr: 'Son origine n’a pas pu être confirmée',
  },
} as const satisfies Record<EvidenceRefusal, Words>;

export const sendBackWords = {
  check_again: { en: 'A check has to be repeated', fr: 'Une vérification est à refaire' },
  another_outcome: {
    en: 'The outcome should be the other',
    fr: 'Le résultat devrait être l’autre',
  },
  reason_not_right: { en: 'The reason is not the right one', fr: 'Le motif n’est pas le bon' },
} as const satisfies Record<SendBackReason, Words>;

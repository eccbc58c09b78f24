import type {
  HandReason,
  ImportDecline,
  ImportField,
  ImportOutcome,
  MovementImportState,
  RowFault,
  RowRepeat,
  WITHDRAWN_IMPORT,
} from '#travel';
import type { StateWords, Words } from './words.ts';

export const importWords = {
  checking: { tone: 'info', en: 'Being checked', fr: 'En cours de vérification' },
  checked: { tone: 'wait', en: 'Waiting for a second person', fr: 'Attend une deuxième personne' },
  confirmed: { tone: 'info', en: 'Confirmed, being imported', fr: 'Confirmé, en cours d’import' },
  imported: { tone: 'good', en: 'Imported', fr: 'Importé' },
  declined: { tone: 'bad', en: 'Not imported', fr: 'Non importé' },
} as const satisfies Record<MovementImportState, StateWords>;

export const importFieldWords = {
  row: { en: 'Whole line', fr: 'Ligne entière' },
  record_id: { en: 'record_id', fr: 'record_id' },
  kind: { en: 'kind', fr: 'kind' },
  port: { en: 'port', fr: 'port' },
  happened_at: { en: 'happened_at', fr: 'happened_at' },
  authorised_until: { en: 'authorised_until', fr: 'authorised_until' },
  issuing_state: { en: 'issuing_state', fr: 'issuing_state' },
  document_number: { en: 'document_number', fr: 'document_number' },
} as const satisfies Record<ImportField | 'row', Words>;

/** Why a row becomes no record, and how to mend it. */
export const rowWords = {
  line_too_long: {
    en: 'The line is longer than 2,000 characters',
    fr: 'La ligne dépasse 2 000 caractères',
  },
  quotes_open: {
    en: 'A quotation mark is not closed on this line',
    fr: 'Un guillemet n’est pas fermé sur cette ligne',
  },
  columns_differ: {
    en: 'The line does not have as many columns as the header',
    fr: 'La ligne n’a pas le même nombre de colonnes que l’en-tête',
  },
  line_type_unknown: {
    en: 'The line must begin with D, or with T at the end',
    fr: 'La ligne doit commencer par D, ou par T à la fin',
  },
  record_id_form: {
    en: 'Must be 1 to 64 letters, figures or . _ : -',
    fr: 'Doit compter de 1 à 64 lettres, chiffres ou . _ : -',
  },
  kind_form: {
    en: 'Must be admitted, departed or refused (A, D or R in a manifest)',
    fr: 'Doit être admitted, departed ou refused (A, D ou R dans un manifeste)',
  },
  port_form: { en: 'Must be a port code, such as BKO', fr: 'Doit être un code, comme BKO' },
  port_unknown: {
    en: 'Is not a port of this programme',
    fr: 'N’est pas un point de passage de ce programme',
  },
  moment_form: {
    en: 'Must be a date and time with its offset, such as 2026-11-24T09:30:00Z',
    fr: 'Doit être une date et une heure avec leur décalage, comme 2026-11-24T09:30:00Z',
  },
  in_the_future: {
    en: 'Was in the future when the file was sent',
    fr: 'Était dans le futur quand le fichier a été envoyé',
  },
  before_programmes: {
    en: 'Is before 1 October 2025, when the first programme began',
    fr: 'Est antérieur au 1er octobre 2025, début du premier programme',
  },
  day_form: {
    en: 'Must be a date, such as 2026-12-24, or empty',
    fr: 'Doit être une date, comme 2026-12-24, ou vide',
  },
  not_admitted: {
    en: 'Must be empty unless the kind is admitted',
    fr: 'Doit être vide sauf pour une entrée (admitted)',
  },
  before_admission: {
    en: 'Is before the admission',
    fr: 'Est antérieur à l’entrée',
  },
  state_unknown: {
    en: 'Must be a state’s code, such as USA',
    fr: 'Doit être le code d’un État, comme USA',
  },
  number_form: {
    en: 'Must be 1 to 20 letters and figures, as printed in the document',
    fr: 'Doit compter de 1 à 20 lettres et chiffres, comme dans le document',
  },
  record_changed: {
    en: 'Was used before for other content; send a correction with a new one',
    fr: 'A déjà servi pour un autre contenu ; envoyez une correction avec un nouvel identifiant',
  },
  repeated_in_file: {
    en: 'The same record is already in this file',
    fr: 'Le même enregistrement figure déjà dans ce fichier',
  },
  known_before: {
    en: 'The same record was imported before',
    fr: 'Le même enregistrement a déjà été importé',
  },
} as const satisfies Record<RowFault | RowRepeat, Words>;

/** What would follow from a record. */
export const importOutcomeWords = {
  cancel: { en: 'Bond returned', fr: 'Caution rendue' },
  admit: { en: 'Stay begins', fr: 'Séjour commencé' },
  refer: { en: 'Referred: left late', fr: 'Transmis : départ tardif' },
  desk: { en: 'An officer must decide', fr: 'Un agent doit décider' },
  nothing: { en: 'No change', fr: 'Aucun changement' },
} as const satisfies Record<ImportOutcome, Words>;

export const importDeclineWords = {
  wrong_file: { en: 'It is not the right file', fr: 'Ce n’est pas le bon fichier' },
  not_proved: { en: 'It is not proved', fr: 'La preuve manque' },
  to_be_corrected: { en: 'It has to be corrected first', fr: 'Il faut d’abord le corriger' },
  withdrawn: { en: 'Withdrawn by whoever sent it', fr: 'Retiré par son auteur' },
} as const satisfies Record<ImportDecline | typeof WITHDRAWN_IMPORT, Words>;

export const handReasonWords = {
  post_without_system: {
    en: 'The post has no system that reports',
    fr: 'Le poste n’a pas de système qui transmet',
  },
  system_was_down: {
    en: 'The post’s system was down',
    fr: 'Le système du poste était en panne',
  },
  missing_from_report: {
    en: 'The record is missing from the post’s report',
    fr: 'L’enregistrement manque dans le relevé du poste',
  },
  told_by_authority: {
    en: 'Another authority reported it',
    fr: 'Une autre autorité l’a signalé',
  },
} as const satisfies Record<HandReason, Words>;

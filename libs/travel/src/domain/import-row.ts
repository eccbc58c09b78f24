import { dayFromIso, Temporal } from '#kernel';
import { DOCUMENT_NUMBER, PORT_CODE, RECORD_ID } from './item-forms.ts';
import { AHEAD_MINUTES_MAX, dayBefore, OLDEST } from './item-rules.ts';
import { crossingKinds, type CrossingKind } from './movement.lifecycle.ts';

/** The fields of a row, by the names that a file gives its columns. */
export const importFields = [
  'record_id',
  'kind',
  'port',
  'happened_at',
  'authorised_until',
  'issuing_state',
  'document_number',
] as const;
export type ImportField = (typeof importFields)[number];

/** A row as it stands in a file. */
export type TypedRow = Readonly<Record<ImportField, string>>;

/** Why a row is refused, and by which field; `row` is the line as a whole. */
export const rowFaults = {
  line_too_long: 'row',
  quotes_open: 'row',
  columns_differ: 'row',
  line_type_unknown: 'row',
  record_id_form: 'record_id',
  kind_form: 'kind',
  port_form: 'port',
  port_unknown: 'port',
  moment_form: 'happened_at',
  in_the_future: 'happened_at',
  before_programmes: 'happened_at',
  day_form: 'authorised_until',
  not_admitted: 'authorised_until',
  before_admission: 'authorised_until',
  state_unknown: 'issuing_state',
  number_form: 'document_number',
  record_changed: 'record_id',
} as const satisfies Record<string, ImportField | 'row'>;
export type RowFault = keyof typeof rowFaults;

/** Why a row changes nothing although it is well formed. */
export type RowRepeat = 'repeated_in_file' | 'known_before';

/** A row that may become a record. */
export interface ImportRow {
  readonly recordId: string;
  readonly kind: CrossingKind;
  readonly port: string;
  readonly happenedAtMs: number;
  readonly authorisedUntil: string | null;
  /** ICAO code. */
  readonly issuingState: string;
  /** As it was typed. */
  readonly documentNumber: string;
}

/** What rows are checked against. */
export interface RowRules {
  /** Codes of the programme's ports, also of those that are listed no longer. */
  readonly ports: ReadonlySet<string>;
  /** When the file was sent, milliseconds: what was future then stays refused. */
  readonly sentAtMs: number;
  /** The ICAO code of a state, null when no state has it. */
  stateOf(code: string): string | null;
}

const KINDS: ReadonlySet<string> = new Set(crossingKinds);
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const OLDEST_MS = OLDEST.epochMilliseconds;

/** Checks one row; the first field that is wrong speaks. */
export function checkRow(row: TypedRow, rules: RowRules): ImportRow | RowFault {
  if (!RECORD_ID.test(row.record_id)) return 'record_id_form';
  const kind = row.kind.toLowerCase();
  if (!KINDS.has(kind)) return 'kind_form';
  const port = row.port.toUpperCase();
  if (!PORT_CODE.test(port)) return 'port_form';
  if (!rules.ports.has(port)) return 'port_unknown';
  const happenedAtMs = momentMs(row.happened_at);
  if (happenedAtMs === null) return 'moment_form';
  if (happenedAtMs > rules.sentAtMs + AHEAD_MINUTES_MAX * 60_000) return 'in_the_future';
  if (happenedAtMs < OLDEST_MS) return 'before_programmes';
  const until = row.authorised_until || null;
  const fault = until && untilFault(until, kind, happenedAtMs);
  if (fault) return fault;
  const issuingState = rules.stateOf(row.issuing_state);
  if (!issuingState) return 'state_unknown';
  if (!DOCUMENT_NUMBER.test(row.document_number)) return 'number_form';
  return {
    ...{ recordId: row.record_id, kind: kind as CrossingKind, port, happenedAtMs },
    ...{ authorisedUntil: until, issuingState, documentNumber: row.document_number },
  };
}

export const isRowFault = (checked: ImportRow | RowFault): checked is RowFault =>
  typeof checked === 'string';

function momentMs(text: string): number | null {
  if (!MOMENT.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

function untilFault(until: string, kind: string, happenedAtMs: number): RowFault | null {
  if (!isDay(until)) return 'day_form';
  if (kind !== 'admitted') return 'not_admitted';
  return until < dayBefore(happenedAtMs) ? 'before_admission' : null;
}

/** Of the calendar: a file names few days, each of them many times. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  try {
    dayFromIso(text);
    return true;
  } catch {
    return false;
  }
}

/** Ids, codes and numbers that a later reader needs; never words that people wrote. */
export type AuditDetails = Readonly<Record<string, string | number>>;

export type AuditOutcome = 'done' | 'refused' | 'failed';

/** One thing that was done or tried. */
export interface AuditEvent {
  /** What, as noun and past tense: bond.directed. */
  readonly action: string;
  /** The kind of thing it was done to, as its table is called: bond. */
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** `done` when left out. */
  readonly outcome?: AuditOutcome;
  readonly details?: AuditDetails;
}

const ACTION = /^[a-z_]{1,40}\.[a-z_]{1,39}$/;
const KIND = /^[a-z_]{1,40}$/;
const NAME = /^[a-z][A-Za-z0-9_]{0,39}$/;
const CODE = /^[A-Za-z0-9_.:/+-]{0,200}$/;
const DETAILS_MAX = 20;
// Below the 2,000 of the database, which counts the text of its jsonb with spaces in it.
const DETAILS_CHARS_MAX = 1_900;

const isDetail = (v: unknown): boolean =>
  typeof v === 'number' ? Number.isSafeInteger(v) : typeof v === 'string' && CODE.test(v);

/** What may not be written into the trail, by name; empty when the event may. */
export function problemsOf(event: AuditEvent): string[] {
  const details = Object.entries(event.details ?? {});
  const tooMuch =
    details.length > DETAILS_MAX || JSON.stringify(event.details ?? {}).length > DETAILS_CHARS_MAX;
  return [
    ...(ACTION.test(event.action) ? [] : ['action']),
    ...(KIND.test(event.subjectKind) ? [] : ['subjectKind']),
    ...(tooMuch ? ['details'] : []),
    // A name that is no code may be anybody's words, and is not repeated.
    ...(details.every(([name]) => NAME.test(name)) ? [] : ['details: a name']),
    ...details.filter(([n, v]) => NAME.test(n) && !isDetail(v)).map(([n]) => `details.${n}`),
  ];
}

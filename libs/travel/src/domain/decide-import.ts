import { ok, refused, type Result } from '#kernel';
import { countingImportStates, type MovementImportState } from './movement-import.lifecycle.ts';

/** Why an officer enters a record by hand. */
export const handReasons = [
  'post_without_system',
  'system_was_down',
  'missing_from_report',
  'told_by_authority',
] as const;
export type HandReason = (typeof handReasons)[number];

/** Why a second person does not confirm. */
export const importDeclines = ['wrong_file', 'not_proved', 'to_be_corrected'] as const;
export type ImportDecline = (typeof importDeclines)[number];
/** Who sent it thinks better of it. */
export const WITHDRAWN_IMPORT = 'withdrawn';

export interface DecidedImport {
  readonly state: MovementImportState;
  readonly sentBy: string;
  /** Rows that would become records. */
  readonly accepted: number;
}

export type ConfirmImportRefusal = 'wrong_state' | 'same_person' | 'nothing_accepted';
export type DeclineImportRefusal = 'wrong_state' | 'unknown_reason';

/** Whether this person may let its records count (R15: a second person). */
export function mayConfirmImport(
  { state, sentBy, accepted }: DecidedImport,
  personId: string,
): Result<true, ConfirmImportRefusal> {
  if (state !== 'checked') return refused('wrong_state');
  if (sentBy === personId) return refused('same_person');
  return accepted > 0 ? ok(true) : refused('nothing_accepted');
}

/** With which reason this person may decline it: who sent it takes it back and needs none. */
export function mayDeclineImport(
  { state, sentBy }: Pick<DecidedImport, 'state' | 'sentBy'>,
  personId: string,
  reason: string | undefined,
): Result<string, DeclineImportRefusal> {
  if (state !== 'checking' && state !== 'checked') return refused('wrong_state');
  if (sentBy === personId) return ok(WITHDRAWN_IMPORT);
  const isKnown = (importDeclines as readonly unknown[]).includes(reason);
  return isKnown ? ok(reason!) : refused('unknown_reason');
}

/** Whether its records count: one sent it, another confirmed it. */
export const isOfTwoPeople = (sent: {
  readonly state: MovementImportState;
  readonly sentBy: string;
  readonly decidedBy: string | null;
}): boolean =>
  (countingImportStates as readonly string[]).includes(sent.state) &&
  sent.decidedBy !== null &&
  sent.decidedBy !== sent.sentBy;

import { Temporal, type Instant } from '#kernel';
import type { MovementKind } from './movement.lifecycle.ts';

/** What a record says that may correct another, or be corrected. */
export interface CorrectedRecord {
  readonly recordId: string;
  readonly kind: MovementKind;
  readonly portCode: string;
  readonly happenedAt: Instant;
  readonly documentToken: Buffer;
}

export type CorrectionCode = 'unknown_record' | 'already_corrected';

export interface CorrectionFault {
  readonly code: CorrectionCode | 'invalid';
  readonly field: string;
  readonly message: string;
}

/**
 * Why a record cannot take the place of the one it names; null when it can. `older` is that record, of
 * the same border system and sent before; `correctedBy` is what took its place already.
 */
export function correctionFault(
  record: CorrectedRecord,
  older: CorrectedRecord | undefined,
  correctedBy: string | undefined,
): CorrectionFault | null {
  const field = 'corrects';
  if (!older) {
    const message = 'must be the recordId of a record that you sent before';
    return { code: 'unknown_record', field, message };
  }
  if (correctedBy !== undefined && correctedBy !== record.recordId) return ALREADY_CORRECTED;
  if (older.kind === 'deleted') {
    return { code: 'invalid', field, message: 'must not be a deletion: send a new record instead' };
  }
  if (record.kind !== 'deleted') return null;
  const differs = differingField(record, older);
  if (differs === null) return null;
  return { code: 'invalid', field: differs, message: 'must be as in what it deletes' };
}

/** Two corrections of one record at the same moment: the other one came first. */
export const ALREADY_CORRECTED: CorrectionFault = {
  code: 'already_corrected',
  field: 'corrects',
  message: 'was corrected before; correct the record that took its place',
};

/** A deletion repeats what it deletes, so that a wrong id deletes nothing. */
function differingField(a: CorrectedRecord, b: CorrectedRecord): string | null {
  if (a.portCode !== b.portCode) return 'port';
  if (Temporal.Instant.compare(a.happenedAt, b.happenedAt) !== 0) return 'happenedAt';
  return a.documentToken.equals(b.documentToken) ? null : 'document.number';
}

import { isZero, ok, refused, type Result } from '#kernel';
import type { ReadStatement } from '../domain/bank-statement.ts';
import { readCamtStatements, type CamtFault } from './camt-statement.ts';
import { readCsvStatement, type CsvFault } from './csv-statement.ts';

export const STATEMENT_BYTES_MAX = 5 * 1024 * 1024;
const ENTRIES_MAX = 5_000;

export type StatementKind = 'camt.053' | 'csv';

/** Why a file is not taken; nothing of it is kept. */
export type StatementFileFault = CamtFault | CsvFault | 'too_many_entries';

export interface ReadStatementFile {
  readonly kind: StatementKind;
  readonly statements: readonly ReadStatement[];
}

/** Reads what the bank says of an account, as camt.053 or as CSV: by what it begins with. */
export function readStatementFile(bytes: Buffer): Result<ReadStatementFile, StatementFileFault> {
  const kind = beginsAsXml(bytes) ? 'camt.053' : 'csv';
  const read = kind === 'csv' ? readCsvStatement : readCamtStatements;
  const found = read(bytes, STATEMENT_BYTES_MAX);
  if (!found.ok) return found;
  const entries = found.value.reduce((sum, one) => sum + one.entries.length, 0);
  return entries > ENTRIES_MAX
    ? refused('too_many_entries')
    : ok({ kind, statements: found.value.map(withoutNothing) });
}

/** Past a mark of byte order and white space; as UTF-16 too, which is then refused as what it is. */
const beginsAsXml = (bytes: Buffer): boolean =>
  /^(?:\u00ef\u00bb\u00bf|[\u00fe\u00ff]{2})?[\s\0]*</.test(bytes.toString('latin1', 0, 200));

/** An entry of nothing, as banks write for a notice, moves nothing. */
const withoutNothing = (s: ReadStatement): ReadStatement => ({
  ...{ ...s, entries: s.entries.filter((e) => !isZero(e.amount)) },
});

import { isUtf8 } from 'node:buffer';
import { ok, refused, type Result } from '#kernel';
import { importFields, type ImportField } from '../domain/import-row.ts';
import { delimiterOf, headerNames, isField, type Columns, type Delimiter } from './csv-rows.ts';
import { LINE_BYTES_MAX, type FileEncoding } from './lines.ts';
import { countOfTrailer, isManifest, isManifestRecord } from './manifest-rows.ts';

/** Of one file, as it is sent. */
export const IMPORT_BYTES_MAX = 16 * 1024 * 1024;
export const IMPORT_LINES_MAX = 200_000;
const NEWLINE = 0x0a;
const SPACE = 0x20;
/** May be left out: only some admissions have one. */
const OPTIONAL: ReadonlySet<ImportField> = new Set(['authorised_until']);

export type FileRefusal =
  | 'empty'
  | 'too_large'
  | 'too_many_lines'
  | 'not_text'
  | 'no_rows'
  | 'columns_missing'
  | 'column_unknown'
  | 'column_twice'
  | 'not_complete';

/** How a file is written. */
export type FileForm = { readonly encoding: FileEncoding } & (
  | { readonly form: 'csv'; readonly delimiter: Delimiter; readonly columns: Columns }
  | { readonly form: 'manifest'; readonly delimiter: null; readonly columns: null }
);

/**
 * How a file is written, by its own first and last lines: what could not be read at all is refused
 * before anything is kept. Latin-1 is what is not UTF-8.
 */
export function formOf(bytes: Buffer): Result<FileForm, FileRefusal> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > IMPORT_BYTES_MAX) return refused('too_large');
  if (bytes.includes(0)) return refused('not_text');
  if (linesIn(bytes) > IMPORT_LINES_MAX) return refused('too_many_lines');
  const encoding = isUtf8(bytes) ? 'utf-8' : 'latin-1';
  const first = firstLine(bytes, encoding);
  if (isManifest(first)) return manifestForm(bytes, encoding);
  const form = csvForm(first, encoding);
  return form.ok && !hasRows(bytes) ? refused('no_rows') : form;
}

/** Something but spaces and ends of lines stands after the header. */
function hasRows(bytes: Buffer): boolean {
  const end = bytes.indexOf(NEWLINE);
  return end >= 0 && bytes.subarray(end).some((byte) => byte > SPACE);
}

/** How the header of a CSV file names its columns; what is not ours is refused, not left aside. */
export function csvForm(header: string, encoding: FileEncoding): Result<FileForm, FileRefusal> {
  const delimiter = delimiterOf(header);
  const names = headerNames(header, delimiter);
  const missing = importFields.filter((f) => !OPTIONAL.has(f) && !names.includes(f));
  if (missing.length) return refused('columns_missing', { what: missing.join(',') });
  const unknown = names.findIndex((name) => !isField(name));
  // By its number: what stands there may be anything.
  if (unknown >= 0) return refused('column_unknown', { what: `${unknown + 1}` });
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) return refused('column_twice', { what: `${twice + 1}` });
  return ok({ form: 'csv', encoding, delimiter, columns: names as ImportField[] });
}

/** A manifest says at its end how much it holds: one that was cut off is noticed. */
function manifestForm(bytes: Buffer, encoding: FileEncoding): Result<FileForm, FileRefusal> {
  const lines = bytes.toString('latin1').trimEnd().split('\n');
  const said = countOfTrailer(lines.at(-1) ?? '');
  const there = lines.filter(isManifestRecord).length;
  if (said !== there) return refused('not_complete', { what: `${there}` });
  if (there === 0) return refused('no_rows');
  return ok({ form: 'manifest', encoding, delimiter: null, columns: null });
}

function linesIn(bytes: Buffer): number {
  let count = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function firstLine(bytes: Buffer, encoding: FileEncoding): string {
  const end = bytes.indexOf(NEWLINE);
  const line = bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, LINE_BYTES_MAX));
  return line
    .toString(encoding === 'utf-8' ? 'utf8' : 'latin1')
    .replace(/^\uFEFF/, '')
    .trimEnd();
}

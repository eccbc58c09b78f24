import { parse } from 'csv-parse/sync';
import {
  importFields,
  type ImportField,
  type RowFault,
  type TypedRow,
} from '../domain/import-row.ts';

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Where each field stands in a line. */
export type Columns = readonly ImportField[];

const fieldsIn = (text: string, delimiter: Delimiter): string[][] | null => {
  try {
    const options = { delimiter, record_delimiter: '\n', relax_column_count: true, trim: true };
    return parse(text, options);
  } catch {
    return null;
  }
};

/** The names in a header, as they are compared. */
export function headerNames(line: string, delimiter: Delimiter): string[] {
  const [names] = fieldsIn(line, delimiter) ?? [];
  return (names ?? []).map((name) => name.trim().toLowerCase());
}

/** How a header is divided: by what finds most of its columns. */
export function delimiterOf(header: string): Delimiter {
  const known = (delimiter: Delimiter) =>
    headerNames(header, delimiter).filter((name) => isField(name)).length;
  return [...DELIMITERS].sort((a, b) => known(b) - known(a))[0]!;
}

export const isField = (name: string): name is ImportField =>
  (importFields as readonly string[]).includes(name);

/**
 * The rows of some lines, none of them empty. All are read at once; only where that does not give a
 * row for each line, a quotation mark runs over, and each line is read by itself.
 */
export function csvRows(
  lines: readonly string[],
  columns: Columns,
  delimiter: Delimiter,
): (TypedRow | RowFault | null)[] {
  const all = fieldsIn(lines.join('\n'), delimiter);
  if (all?.length === lines.length) return all.map((fields) => rowOf(fields, columns));
  return lines.map((line) => {
    const read = fieldsIn(line, delimiter);
    return read?.length === 1 ? rowOf(read[0]!, columns) : 'quotes_open';
  });
}

/** Null for a line without anything in it, as spreadsheets leave them at the end. */
function rowOf(fields: readonly string[], columns: Columns): TypedRow | RowFault | null {
  if (fields.every((field) => field === '')) return null;
  if (fields.length !== columns.length) return 'columns_differ';
  const row: Partial<Record<ImportField, string>> = {};
  columns.forEach((name, i) => (row[name] = fields[i]!));
  return { authorised_until: '', ...row } as TypedRow;
}

import { stringify } from 'csv-stringify/sync';

/** Numbers are never text, so that one below zero stays one; an amount is text with a column for each side. */
export type CsvCell = string | number | bigint;
export type CsvRecord = readonly CsvCell[];
export type CsvDelimiter = ',' | ';';

// By it spreadsheets know that the text is UTF-8; without it they show "Ã©" for "é".
const BOM = '\uFEFF';
/** What a cell begins with that a spreadsheet takes for a formula (OWASP, CSV injection), wide forms too. */
const FORMULA = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20';
/** Behind quotation marks, and where one that divides by another character than we do would begin a cell. */
const BEGINS_INSIDE = new RegExp(`(^["'\\s]+|[,;|]["'\\s]*)(?=[${FORMULA}])`, 'gu');
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]+/gu;

const guarded = (cell: CsvCell): CsvCell =>
  typeof cell === 'string'
    ? cell.replace(CONTROL, ' ').trimStart().replace(BEGINS_INSIDE, "$1'")
    : cell;

/** Whole lines. Text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvText = (records: readonly CsvRecord[], delimiter: CsvDelimiter = ','): string =>
  stringify(
    records.map((cells) => cells.map(guarded)),
    { delimiter, record_delimiter: 'windows', escape_formulas: true, quoted_string: true },
  );

/** A file, page by page as its rows are read: no more of it than a page is in memory. */
export async function* csvChunks(
  header: readonly string[],
  pages: AsyncIterable<readonly CsvRecord[]>,
  delimiter: CsvDelimiter = ',',
): AsyncGenerator<string, void, undefined> {
  yield BOM + csvText([header], delimiter);
  for await (const records of pages) if (records.length > 0) yield csvText(records, delimiter);
}

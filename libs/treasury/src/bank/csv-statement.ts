import {
  cleanText,
  dayFromIso,
  exponentOf,
  money,
  ok,
  refused,
  type Money,
  type Result,
} from '#kernel';
import { idOfBankName } from '#refund';
import { parse } from 'csv-parse/sync';
import {
  compactAccount,
  processorObjectIn,
  type ReadStatement,
  type StatementEntry,
} from '../domain/bank-statement.ts';

/**
 * For a bank that has no camt.053: one line a row, the opening balance first, the closing balance last.
 * `reference` and `end_to_end_id` may be left out, and `text` is only searched for names of ours.
 */
const REQUIRED = ['kind', 'account', 'currency', 'date', 'amount'] as const;
const COLUMNS = [...REQUIRED, 'reference', 'end_to_end_id', 'text'] as const;
type CsvColumn = (typeof COLUMNS)[number];
type CsvRow = Readonly<Record<CsvColumn, string>>;

const NAME_CHARS_MAX = 35;
const TEXT_CHARS_MAX = 1_000;

/** Each with the line, from 1, and the column where there is one. */
export type CsvFault =
  | 'empty'
  | 'too_large'
  | 'not_text'
  | 'csv_header'
  | 'csv_quotes'
  | 'csv_columns'
  | 'csv_kind'
  | 'csv_first'
  | 'csv_last'
  | 'csv_account'
  | 'csv_currency'
  | 'csv_date'
  | 'csv_amount'
  | 'csv_too_long';

class AtLine extends Error {
  constructor(
    readonly fault: CsvFault,
    readonly line: number,
    readonly column?: CsvColumn,
  ) {
    super(fault);
  }
}

export function readCsvStatement(
  bytes: Buffer,
  bytesMax: number,
): Result<ReadStatement[], CsvFault> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > bytesMax) return refused('too_large');
  let text: string;
  try {
    // A mark of its order at the beginning is taken away.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('not_text');
  }
  if (text.trim() === '') return refused('empty');
  try {
    return ok([statementOf(rowsOf(text))]);
  } catch (e) {
    if (!(e instanceof AtLine)) throw e;
    return refused(e.fault, { line: `${e.line}`, ...(e.column && { column: e.column }) });
  }
}

interface Line {
  readonly nr: number;
  readonly row: CsvRow;
  /** With a semicolon between columns a comma stands before the decimals. */
  readonly decimal: '.' | ',';
}

function rowsOf(text: string): Line[] {
  const header = /^[^\r\n]*/.exec(text)![0];
  const delimiter = header.includes(';') ? ';' : ',';
  const lines = parsed(text, delimiter);
  const names = lines[0]!.fields.map((name) => name.trim().toLowerCase());
  const isKnown = names.every((name) => (COLUMNS as readonly string[]).includes(name));
  const isWhole = REQUIRED.every((name) => names.includes(name));
  if (!isKnown || !isWhole || new Set(names).size < names.length) throw new AtLine('csv_header', 1);
  return lines
    .slice(1)
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''))
    .map(({ fields, nr }) => {
      if (fields.length !== names.length) throw new AtLine('csv_columns', nr);
      const found = Object.fromEntries(names.map((name, i) => [name, fields[i]!.trim()]));
      const row = Object.fromEntries(COLUMNS.map((name) => [name, found[name] ?? '']));
      return { nr, row: row as CsvRow, decimal: delimiter === ';' ? ',' : '.' };
    });
}

function parsed(text: string, delimiter: string): { fields: string[]; nr: number }[] {
  const options = { delimiter, info: true, relax_column_count: true } as const;
  const read = (part: string) =>
    parse(part, options) as unknown as { record: string[]; info: { lines: number } }[];
  try {
    return read(text).map(({ record, info }) => ({ fields: record, nr: info.lines }));
  } catch {
    // A mark that is never closed runs to the end of the file: it begins where a line by itself has one.
    const isOpen = (line: string) => {
      try {
        read(line);
        return false;
      } catch {
        return true;
      }
    };
    throw new AtLine('csv_quotes', text.split(/\r\n|\r|\n/).findIndex(isOpen) + 1);
  }
}

function statementOf(lines: readonly Line[]): ReadStatement {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first?.row.kind !== 'opening') throw new AtLine('csv_first', first?.nr ?? 2, 'kind');
  if (last!.row.kind !== 'closing') throw new AtLine('csv_last', last!.nr, 'kind');
  const { currency } = first.row;
  if (!/^[A-Z]{3}$/.test(currency)) throw new AtLine('csv_currency', first.nr, 'currency');
  const account = compactAccount(first.row.account);
  if (account === '' || account.length > NAME_CHARS_MAX) {
    throw new AtLine('csv_account', first.nr, 'account');
  }
  for (const { row, nr } of lines) {
    if (row.account !== '' && compactAccount(row.account) !== account) {
      throw new AtLine('csv_account', nr, 'account');
    }
    if (row.currency !== '' && row.currency !== currency) {
      throw new AtLine('csv_currency', nr, 'currency');
    }
  }
  return {
    ...{ account, currency, from: dayOf(first), to: dayOf(last!) },
    ...{ opening: amountOf(first, currency), closing: amountOf(last!, currency) },
    entries: lines.slice(1, -1).map((line) => entryOf(line, currency)),
  };
}

function entryOf(line: Line, currency: string): StatementEntry {
  const { row, nr } = line;
  if (row.kind !== 'entry') throw new AtLine('csv_kind', nr, 'kind');
  for (const column of ['reference', 'end_to_end_id'] as const) {
    if (row[column].length > NAME_CHARS_MAX) throw new AtLine('csv_too_long', nr, column);
  }
  if (row.text.length > TEXT_CHARS_MAX) throw new AtLine('csv_too_long', nr, 'text');
  return {
    ...{ amount: amountOf(line, currency), bookedOn: dayOf(line) },
    ...{ bankReference: cleanText(row.reference) || null, paymentFileId: null },
    disbursementId: idOfBankName(row.end_to_end_id),
    processorObject: processorObjectIn([row.end_to_end_id, row.text]),
  };
}

function dayOf({ row, nr }: Line) {
  try {
    return dayFromIso(/^\d{4}-\d\d-\d\d$/.exec(row.date)![0]);
  } catch {
    throw new AtLine('csv_date', nr, 'date');
  }
}

/** 1234.50 and -1234.50; 1234,50 between semicolons. Nothing between thousands: it could be either. */
function amountOf({ row, nr, decimal }: Line, currency: string): Money {
  const form =
    decimal === ',' ? /^(-?)(\d{1,15})(?:[.,](\d{1,5}))?$/ : /^(-?)(\d{1,15})(?:\.(\d{1,5}))?$/;
  const read = form.exec(row.amount.replace(/^[\u2212+]/, (sign) => (sign === '+' ? '' : '-')));
  const decimals = exponentOf(currency);
  const fraction = (read?.[3] ?? '').replace(/0+$/, '');
  if (!read || fraction.length > decimals) throw new AtLine('csv_amount', nr, 'amount');
  const minor = BigInt(`${read[2]}${fraction.padEnd(decimals, '0')}`);
  return money(read[1] === '-' ? -minor : minor, currency);
}

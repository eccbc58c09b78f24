import { isoDay, type PlainDate } from '#kernel';
import type { JournalLine } from '#ledger';
import type { CsvRecord } from '#platform';
import type { ExportedRow, ExportList } from '#treasury';
import type { StreamableFile } from '@nestjs/common';
import { amountText, csvFile } from '../shared/csv-file.ts';
import { lineWords } from '../statement/statement.view.tsx';
import type { OfficerView } from '../text/index.ts';

const COLUMNS = {
  journal: [
    ...['booked', 'happened', 'what', 'code', 'debitAccount', 'creditAccount', 'amount'],
    ...['currency', 'owner', 'line', 'cause'],
  ],
  refunds: [
    ...['decided', 'reference', 'amount', 'currency', 'rule', 'promised', 'returned', 'route'],
    ...['disbursement', 'trace', 'refund'],
  ],
  disputes: [
    ...['opened', 'reference', 'amount', 'currency', 'dispute', 'since', 'reason', 'due', 'object'],
  ],
  suspense: ['since', 'amount', 'currency', 'why', 'payment', 'object'],
} as const satisfies Record<ExportList, readonly string[]>;

/** Cells that are codes, with the texts that say them. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ route: 'exports.routes', disbursement: 'states.disbursement', dispute: 'states.dispute' },
  ...{ reason: 'states.disputeReason', why: 'suspense.reasons' },
};

function said({ t }: OfficerView, column: string, code: string | null): string {
  const key = `${WORDS[column] ?? ''}.${code ?? ''}`;
  return code && WORDS[column] && t.has(key) ? t.dynamic(key) : (code ?? '');
}

export const fileName = (list: ExportList, from: PlainDate, until: PlainDate): string =>
  `${list}-${isoDay(from)}-${isoDay(until)}`;

const headerOf = ({ t }: OfficerView, list: ExportList): string[] =>
  COLUMNS[list].map((column) => t(`exports.columns.${column}`));

async function* mapped<T>(
  pages: AsyncIterable<readonly T[]>,
  record: (row: T) => CsvRecord,
): AsyncGenerator<CsvRecord[]> {
  for await (const rows of pages) yield rows.map(record);
}

/** All transfers of the days, one to a line, as they were booked. */
export function journalFile(
  view: OfficerView,
  name: string,
  pages: AsyncIterable<readonly JournalLine[]>,
): StreamableFile {
  const record = (l: JournalLine): CsvRecord => [
    ...[l.learnedAt, l.happenedAt, lineWords(view, { code: l.code, phase: 'post' }), l.code],
    ...[l.debit, l.credit, amountText(view.lang, l.amount), l.amount.currency],
    ...[l.ownerId, l.seq, l.cause],
  ];
  return csvFile(view.lang, {
    ...{ name, header: headerOf(view, 'journal'), pages: mapped(pages, record) },
  });
}

/** A list with its codes in the reader's words. */
export function listFile(
  view: OfficerView,
  list: Exclude<ExportList, 'journal'>,
  name: string,
  pages: AsyncIterable<readonly ExportedRow[]>,
): StreamableFile {
  const record = ({ amount, cells }: ExportedRow): CsvRecord =>
    COLUMNS[list].map((column) => {
      if (column === 'amount') return amountText(view.lang, amount);
      if (column === 'currency') return amount.currency;
      return said(view, column, cells[column] ?? null);
    });
  return csvFile(view.lang, {
    ...{ name, header: headerOf(view, list), pages: mapped(pages, record) },
  });
}

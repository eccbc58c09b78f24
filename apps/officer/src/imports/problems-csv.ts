import { rowFaults, type ProblemLine } from '#travel';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { OfficerView } from '../text/index.ts';

const faultFields: Readonly<Record<string, string>> = rowFaults;
/** The field that a row is refused by; a repeat is the record's. */
export const fieldOf = (reason: string): string => faultFields[reason] ?? 'record_id';

const isRepeat = (reason: string) => !(reason in faultFields);

/**
 * Rows that become no record, as a file that spreadsheets open in the reader's language. What a post
 * wrote is never taken for a formula.
 */
export function problemsFile(
  { t, lang }: OfficerView,
  problems: AsyncIterable<ProblemLine>,
  name: string,
): StreamableFile {
  const columns = ['line', 'record', 'result', 'field', 'reason'] as const;
  async function* rows() {
    yield columns.map((column) => t(`imports.csv.${column}`));
    for await (const { line, recordId, reason } of problems) {
      yield [
        `${line}`,
        recordId ?? '',
        t(isRepeat(reason) ? 'imports.csv.duplicate' : 'imports.csv.refused'),
        t.dynamic(`states.importField.${fieldOf(reason)}`),
        t.dynamic(`states.importRow.${reason}`),
      ];
    }
  }
  const csv = stringify({
    ...{ bom: true, escape_formulas: true, record_delimiter: 'windows' },
    delimiter: lang === 'fr' ? ';' : ',',
  });
  const content = Readable.from(rows()).pipe(csv);
  return new StreamableFile(content, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}

import { rowFaults, type ProblemLine } from '#travel';
import type { StreamableFile } from '@nestjs/common';
import { csvFile } from '../shared/csv-file.ts';
import type { OfficerView } from '../text/index.ts';

const faultFields: Readonly<Record<string, string>> = rowFaults;
/** The field that a row is refused by; a repeat is the record's. */
export const fieldOf = (reason: string): string => faultFields[reason] ?? 'record_id';

const isRepeat = (reason: string) => !(reason in faultFields);

/** Rows that become no record. What a post wrote is never taken for a formula. */
export function problemsFile(
  { t, lang }: OfficerView,
  problems: AsyncIterable<ProblemLine>,
  name: string,
): StreamableFile {
  const columns = ['line', 'record', 'result', 'field', 'reason'] as const;
  async function* pages() {
    for await (const { line, recordId, reason } of problems) {
      const result = t(isRepeat(reason) ? 'imports.csv.duplicate' : 'imports.csv.refused');
      const field = t.dynamic(`states.importField.${fieldOf(reason)}`);
      yield [[line, recordId ?? '', result, field, t.dynamic(`states.importRow.${reason}`)]];
    }
  }
  const header = columns.map((column) => t(`imports.csv.${column}`));
  return csvFile(lang, { name, header, pages: pages() });
}

import type { RowFault, TypedRow } from '../domain/import-row.ts';

/** The first line of a manifest: its form and the version of it. */
const MANIFEST_HEADER = 'HVBPMOV01';
const RECORD = 'D';
const TRAILER = /^T(\d{8})\s*$/;

// Columns as docs/movement-files.md counts them, which begins with 1; here they begin with 0.
const AT = {
  record_id: [1, 65],
  kind: [65, 66],
  port: [66, 74],
  happened_at: [74, 94],
  authorised_until: [94, 104],
  issuing_state: [104, 107],
  document_number: [107, 127],
} as const satisfies Record<keyof TypedRow, readonly [number, number]>;
const KINDS: Readonly<Record<string, string>> = { A: 'admitted', D: 'departed', R: 'refused' };

export const isManifest = (firstLine: string): boolean => firstLine.startsWith(MANIFEST_HEADER);

/** How many records a trailer says there are; null when the line is no trailer. */
export function countOfTrailer(line: string): number | null {
  const count = TRAILER.exec(line)?.[1];
  return count === undefined ? null : Number(count);
}

export const isManifestRecord = (line: string): boolean => line.startsWith(RECORD);

/** One line between header and trailer; null for the trailer itself. */
export function manifestRow(line: string): TypedRow | RowFault | null {
  if (countOfTrailer(line) !== null) return null;
  if (!isManifestRecord(line)) return 'line_type_unknown';
  const field = (name: keyof TypedRow) => line.slice(...AT[name]).trim();
  return {
    record_id: field('record_id'),
    kind: KINDS[field('kind')] ?? '',
    port: field('port'),
    happened_at: field('happened_at'),
    authorised_until: field('authorised_until'),
    issuing_state: field('issuing_state'),
    document_number: field('document_number'),
  };
}

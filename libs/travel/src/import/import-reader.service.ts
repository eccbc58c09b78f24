import { stateOf } from '#identity';
import { mustBeOk } from '#kernel';
import { systemCtx, Database, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import {
  checkRow,
  type ImportRow,
  type RowFault,
  type RowRules,
  type TypedRow,
} from '../domain/import-row.ts';
import { mapInTurns } from './ahead.ts';
import { csvRows } from './csv-rows.ts';
import { csvForm, type FileForm } from './file-form.ts';
import { ImportContents } from './import-contents.service.ts';
import { chunksOf, type FileLine, type LineChunk } from './lines.ts';
import { manifestRow } from './manifest-rows.ts';
import type { MovementImport } from './movement-import.entity.ts';

const CTX = systemCtx('movements.import');

/** A line with what it says, or why it says nothing that counts. */
export interface ReadRow {
  readonly line: number;
  /** As it was typed, where it could be read. */
  readonly recordId: string | null;
  readonly row: ImportRow | RowFault;
}

/** Rows of some lines, and how far the file was read with them. */
export interface RowChunk {
  readonly rows: readonly ReadRow[];
  readonly lastLine: number;
  readonly bytes: number;
}

/** Reads what was sent, row by row; the same whenever it is read. */
@Injectable()
export class ImportReader {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly contents: ImportContents,
  ) {}

  async *rowsOf(sent: MovementImport): AsyncGenerator<RowChunk> {
    const rules = await this.database.read(CTX, (tx) => this.rulesOf(tx, sent));
    let form: FileForm | undefined;
    for await (const chunk of chunksOf(this.contents.file(sent.id, sent.bytes), sent.encoding)) {
      const lines = form ? chunk.lines : chunk.lines.slice(1);
      form ??= formBy(chunk, sent);
      const rows = await mapInTurns(readLines(lines, form), (read) => checked(read, rules));
      yield { rows, lastLine: chunk.lastLine, bytes: chunk.bytes };
    }
  }

  /** What the rows of an import are checked against; also for one that is still to be sent. */
  async rulesOf(
    tx: Tx,
    { programmeCode, sentAt }: Pick<MovementImport, 'programmeCode' | 'sentAt'>,
  ): Promise<RowRules> {
    const ports = await this.programmes.ports(tx, programmeCode);
    const known = new Map<string, string | null>();
    return {
      ports: new Set(ports.map((port) => port.code)),
      sentAtMs: sentAt.epochMilliseconds,
      // A file names few states, each of them many times.
      stateOf: (code) => {
        const before = known.get(code);
        if (before !== undefined || code.length > 3) return before ?? null;
        const state = stateOf(code);
        known.set(code, state);
        return state;
      },
    };
  }
}

/** The first line was looked at when the file was sent; here it only says what stands where. */
const formBy = ({ lines }: LineChunk, { form, encoding }: MovementImport): FileForm =>
  form === 'csv'
    ? mustBeOk(csvForm(lines[0]!.text ?? '', encoding))
    : { form, encoding, delimiter: null, columns: null };

interface TypedLine {
  readonly line: number;
  readonly row: TypedRow | RowFault;
}

function readLines(lines: readonly FileLine[], form: FileForm): TypedLine[] {
  const tooLong = lines.filter((l) => l.text === null);
  const written = lines.filter((l): l is FileLine & { text: string } => Boolean(l.text?.trim()));
  const texts = written.map((l) => l.text);
  const read =
    form.form === 'csv'
      ? csvRows(texts, form.columns, form.delimiter)
      : texts.map((text) => manifestRow(text));
  const rows = read.flatMap((row, i) => (row ? [{ line: written[i]!.number, row }] : []));
  if (tooLong.length === 0) return rows;
  const refused = tooLong.map((l) => ({ line: l.number, row: 'line_too_long' as const }));
  return [...rows, ...refused].sort((a, b) => a.line - b.line);
}

function checked({ line, row }: TypedLine, rules: RowRules): ReadRow {
  if (typeof row === 'string') return { line, recordId: null, row };
  const found = checkRow(row, rules);
  // Kept with the problem, so only what is surely an id and no person's data.
  return { line, recordId: found === 'record_id_form' ? null : row.record_id, row: found };
}

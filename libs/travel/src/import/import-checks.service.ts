import { Persons } from '#identity';
import { systemCtx, Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isRowFault, type ImportRow, type RowFault, type RowRepeat } from '../domain/import-row.ts';
import { ahead, mapInTurns } from './ahead.ts';
import { contentOfRow, ImportedMovementStore, type GoodRow } from './imported-movement.store.ts';
import { ImportReader, type ReadRow, type RowChunk } from './import-reader.service.ts';
import type { MovementImport } from './movement-import.entity.ts';
import { MovementImportStore, type RowProblem } from './movement-import.store.ts';

const CTX = systemCtx('movements.import');

/** What a chunk came to before the database was asked. */
interface Sorted extends Pick<RowChunk, 'lastLine' | 'bytes'> {
  readonly good: readonly GoodRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads an import through and says of each row what would become of it; nothing else is changed.
 * Chunk by chunk, each with its progress in one transaction: a worker that dies goes on where it was.
 */
@Injectable()
export class ImportChecks {
  constructor(
    private readonly database: Database,
    private readonly store: MovementImportStore,
    private readonly records: ImportedMovementStore,
    private readonly reader: ImportReader,
    private readonly persons: Persons,
  ) {}

  /** False when it was not this worker that came to the end. */
  async readThrough(sent: MovementImport): Promise<boolean> {
    for await (const sorted of ahead(this.sorted(sent))) {
      const goesOn = await this.database.write(CTX, (tx) => this.keep(tx, sent, sorted));
      if (!goesOn) return false;
    }
    return true;
  }

  private async *sorted(sent: MovementImport): AsyncGenerator<Sorted> {
    const ids = new Map<string, string>();
    for await (const { rows, lastLine, bytes } of this.reader.rowsOf(sent)) {
      // Of what was done before only the ids matter: they may come again.
      const { good, problems } = sortOut(rows, ids);
      if (lastLine <= sent.linesChecked) continue;
      const withTokens = (row: TypedGood) => this.records.withTokens(sent.programmeCode, row);
      yield { good: await mapInTurns(good, withTokens), problems, lastLine, bytes };
    }
  }

  /** False when somebody declined it, or another worker has it. */
  private async keep(
    tx: Tx,
    { id, programmeCode }: MovementImport,
    { good: rows, problems, lastLine, bytes }: Sorted,
  ): Promise<boolean> {
    const row = await this.store.lock(tx, id);
    if (row?.state !== 'checking' || row.linesChecked >= lastLine) return false;
    const known = await this.records.known(tx, programmeCode, rows);
    const fresh = rows.filter((one) => !known.has(one.recordId));
    const repeats = rows
      .filter((one) => known.has(one.recordId))
      .map((one) => repeatOf(one, known));
    const all = [...problems, ...repeats];
    await this.store.addProblems(tx, id, all);
    const holders = await this.persons.byDocumentTokens(
      tx,
      fresh.map((one) => one.documentToken),
    );
    const matches = fresh.flatMap((one) => {
      const holder = holders.get(one.documentToken.toString('hex'));
      return holder ? [{ ...one, ...holder }] : [];
    });
    await this.store.addMatches(tx, id, matches);
    const duplicates = all.filter(({ reason }) => isRepeat(reason)).length;
    await this.store.progressed(tx, id, {
      ...{ linesChecked: lastLine, bytesChecked: bytes },
      accepted: row.accepted + fresh.length,
      duplicates: row.duplicates + duplicates,
      refused: row.refused + all.length - duplicates,
      matched: row.matched + matches.length,
    });
    return true;
  }
}

const isRepeat = (reason: RowFault | RowRepeat): boolean =>
  reason === 'repeated_in_file' || reason === 'known_before';

/** The same id with the same content is a repeat; with other content a correction needs a new id. */
export const repeatOf = (row: GoodRow, known: ReadonlyMap<string, Buffer>): RowProblem => ({
  ...{ line: row.line, recordId: row.recordId },
  reason: known.get(row.recordId)?.equals(row.contentToken) ? 'known_before' : 'record_changed',
});

type TypedGood = ImportRow & { readonly line: number };

function sortOut(rows: readonly ReadRow[], ids: Map<string, string>) {
  const good: TypedGood[] = [];
  const problems: RowProblem[] = [];
  for (const { line, recordId, row } of rows) {
    if (isRowFault(row)) {
      problems.push({ line, recordId, reason: row });
      continue;
    }
    const content = contentOfRow(row);
    const before = ids.get(row.recordId);
    if (before === undefined) {
      ids.set(row.recordId, content);
      good.push({ ...row, line });
    } else {
      const reason = before === content ? 'repeated_in_file' : 'record_changed';
      problems.push({ line, recordId, reason });
    }
  }
  return { good, problems };
}

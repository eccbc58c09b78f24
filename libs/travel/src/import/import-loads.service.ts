import { Persons } from '#identity';
import { systemCtx, Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isRowFault } from '../domain/import-row.ts';
import { repeatOf } from './import-checks.service.ts';
import { ImportedMovementStore, type GoodRow } from './imported-movement.store.ts';
import { ImportReader, type RowChunk } from './import-reader.service.ts';
import type { MovementImport } from './movement-import.entity.ts';
import { MovementImportStore } from './movement-import.store.ts';

const CTX = systemCtx('movements.import');

/**
 * Makes records of what two people let count. Chunk by chunk, each with its progress in one
 * transaction: a worker that dies goes on where it was, and no row becomes two records.
 */
@Injectable()
export class ImportLoads {
  constructor(
    private readonly database: Database,
    private readonly store: MovementImportStore,
    private readonly records: ImportedMovementStore,
    private readonly reader: ImportReader,
    private readonly persons: Persons,
  ) {}

  /** False when it was not this worker that came to the end. */
  async bringIn(sent: MovementImport): Promise<boolean> {
    for await (const chunk of this.reader.rowsOf(sent)) {
      if (chunk.lastLine <= sent.linesLoaded) continue;
      const goesOn = await this.database.write(CTX, (tx) => this.keep(tx, sent, chunk));
      if (!goesOn) return false;
    }
    return true;
  }

  /** False when another worker has it. */
  private async keep(tx: Tx, sent: MovementImport, chunk: RowChunk): Promise<boolean> {
    const row = await this.store.lock(tx, sent.id);
    if (row?.state !== 'confirmed' || row.linesLoaded >= chunk.lastLine) return false;
    const good = chunk.rows.flatMap(({ line, row: one }) =>
      isRowFault(one) ? [] : [this.records.withTokens(sent.programmeCode, { ...one, line })],
    );
    const tokens = good.map((one) => one.documentToken);
    const holders = await this.persons.byDocumentTokens(tx, tokens);
    const withHolder = good.map((one) => ({
      ...one,
      holder: holders.get(one.documentToken.toString('hex')),
    }));
    const added = await this.records.add(tx, sent, withHolder);
    // What stood in the way came in the meantime, or stands twice in the file and was said before.
    const left = good.filter((one) => !added.has(one.recordId));
    await this.tell(tx, sent, left);
    await this.store.progressed(tx, sent.id, {
      ...{ linesLoaded: chunk.lastLine, bytesLoaded: chunk.bytes },
      loaded: row.loaded + added.size,
    });
    return true;
  }

  private async tell(tx: Tx, sent: MovementImport, left: readonly GoodRow[]): Promise<void> {
    const known = await this.records.known(tx, sent.programmeCode, left);
    await this.store.addProblems(
      tx,
      sent.id,
      left.map((one) => repeatOf(one, known)),
    );
  }
}

import { Persons } from '#identity';
import { systemCtx, Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isRowFault } from '../domain/import-row.ts';
import { ahead, mapInTurns } from './ahead.ts';
import { repeatOf } from './import-checks.service.ts';
import { ImportedMovementStore, type GoodRow, type SealedRow } from './imported-movement.store.ts';
import { ImportReader, type RowChunk } from './import-reader.service.ts';
import type { MovementImport } from './movement-import.entity.ts';
import { MovementImportStore } from './movement-import.store.ts';

const CTX = systemCtx('movements.import');

interface SealedChunk extends Pick<RowChunk, 'lastLine' | 'bytes'> {
  readonly good: readonly SealedRow[];
}

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
    for await (const chunk of ahead(this.sealed(sent))) {
      const goesOn = await this.database.write(CTX, (tx) => this.keep(tx, sent, chunk));
      if (!goesOn) return false;
    }
    return true;
  }

  private async *sealed(sent: MovementImport): AsyncGenerator<SealedChunk> {
    const seal = await this.database.read(CTX, (tx) => this.records.sealing(tx, sent));
    for await (const { rows, lastLine, bytes } of this.reader.rowsOf(sent)) {
      if (lastLine <= sent.linesLoaded) continue;
      const good = rows.flatMap(({ line, row }) => (isRowFault(row) ? [] : [{ ...row, line }]));
      yield { good: await mapInTurns(good, seal), lastLine, bytes };
    }
  }

  /** False when another worker has it. */
  private async keep(
    tx: Tx,
    sent: MovementImport,
    { good, lastLine, bytes }: SealedChunk,
  ): Promise<boolean> {
    const row = await this.store.lock(tx, sent.id);
    if (row?.state !== 'confirmed' || row.linesLoaded >= lastLine) return false;
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
      ...{ linesLoaded: lastLine, bytesLoaded: bytes },
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

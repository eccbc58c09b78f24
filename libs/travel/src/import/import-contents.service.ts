import { systemCtx, Database, Vault, type Place, type SubjectKey, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ImportContent } from './movement-import.entity.ts';
import { MovementImportStore } from './movement-import.store.ts';

/** Content is sealed and kept in parts of this size, so that no reader holds it whole. */
const PART_BYTES = 256 * 1024;
const CTX = systemCtx('movements.import');

const placeOf = (importId: string, content: ImportContent, part: number): Place => ({
  table: 'movement_import_part',
  column: 'sealed',
  row: `${importId}:${content}:${part}`,
});

/** What an import was sent with, sealed with a key of its own. */
@Injectable()
export class ImportContents {
  constructor(
    private readonly database: Database,
    private readonly store: MovementImportStore,
    private readonly vault: Vault,
  ) {}

  async keep(tx: Tx, importId: string, content: ImportContent, bytes: Buffer): Promise<void> {
    const key = await this.vault.keyToSeal(tx, importId);
    for (let part = 0; part * PART_BYTES < bytes.length; part++) {
      const plain = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      const sealed = key.seal(placeOf(importId, content, part), plain);
      await this.store.addPart(tx, { importId, content, part, sealed });
    }
  }

  /** The same file of a programme has the same, and nobody else can make it. */
  digestOf(bytes: Buffer): Buffer {
    return this.vault.token('movement_import', bytes.toString('latin1'));
  }

  /** Read by the worker as it is taken: each part in a transaction of its own. */
  async *file(importId: string, bytes: number): AsyncGenerator<Buffer> {
    const key = await this.database.read(CTX, (tx) => this.vault.keyToOpen(tx, importId));
    for (let part = 0; part * PART_BYTES < bytes; part++) {
      yield await this.database.read(CTX, (tx) => this.part(tx, key, importId, 'file', part));
    }
  }

  async part(
    tx: Tx,
    key: SubjectKey,
    importId: string,
    content: ImportContent,
    part: number,
  ): Promise<Buffer> {
    const sealed = await this.store.part(tx, importId, content, part);
    return key.open(placeOf(importId, content, part), sealed);
  }

  partsOf(bytes: number): number {
    return Math.ceil(bytes / PART_BYTES);
  }
}

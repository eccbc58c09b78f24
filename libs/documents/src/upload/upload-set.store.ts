import type { Tx } from '#platform';
import type { FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

interface UploadOfThing {
  uploadId: string;
}

/** Which files belong to something, by its id. */
export interface UploadIds {
  ids(tx: Tx, ownerId: string): Promise<string[]>;
  add(tx: Tx, ownerId: string, uploadId: string): Promise<void>;
}

/** By a table of two columns in the library whose thing it is: added to, and never changed. */
export class UploadSet<T extends UploadOfThing> implements UploadIds {
  constructor(
    private readonly table: new () => T,
    private readonly owner: Exclude<keyof T, 'uploadId'> & string,
  ) {}

  async ids(tx: Tx, ownerId: string): Promise<string[]> {
    const where = { [this.owner]: ownerId } as FindOptionsWhere<T>;
    const rows = await tx.manager.getRepository(this.table).find({ where });
    return rows.map((row) => row.uploadId);
  }

  async add(tx: Tx, ownerId: string, uploadId: string): Promise<void> {
    const row = { [this.owner]: ownerId, uploadId } as unknown as QueryDeepPartialEntity<T>;
    await tx.manager.getRepository(this.table).insert(row);
  }
}

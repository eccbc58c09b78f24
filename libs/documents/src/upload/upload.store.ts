import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Upload, UploadPart } from './upload.entity.ts';

/** Row-level security decides whose are seen. */
@Injectable()
export class UploadStore {
  async add(tx: Tx, row: Omit<Upload, 'uploadedAt'>): Promise<void> {
    await tx.manager.getRepository(Upload).insert(row);
  }

  async addPart(tx: Tx, row: UploadPart): Promise<void> {
    await tx.sendAlong('insert into upload_part (upload_id, part, sealed) values ($1, $2, $3)', [
      ...[row.uploadId, row.part, row.sealed],
    ]);
  }

  /** Until the transaction ends, nobody else adds a file to this case: two at once cannot both be the last. */
  async lockCase(tx: Tx, caseId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${caseId}`]);
  }

  countOfCase(tx: Tx, caseId: string): Promise<number> {
    return tx.manager.getRepository(Upload).countBy({ caseId });
  }

  find(tx: Tx, id: string): Promise<Upload | null> {
    return tx.manager.getRepository(Upload).findOneBy({ id });
  }

  /** In the order in which they came. */
  list(tx: Tx, ids: readonly string[]): Promise<Upload[]> {
    const order = { uploadedAt: 'asc', id: 'asc' } as const;
    return tx.manager.getRepository(Upload).find({ where: { id: In([...ids]) }, order });
  }

  async part(tx: Tx, uploadId: string, part: number): Promise<Buffer> {
    const row = await tx.manager.getRepository(UploadPart).findOneBy({ uploadId, part });
    if (!row) throw new Error('an upload without one of its parts');
    return row.sealed;
  }
}

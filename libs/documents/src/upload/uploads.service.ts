import { Identity } from '#identity';
import { ok, refused, type Result } from '#kernel';
import { Database, newId, Vault, type Ctx, type Place, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { PART_BYTES, partsOf } from '../domain/parts.ts';
import { UPLOADS_OF_CASE_MAX, UPLOADS_OF_THING_MAX, type UploadType } from '../domain/upload.ts';
import type { CheckedFile } from './upload-receiver.service.ts';
import type { UploadIds } from './upload-set.store.ts';
import type { Upload } from './upload.entity.ts';
import { UploadStore } from './upload.store.ts';

/** The case that a file is of, and so whose it is. */
export interface UploadCase {
  readonly id: string;
  /** Null in a draft, which has no files. */
  readonly personId: string | null;
  readonly applicantAccountId: string;
}

/** What in that case it is for. */
export interface UploadUse {
  readonly set: UploadIds;
  readonly ownerId: string;
  /** The officer who has it from elsewhere; left out when the applicant sent it. */
  readonly recordedBy?: string | null;
}

/** A file that is being read: part by part, never whole. */
export interface OpenedUpload {
  readonly type: UploadType;
  readonly bytes: number;
  readonly content: AsyncIterable<Buffer>;
}

/** Files as they are kept: sealed with their person's key, added and never changed. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: Database,
    private readonly store: UploadStore,
    private readonly vault: Vault,
    private readonly identity: Identity,
  ) {}

  /** Keeps what was received, unless there are enough of the case or of what it is for. */
  async keep(
    tx: Tx,
    { id: caseId, personId, applicantAccountId: accountId }: UploadCase,
    { set, ownerId, recordedBy = null }: UploadUse,
    file: CheckedFile,
  ): Promise<Result<{ id: string }, 'too_many'>> {
    if (!personId) throw new Error('a file of a case without a person');
    await this.store.lockCase(tx, caseId);
    const ofCase = await this.store.countOfCase(tx, caseId);
    const ofThing = (await set.ids(tx, ownerId)).length;
    if (ofCase >= UPLOADS_OF_CASE_MAX || ofThing >= UPLOADS_OF_THING_MAX) {
      return refused('too_many');
    }
    const { bytes, type, pages, scan } = file;
    const id = newId();
    const of = { caseId, personId, accountId, recordedBy };
    const row = { ...{ id, ...of, type, pages, scan }, bytes: bytes.length };
    await this.store.add(tx, row);
    const key = await this.vault.keyToSeal(tx, personId);
    for (let part = 0; part < partsOf(bytes.length); part++) {
      const plain = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      const sealed = key.seal(placeOf(id, part), plain);
      await this.store.addPart(tx, { uploadId: id, part, sealed });
    }
    await set.add(tx, ownerId, id);
    return ok({ id });
  }

  /** What is known of files that who is asking may see. */
  list(tx: Tx, ids: readonly string[]): Promise<Upload[]> {
    return this.store.list(tx, ids);
  }

  /**
   * Opens one for who is asking, which is in the trail; null when there is none that they may see.
   * The content is read as it is taken, each part in a transaction of its own.
   */
  open(ctx: Ctx, id: string, purpose: string): Promise<OpenedUpload | null> {
    return this.database.write(ctx, async (tx) => {
      const upload = await this.store.find(tx, id);
      if (!upload) return null;
      const { personId: subjectId, type, bytes } = upload;
      const place = { table: 'upload_part', column: 'sealed', row: id };
      const key = await this.identity.keyToOpen(tx, { subjectId, place, purpose });
      const read = (part: number) =>
        this.database.read(ctx, async (reading) =>
          key.open(placeOf(id, part), await this.store.part(reading, id, part)),
        );
      return { type, bytes, content: contentOf(bytes, read) };
    });
  }
}

const placeOf = (uploadId: string, part: number): Place => ({
  table: 'upload_part',
  column: 'sealed',
  row: `${uploadId}:${part}`,
});

async function* contentOf(bytes: number, read: (part: number) => Promise<Buffer>) {
  for (let part = 0; part < partsOf(bytes); part++) yield await read(part);
}

import { Identity } from '#identity';
import { Database, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { importFields, type TypedRow } from '../domain/import-row.ts';
import { csvRows } from './csv-rows.ts';
import { ImportContents } from './import-contents.service.ts';
import type { ImportContent, MovementImport } from './movement-import.entity.ts';

const PURPOSE = 'movement_check';

/** What officers may look at of a record that was typed in; each opening is in the trail. */
@Injectable()
export class ImportProofs {
  constructor(
    private readonly database: Database,
    private readonly contents: ImportContents,
    private readonly identity: Identity,
  ) {}

  /** The record as it was typed. Needs a writing transaction. */
  async recordOf(tx: Tx, { id }: Pick<MovementImport, 'id'>): Promise<TypedRow> {
    const key = await this.keyOf(tx, id, 'file');
    const text = (await this.contents.part(tx, key, id, 'file', 0)).toString('utf8');
    const [row] = csvRows([text.split('\n')[1]!], importFields, ',');
    if (!row || typeof row === 'string') throw new Error('a record that was typed in and is none');
    return row;
  }

  /** The file that proves it, read as it is taken; null where there is none. */
  open(
    ctx: Ctx,
    { id, proofType, proofBytes }: Pick<MovementImport, 'id' | 'proofType' | 'proofBytes'>,
  ): Promise<{ type: string; bytes: number; content: AsyncIterable<Buffer> } | null> {
    return this.database.write(ctx, async (tx) => {
      if (!proofType || !proofBytes) return null;
      const key = await this.keyOf(tx, id, 'proof');
      const read = (part: number) =>
        this.database.read(ctx, (reading) => this.contents.part(reading, key, id, 'proof', part));
      const parts = this.contents.partsOf(proofBytes);
      return { type: proofType, bytes: proofBytes, content: inTurn(parts, read) };
    });
  }

  private keyOf(tx: Tx, id: string, content: ImportContent) {
    const place = { table: 'movement_import_part', column: 'sealed', row: `${id}:${content}` };
    return this.identity.keyToOpen(tx, { subjectId: id, place, purpose: PURPOSE });
  }
}

async function* inTurn(parts: number, read: (part: number) => Promise<Buffer>) {
  for (let part = 0; part < parts; part++) yield await read(part);
}

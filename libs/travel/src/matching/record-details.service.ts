import { Identity } from '#identity';
import { Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { bodyPlace, bytesOf, itemsOf } from '../movements/batch-body.ts';
import { readMovement, type MovementItem } from '../movements/movement-item.ts';
import type { Movement, MovementBatch } from '../movements/movement.entity.ts';
import { MovementStore } from '../movements/movement.store.ts';

/** What a record says of its traveller, as its border system signed it. */
export type RecordDetails = Pick<MovementItem, 'document' | 'traveller'>;

const PURPOSE = 'movement_matching';

/** Opens what border systems sent of travellers. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly store: MovementStore,
    private readonly vault: Vault,
    private readonly identity: Identity,
  ) {}

  /** Of all records of a batch, by their ids; for the worker, which looks for tokens and shows nobody. */
  async ofBatch(tx: Tx, batchId: string): Promise<ReadonlyMap<string, RecordDetails>> {
    const batch = await this.store.batch(tx, batchId);
    if (!batch.bodySealed) return new Map();
    return detailsIn(await this.vault.open(tx, batchId, bodyPlace(batchId), batch.bodySealed));
  }

  /** Of a record that people brought in, which names its document and nobody. */
  async ofImported(tx: Tx, m: Movement): Promise<RecordDetails> {
    const plain = await this.vault.open(tx, m.importId!, documentPlace(m), m.documentSealed);
    return { document: JSON.parse(plain) as RecordDetails['document'] };
  }

  /** Of one record, for an officer: that it was opened is in the trail. */
  async ofRecord(tx: Tx, movement: Movement): Promise<RecordDetails> {
    const batch = movement.batchId ? await this.store.batch(tx, movement.batchId) : null;
    const signed = batch?.bodySealed && (await this.inBody(tx, batch, batch.bodySealed));
    const said = signed ? signed.get(movement.recordId) : undefined;
    return said ?? { document: await this.document(tx, movement) };
  }

  private async inBody(tx: Tx, { id }: MovementBatch, sealed: Buffer) {
    const opening = { subjectId: id, place: bodyPlace(id), sealed, purpose: PURPOSE };
    return detailsIn(await this.identity.open(tx, opening));
  }

  private async document(tx: Tx, m: Movement): Promise<RecordDetails['document']> {
    const subjectId = (m.batchId ?? m.importId)!;
    const place = documentPlace(m);
    const opening = { subjectId, place, sealed: m.documentSealed, purpose: PURPOSE };
    return JSON.parse(await this.identity.open(tx, opening)) as RecordDetails['document'];
  }
}

const documentPlace = ({ id: row }: Movement) => ({
  ...{ table: 'movement', column: 'document_sealed', row },
});

function detailsIn(body: string): ReadonlyMap<string, RecordDetails> {
  const items = itemsOf(bytesOf(body));
  const read = (items.ok ? items.value : []).map(readMovement);
  return new Map(
    read.flatMap((one) =>
      'item' in one ? [[one.item.recordId, one.item] as [string, RecordDetails]] : [],
    ),
  );
}

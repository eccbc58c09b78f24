import { refused, ok, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { movementLifecycle } from '../domain/movement.lifecycle.ts';
import type { BatchOutcome, OutcomeItem } from './batch-outcome.ts';
import type { Movement } from './movement.entity.ts';
import { MovementStore } from './movement.store.ts';
import type { ReceiptItem } from './receipt.ts';

/** Tells a border system what became of its own batches. */
@Injectable()
export class BatchOutcomes {
  constructor(private readonly store: MovementStore) {}

  /** Only the client's own: of another one's batch there is no more than of none. */
  async of(
    tx: Tx,
    clientId: string,
    batchId: string,
  ): Promise<Result<BatchOutcome, 'unknown_batch'>> {
    const batch = await this.store.batchOf(tx, clientId, batchId);
    if (!batch) return refused('unknown_batch');
    const ids = batch.receipt.flatMap((item) => item.movementId ?? []);
    const records = await this.store.byIds(tx, clientId, ids);
    const items = batch.receipt.map((item) => outcomeOf(item, records.get(item.movementId ?? '')));
    const done = items.every((item) => item.status !== 'received');
    return ok({ batchId, receivedAt: batch.receivedAt.toString(), done, items });
  }
}

function outcomeOf(
  { index, recordId, result }: ReceiptItem,
  record: Movement | undefined,
): OutcomeItem {
  const item = { index, recordId, result };
  if (!record) return item;
  const status = movementLifecycle.publicStatusOf(record.state);
  return { ...item, status, since: record.stateSince.toString() };
}

import { ok, refused, Temporal, type Result } from '#kernel';
import type { Place } from '#platform';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { itemProblems } from '../domain/item-rules.ts';
import type { ItemFault } from '../items/read-item.ts';
import { MovementItem, readMovement } from './movement-item.ts';

const BATCH_ITEMS_MAX = 1000;
const BATCH_BYTES_MAX = 1_000_000;

/** A batch as OpenAPI shows it; its items are checked one by one. */
@ApiSchema({ name: 'Batch' })
export class MovementBatchBody {
  @ApiProperty({ type: [MovementItem], minItems: 1, maxItems: BATCH_ITEMS_MAX })
  movements!: MovementItem[];
}

export type BodyRefusal = 'body_too_large' | 'not_a_batch' | 'too_many_items';

/** Where a batch keeps the body it was sent with; sealed for the batch itself. */
export const bodyPlace = (batchId: string): Place => ({
  table: 'movement_batch',
  column: 'body_sealed',
  row: batchId,
});

// One character a byte, so that what is opened are the very bytes that were signed.
export const textOf = (body: Buffer): string => body.toString('latin1');
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The items of a batch as they were sent, each still unchecked. */
export function itemsOf(body: Buffer): Result<unknown[], BodyRefusal> {
  if (body.length > BATCH_BYTES_MAX) return refused('body_too_large');
  let batch: unknown;
  try {
    batch = JSON.parse(body.toString('utf8'));
  } catch {
    return refused('not_a_batch');
  }
  const { movements } = (batch ?? {}) as { movements?: unknown };
  if (!Array.isArray(movements) || movements.length === 0) return refused('not_a_batch');
  if (movements.length > BATCH_ITEMS_MAX) return refused('too_many_items');
  return ok(movements);
}

/** One item by its shape and by what this client may say, at the time of the receipt. */
export function checkedItem(
  raw: unknown,
  client: BorderClient,
  now: Temporal.Instant,
): { item: MovementItem } | { errors: readonly ItemFault[] } {
  const read = readMovement(raw);
  if ('errors' in read) return read;
  const { recordId, corrects = null, kind, port, happenedAt, authorisedUntil } = read.item;
  const errors = itemProblems(
    {
      ...{ recordId, corrects, kind, port },
      happenedAt: Temporal.Instant.from(happenedAt),
      authorisedUntil: dayOrNull(authorisedUntil),
    },
    client,
    now,
  );
  return errors.length ? { errors } : read;
}

export const dayOrNull = (text: string | null | undefined) =>
  text ? Temporal.PlainDate.from(text) : null;

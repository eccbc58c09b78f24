import { createHash } from 'node:crypto';
import { Persons, stateOf } from '#identity';
import { ok, refused, Temporal, type Result } from '#kernel';
import { Jobs, newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BorderClient } from './border-client.entity.ts';
import { itemProblems } from './domain/item-rules.ts';
import { readItem, type FieldError, type MovementItem } from './movement-item.ts';
import type { Movement } from './movement.entity.ts';
import { MovementStore, type NewMovement } from './movement.store.ts';
import type { Receipt, ReceiptItem } from './receipt.ts';

export const BATCH_ITEMS_MAX = 500;
export const BATCH_BYTES_MAX = 1_000_000;

export type IntakeRefusal =
  | 'bad_idempotency_key'
  | 'body_too_large'
  | 'not_a_batch'
  | 'too_many_items'
  | 'key_reused_with_other_body';

/** Stores what a border system reports and says what became of each item. */
@Injectable()
export class MovementIntake {
  constructor(
    private readonly store: MovementStore,
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    private readonly persons: Persons,
  ) {}

  /**
   * Stores one batch: `body` is JSON `{"movements": [MovementItem, …]}`, at most 500 items and
   * 1,000,000 bytes. Items stand alone: a bad one is rejected with the field and the mend, the others
   * are stored. The same key with the same body is answered as before; the worker does the rest.
   */
  async receive(
    tx: Tx,
    client: BorderClient,
    idempotencyKey: string,
    body: Buffer,
  ): Promise<Result<Receipt, IntakeRefusal>> {
    if (!/^[\x21-\x7e]{1,100}$/.test(idempotencyKey)) return refused('bad_idempotency_key');
    const raw = itemsOf(body);
    if (!raw.ok) return raw;
    const batch = { id: newId(), clientId: client.id, idempotencyKey };
    const bodySha256 = createHash('sha256').update(body).digest();
    if (!(await this.store.addBatch(tx, { ...batch, bodySha256, receivedAt: tx.now }))) {
      return this.asBefore(tx, client.id, idempotencyKey, bodySha256);
    }
    const items = await this.storeAll(tx, client, batch.id, raw.value);
    await this.store.keepReceipt(tx, batch.id, items);
    if (items.some((i) => i.result === 'accepted')) {
      await this.jobs.enqueue(tx, 'movements.assess', { batchId: batch.id });
    }
    return ok({ batchId: batch.id, replayed: false, items });
  }

  private async asBefore(
    tx: Tx,
    clientId: string,
    key: string,
    bodySha256: Buffer,
  ): Promise<Result<Receipt, 'key_reused_with_other_body'>> {
    const before = await this.store.batchByKey(tx, clientId, key);
    if (!before.bodySha256.equals(bodySha256)) return refused('key_reused_with_other_body');
    return ok({ batchId: before.id, replayed: true, items: before.receipt });
  }

  private async storeAll(tx: Tx, client: BorderClient, batchId: string, raw: readonly unknown[]) {
    const answers = new Array<ReceiptItem>(raw.length);
    const good: { index: number; item: MovementItem }[] = [];
    raw.forEach((one, index) => {
      const read = check(one, client, tx.now);
      if ('item' in read) good.push({ index, item: read.item });
      else answers[index] = { index, ...invalid(one, read.errors) };
    });
    const answered = await this.storeGood(tx, client.id, batchId, good);
    answered.forEach((answer) => (answers[answer.index] = answer));
    return answers;
  }

  private async storeGood(
    tx: Tx,
    clientId: string,
    batchId: string,
    good: { index: number; item: MovementItem }[],
  ): Promise<ReceiptItem[]> {
    // One order for all batches, so that two with the same records wait instead of deadlocking.
    good.sort((a, b) => (a.item.recordId < b.item.recordId ? -1 : 1) || a.index - b.index);
    const rows: { index: number; row: NewMovement }[] = [];
    for (const { index, item } of good) {
      rows.push({ index, row: await this.rowOf(tx, clientId, batchId, item) });
    }
    const added = await this.store.addAll(
      tx,
      rows.map((r) => r.row),
    );
    const repeated = rows.filter((r) => !added.has(r.row.id)).map((r) => r.row.recordId);
    const before = await this.store.byRecords(tx, clientId, repeated);
    return rows.map(({ index, row }) => {
      if (added.has(row.id)) return accepted(index, row);
      return repeat(index, row, before.get(row.recordId));
    });
  }

  private async rowOf(
    tx: Tx,
    clientId: string,
    batchId: string,
    item: MovementItem,
  ): Promise<NewMovement> {
    const id = newId();
    const { recordId, document } = item;
    const token = this.persons.documentToken(document.issuingState, document.number);
    const place = { table: 'movement', column: 'document_sealed', row: id };
    return {
      ...{ id, batchId, clientId, recordId, kind: item.kind, portCode: item.port },
      happenedAt: Temporal.Instant.from(item.happenedAt),
      authorisedUntil: dayOrNull(item.authorisedUntil),
      documentState: stateOf(document.issuingState)!,
      documentToken: token,
      documentSealed: await this.vault.seal(tx, batchId, place, JSON.stringify(document)),
      contentToken: this.vault.token('movement', contentOf(item, token)),
      stateSince: tx.now,
    };
  }
}

const accepted = (index: number, row: NewMovement): ReceiptItem => ({
  ...{ index, recordId: row.recordId, result: 'accepted', movementId: row.id },
});

function repeat(index: number, row: NewMovement, before: Movement | undefined): ReceiptItem {
  if (!before) throw new Error('a record was neither new nor known');
  const { recordId } = row;
  if (before.contentToken.equals(row.contentToken)) {
    return { index, recordId, result: 'duplicate', movementId: before.id };
  }
  return { index, recordId, result: 'rejected', code: 'record_changed', errors: [CHANGED] };
}

const CHANGED = {
  field: 'recordId',
  message: 'was sent before with other content; send a correction under a new recordId',
};

function itemsOf(body: Buffer): Result<unknown[], IntakeRefusal> {
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

function check(
  raw: unknown,
  client: BorderClient,
  now: Temporal.Instant,
): { item: MovementItem } | { errors: readonly FieldError[] } {
  const read = readItem(raw);
  if ('errors' in read) return read;
  const { kind, port, happenedAt, authorisedUntil } = read.item;
  const errors = itemProblems(
    {
      ...{ kind, port },
      happenedAt: Temporal.Instant.from(happenedAt),
      authorisedUntil: dayOrNull(authorisedUntil),
    },
    client,
    now,
  );
  return errors.length ? { errors } : read;
}

function invalid(raw: unknown, errors: readonly FieldError[]): Omit<ReceiptItem, 'index'> {
  const claimed = (raw as { recordId?: unknown } | null)?.recordId;
  // Kept in the receipt, so only what is surely an id and no person's data.
  const named = typeof claimed === 'string' && !errors.some((e) => e.field === 'recordId');
  return { recordId: named ? claimed : null, result: 'rejected', code: 'invalid', errors };
}

const dayOrNull = (text: string | null | undefined) =>
  text ? Temporal.PlainDate.from(text) : null;

/** All that was reported, in one form: the same moment in another offset is the same content. */
const contentOf = (item: MovementItem, token: Buffer): string =>
  JSON.stringify([
    item.kind,
    item.port,
    Temporal.Instant.from(item.happenedAt).toString(),
    item.authorisedUntil ?? null,
    token.toString('hex'),
  ]);

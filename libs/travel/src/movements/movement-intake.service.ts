import { createHash } from 'node:crypto';
import { Persons, stateOf } from '#identity';
import { ok, refused, Temporal, type Result } from '#kernel';
import { Jobs, newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  bodyPlace,
  checkedItem,
  dayOrNull,
  itemsOf,
  textOf,
  type BodyRefusal,
} from './batch-body.ts';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { isIdempotencyKey } from '../clients/idempotency-key.ts';
import type { SignedCall } from '../clients/signed-call.ts';
import {
  ALREADY_CORRECTED,
  correctionFault,
  type CorrectedRecord,
  type CorrectionFault,
} from '../domain/correction-rules.ts';
import type { ItemFault } from '../items/read-item.ts';
import type { MovementItem, MovementTraveller } from './movement-item.ts';
import type { Movement, MovementBatch } from './movement.entity.ts';
import { MovementStore, type NewMovement } from './movement.store.ts';
import type { Receipt, ReceiptItem } from './receipt.ts';

export type IntakeRefusal = BodyRefusal | 'bad_idempotency_key' | 'key_reused_with_other_body';

/** A record with its place in the batch. */
interface Numbered {
  readonly index: number;
  readonly row: NewMovement;
}

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
   * Stores one batch: `body` is JSON `{"movements": [MovementItem, …]}`, at most 1,000 items and
   * 1,000,000 bytes. Items stand alone: a bad one is rejected with the field and the mend, the others
   * are stored, and with them the token and the body it signs, which the worker verifies. The same
   * key with the same body is answered as before; the worker does the rest.
   */
  async receive(
    tx: Tx,
    { client, token }: SignedCall,
    idempotencyKey: string,
    body: Buffer,
  ): Promise<Result<Receipt, IntakeRefusal>> {
    if (!isIdempotencyKey(idempotencyKey)) return refused('bad_idempotency_key');
    const raw = itemsOf(body);
    if (!raw.ok) return raw;
    const bodySha256 = createHash('sha256').update(body).digest();
    const before = await this.store.batchByKey(tx, client.id, idempotencyKey);
    if (before) return asBefore(before, bodySha256);
    const batch = { id: newId(), clientId: client.id, idempotencyKey };
    const bodySealed = await this.vault.seal(tx, batch.id, bodyPlace(batch.id), textOf(body));
    const proof = { token, bodySha256, bodySealed, receivedAt: tx.now };
    if (!(await this.store.addBatch(tx, { ...batch, ...proof }))) {
      // Somebody else's call with this key came between.
      const other = await this.store.batchByKey(tx, client.id, idempotencyKey);
      return asBefore(other!, bodySha256);
    }
    const items = await this.storeAll(tx, client, batch.id, raw.value);
    await this.store.keepReceipt(tx, batch.id, items);
    if (items.some((i) => i.result === 'accepted')) {
      await this.jobs.enqueue(tx, 'movements.assess', { batchId: batch.id });
    }
    return ok({ batchId: batch.id, replayed: false, items });
  }

  private async storeAll(tx: Tx, client: BorderClient, batchId: string, raw: readonly unknown[]) {
    const answers = new Array<ReceiptItem>(raw.length);
    const good: { index: number; item: MovementItem }[] = [];
    raw.forEach((one, index) => {
      const read = checkedItem(one, client, tx.now);
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
    const all: Numbered[] = [];
    for (const { index, item } of good) {
      all.push({ index, row: await this.rowOf(tx, clientId, batchId, item) });
    }
    const { rows, refusals } = await this.correctable(tx, clientId, all);
    const added = await this.store.addAll(
      tx,
      rows.map((r) => r.row),
    );
    const repeated = rows.filter((r) => !added.has(r.row.id)).map((r) => r.row.recordId);
    const before = await this.store.byRecords(tx, clientId, repeated);
    const answers = rows.map(({ index, row }) => {
      if (added.has(row.id)) return accepted(index, row);
      return repeat(index, row, before.get(row.recordId));
    });
    return [...answers, ...refusals];
  }

  /**
   * Those that correct nothing, or what they may: a record that is known or stands before them in the
   * batch, so that none corrects itself by a detour.
   */
  private async correctable(tx: Tx, clientId: string, all: readonly Numbered[]) {
    const named = all.map(({ row }) => row.corrects).filter((id) => id !== null);
    const stored = await this.store.byRecords(tx, clientId, named);
    const correctedBy = new Map(await this.store.correctionsOf(tx, clientId, named));
    const known = new Map<string, CorrectedRecord>(stored);
    const rows: Numbered[] = [];
    const refusals: ReceiptItem[] = [];
    for (const one of [...all].sort((a, b) => a.index - b.index)) {
      const { corrects, recordId } = one.row;
      const fault =
        corrects === null
          ? null
          : correctionFault(one.row, known.get(corrects), correctedBy.get(corrects));
      if (fault) {
        refusals.push(refusedCorrection(one, fault));
        continue;
      }
      if (corrects !== null) correctedBy.set(corrects, recordId);
      if (!known.has(recordId)) known.set(recordId, one.row);
      rows.push(one);
    }
    // As they came in: in the order of their ids.
    return { rows: all.filter((one) => rows.includes(one)), refusals };
  }

  private async rowOf(
    tx: Tx,
    clientId: string,
    batchId: string,
    item: MovementItem,
  ): Promise<NewMovement> {
    const id = newId();
    const { recordId, document, traveller } = item;
    const token = this.persons.documentToken(document.issuingState, document.number);
    const place = { table: 'movement', column: 'document_sealed', row: id };
    return {
      ...{ id, batchId, clientId, recordId, kind: item.kind, portCode: item.port },
      corrects: item.corrects ?? null,
      happenedAt: Temporal.Instant.from(item.happenedAt),
      authorisedUntil: dayOrNull(item.authorisedUntil),
      documentState: stateOf(document.issuingState)!,
      documentToken: token,
      documentSealed: await this.vault.seal(tx, batchId, place, JSON.stringify(document)),
      travellerToken: traveller
        ? this.persons.personToken({ ...traveller, nationality: document.issuingState })
        : null,
      contentToken: this.vault.token('movement', contentOf(item, token)),
      stateSince: tx.now,
    };
  }
}

function asBefore(
  before: MovementBatch,
  bodySha256: Buffer,
): Result<Receipt, 'key_reused_with_other_body'> {
  if (!before.bodySha256.equals(bodySha256)) return refused('key_reused_with_other_body');
  return ok({ batchId: before.id, replayed: true, items: before.receipt });
}

const accepted = (index: number, row: NewMovement): ReceiptItem => ({
  ...{ index, recordId: row.recordId, result: 'accepted', movementId: row.id },
});

function repeat(index: number, row: NewMovement, before: Movement | undefined): ReceiptItem {
  // Another call's correction of the same record came between.
  if (!before && row.corrects !== null) return refusedCorrection({ index, row }, ALREADY_CORRECTED);
  if (!before) throw new Error('a record was neither new nor known');
  const { recordId } = row;
  if (before.contentToken.equals(row.contentToken)) {
    return { index, recordId, result: 'duplicate', movementId: before.id };
  }
  return { index, recordId, result: 'rejected', code: 'record_changed', errors: [CHANGED] };
}

const refusedCorrection = (
  { index, row }: Numbered,
  { code, ...error }: CorrectionFault,
): ReceiptItem => ({
  ...{ index, recordId: row.recordId, result: 'rejected', code, errors: [error] },
});

const CHANGED = {
  field: 'recordId',
  message: 'was sent before with other content; send a correction under a new recordId',
};

function invalid(raw: unknown, errors: readonly ItemFault[]): Omit<ReceiptItem, 'index'> {
  const claimed = (raw as { recordId?: unknown } | null)?.recordId;
  // Kept in the receipt, so only what is surely an id and no person's data.
  const named = typeof claimed === 'string' && !errors.some((e) => e.field === 'recordId');
  return { recordId: named ? claimed : null, result: 'rejected', code: 'invalid', errors };
}

const travellerOf = ({ familyName, givenNames, bornOn }: MovementTraveller) => [
  ...[familyName, givenNames, bornOn],
];

/** All that was reported, in one form: the same moment in another offset is the same content. */
const contentOf = (item: MovementItem, token: Buffer): string =>
  JSON.stringify([
    item.kind,
    item.port,
    Temporal.Instant.from(item.happenedAt).toString(),
    item.authorisedUntil ?? null,
    token.toString('hex'),
    // Left out of all others, whose digests are older than these.
    ...(item.corrects ? [item.corrects] : []),
    ...(item.traveller ? [travellerOf(item.traveller)] : []),
  ]);

import type { Instant } from '#kernel';
import { columnsOf, inStates, moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type QueryDeepPartialEntity } from 'typeorm';
import {
  movementLifecycle,
  underWayStates,
  type MovementEvent,
} from '../domain/movement.lifecycle.ts';
import { Movement, MovementBatch } from './movement.entity.ts';
import type { ReceiptItem } from './receipt.ts';

const movementTable = stateTable('movement', movementLifecycle);
const LIST_MAX = 200;

/** What is known of a border system's record before anybody looked for its traveller. */
export type NewMovement = Omit<Movement, Unknown>;
type Unknown =
  | ('personId' | 'documentId' | 'state' | 'version' | 'searchedAt')
  | ('source' | 'importId' | 'programmeCode');

@Injectable()
export class MovementStore {
  /** False when this client used the key before; waits for a call with the same key to end. */
  addBatch(tx: Tx, batch: Omit<MovementBatch, 'receipt' | 'arrivedAt'>): Promise<boolean> {
    return inserted(tx, MovementBatch, [batch]).then((ids) => ids.size === 1);
  }

  batchByKey(tx: Tx, clientId: string, idempotencyKey: string): Promise<MovementBatch | null> {
    return tx.manager.getRepository(MovementBatch).findOneBy({ clientId, idempotencyKey });
  }

  batch(tx: Tx, id: string): Promise<MovementBatch> {
    return tx.manager.getRepository(MovementBatch).findOneByOrFail({ id });
  }

  batchOf(tx: Tx, clientId: string, id: string): Promise<MovementBatch | null> {
    return tx.manager.getRepository(MovementBatch).findOneBy({ id, clientId });
  }

  /** Of one client's records, by their ids of ours. */
  async byIds(
    tx: Tx,
    clientId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Movement>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.manager.getRepository(Movement).findBy({ clientId, id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  async keepReceipt(tx: Tx, batchId: string, receipt: ReceiptItem[]): Promise<void> {
    await tx.manager.getRepository(MovementBatch).update({ id: batchId }, { receipt });
  }

  /** Adds what this client has not reported before, all at once; returns the ids that were new. */
  addAll(tx: Tx, movements: readonly NewMovement[]): Promise<ReadonlySet<string>> {
    return inserted(tx, Movement, movements);
  }

  /** What this client reported before under these ids. */
  async byRecords(
    tx: Tx,
    clientId: string,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, Movement>> {
    if (recordIds.length === 0) return new Map();
    const rows = await tx.manager
      .getRepository(Movement)
      .findBy({ clientId, recordId: In([...recordIds]) });
    return new Map(rows.map((row) => [row.recordId, row]));
  }

  /** Which of these records another one of this client corrects, and which one that is. */
  async correctionsOf(
    tx: Tx,
    clientId: string,
    recordIds: readonly string[],
  ): Promise<[corrected: string, by: string][]> {
    if (recordIds.length === 0) return [];
    const rows = await tx.manager
      .getRepository(Movement)
      .findBy({ clientId, corrects: In([...recordIds]) });
    return rows.map((row) => [row.corrects!, row.recordId]);
  }

  /** A border system's record by its own id, locked. */
  lockRecord(tx: Tx, clientId: string, recordId: string): Promise<Movement> {
    return tx.manager
      .getRepository(Movement)
      .findOneOrFail({ where: { clientId, recordId }, lock: { mode: 'pessimistic_write' } });
  }

  /** By which rule a record was used, as it was written down; null when it was not. */
  outcomeOf(tx: Tx, movementId: string): Promise<string | null> {
    return this.lastReason(tx, movementId, 'assessed');
  }

  /** Why a record was set aside last; null when it never was. */
  asideReason(tx: Tx, movementId: string): Promise<string | null> {
    return this.lastReason(tx, movementId, 'set_aside');
  }

  private async lastReason(tx: Tx, movementId: string, event: MovementEvent) {
    const [row] = await tx.query<{ reason: string | null }>(
      `select reason_code as reason from movement_history
       where owner_id = $1 and event = $2 order by seq desc limit 1`,
      [movementId, event],
    );
    return row?.reason ?? null;
  }

  find(tx: Tx, id: string): Promise<Movement | null> {
    return tx.manager.getRepository(Movement).findOneBy({ id });
  }

  /** Of these, the records that have no traveller, locked. */
  lockUnmatched(tx: Tx, ids: readonly string[]): Promise<Movement[]> {
    return tx.manager.getRepository(Movement).find({
      where: { id: In([...ids]), state: 'unmatched' },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The row, locked until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Movement> {
    return tx.manager
      .getRepository(Movement)
      .findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Records of a batch that still wait for a decision, in the order in which they happened. */
  async waitingOf(tx: Tx, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from movement where batch_id = $1 and ${inStates(underWayStates)}
       order by happened_at, id`,
      [batchId],
    );
    return rows.map((r) => r.id);
  }

  async move(
    tx: Tx,
    movement: Movement,
    event: MovementEvent,
    { reasonCode, ...whose }: { reasonCode?: string; personId?: string; documentId?: string } = {},
  ): Promise<void> {
    movement.state = await moveState(tx, movementTable, movement.id, movement.state, event, {
      ...(reasonCode && { reasonCode }),
      values: columnsOf(tx, Movement, whose),
    });
    Object.assign(movement, whose);
  }

  /** A traveller's latest records, the oldest of them first. */
  async ofPerson(tx: Tx, personId: string): Promise<Movement[]> {
    const latest = await tx.manager.getRepository(Movement).find({
      where: { personId },
      order: { happenedAt: 'desc', id: 'desc' },
      take: LIST_MAX,
    });
    return latest.reverse();
  }

  /** A traveller's departures from a moment on that were set aside, the oldest first. */
  departuresAside(tx: Tx, personId: string, from: Instant): Promise<Movement[]> {
    return tx.manager.getRepository(Movement).find({
      where: { state: 'set_aside', kind: 'departed', personId, happenedAt: MoreThanOrEqual(from) },
      order: { happenedAt: 'asc', id: 'asc' },
      take: LIST_MAX,
    });
  }
}

async function inserted<E extends { id: string }>(
  tx: Tx,
  entity: new () => E,
  rows: readonly Partial<E>[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(rows as QueryDeepPartialEntity<E>[])
    .orIgnore()
    .returning('id')
    .execute();
  return new Set((added.raw as { id: string }[]).map((row) => row.id));
}

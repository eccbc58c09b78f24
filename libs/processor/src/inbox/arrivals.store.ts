import { toDate } from '#kernel';
import { sqlStateOf, Wake } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcessorEvent } from '../processor.port.ts';

interface Waiting {
  readonly event: ProcessorEvent;
  readonly bodySha256: Buffer | null;
  readonly stored: (fresh: boolean) => void;
  readonly failed: (error: unknown) => void;
}

const BATCH_MAX = 100;
// The processor sends again what was not acknowledged; a database that is away must not fill memory.
const WAITING_MAX = 2_000;

const INSERT = `insert into processor_event
  (id, type, object_id, object_kind, our_id, api_version, livemode, created_at, body_sha256)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[],
    $7::boolean[], $8::timestamptz[], $9::bytea[])
  on conflict (id) do nothing returning id`;

/**
 * Stores arriving events. An answer comes only after the commit; a commit costs a write to disk, so
 * one statement is under way at a time, and what arrives meanwhile, or in the same turn, shares the
 * next one. A lone event waits for nobody. One statement is its own transaction: there is no context
 * to set, since the inbox holds nobody's data.
 */
@Injectable()
export class Arrivals {
  private readonly waiting: Waiting[] = [];
  private isStoring = false;

  constructor(
    private readonly source: DataSource,
    private readonly wake: Wake,
  ) {}

  /** Fresh when the event was not stored before. */
  store(event: ProcessorEvent, bodySha256: Buffer | null): Promise<{ fresh: boolean }> {
    if (this.waiting.length >= WAITING_MAX) {
      return Promise.reject(new Error(`${WAITING_MAX} events wait to be stored`));
    }
    return new Promise((resolve, failed) => {
      const stored = (fresh: boolean) => resolve({ fresh });
      this.waiting.push({ event, bodySha256, stored, failed });
      if (this.isStoring) return;
      this.isStoring = true;
      setImmediate(() => void this.storeAll());
    });
  }

  private async storeAll(): Promise<void> {
    while (this.waiting.length > 0) await this.insert(this.waiting.splice(0, BATCH_MAX));
    this.isStoring = false;
  }

  private async insert(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await this.source.query<{ id: string }[]>(INSERT, columnsOf(batch));
      const fresh = new Set(rows.map((row) => row.id));
      if (fresh.size > 0) this.wake.call();
      // Of two of the same id in one batch, the first was stored: delete tells whether it was there.
      for (const { event, stored } of batch) stored(fresh.delete(event.id));
    } catch (error) {
      // One bad row must not take the others with it; a database that is away refuses them all.
      if (batch.length > 1 && isOfData(error)) for (const one of batch) await this.insert([one]);
      else for (const { failed } of batch) failed(error);
    }
  }
}

/** What a value is, or a constraint says of it. */
const isOfData = (error: unknown): boolean => /^2[23]/.test(sqlStateOf(error) ?? '');

const columnsOf = (batch: readonly Waiting[]): unknown[] => [
  batch.map(({ event }) => event.id),
  batch.map(({ event }) => event.type),
  batch.map(({ event }) => event.objectId),
  batch.map(({ event }) => event.objectKind),
  batch.map(({ event }) => event.ourId),
  batch.map(({ event }) => event.apiVersion),
  batch.map(({ event }) => event.livemode),
  batch.map(({ event }) => toDate(event.createdAt)),
  batch.map(({ bodySha256 }) => bodySha256),
];

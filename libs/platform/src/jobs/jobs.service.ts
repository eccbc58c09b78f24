import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PgBoss, type Db } from 'pg-boss';
import { toDate, type Instant } from '#kernel';
import { Config } from '../config/config.ts';
import type { Tx } from '../database/context.ts';
import type { QueueName } from './queues.ts';

/** Ids and codes only: no personal data may stand in a job. */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

// The migrator makes the schema and the queues; a process only sends and works.
const HANDS_OFF = { migrate: false, createSchema: false } as const;

/**
 * With a singletonKey, a second job is not made while one with the same key is waiting; the queue must
 * have the policy `short` for that. Of what waits, the highest priority comes first.
 */
export interface JobOptions {
  readonly singletonKey?: string;
  readonly startAfter?: Instant;
  readonly priority?: number;
}

const within = (tx: Tx): Db => ({
  executeSql: async (sql, params = []) => {
    await tx.sendAlong(sql, params);
    return { rows: [] }; // nobody asks for the id of a job
  },
});

/** Puts jobs into queues, inside the transaction that makes them true. */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(@Inject(Config) config: Config) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      max: 1,
      ...HANDS_OFF,
      supervise: false,
      schedule: false,
      registerInstance: false,
    });
    this.boss.on('error', () => undefined); // a broken connection shows in the send that needs it
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  enqueue(tx: Tx, queue: QueueName, data: JobData, options: JobOptions = {}): Promise<void> {
    return this.enqueueAll(tx, queue, [{ data, ...options }]);
  }

  /** Many of one queue, by one statement. */
  async enqueueAll(
    tx: Tx,
    queue: QueueName,
    jobs: readonly (JobOptions & { readonly data: JobData })[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ data, priority = 0, singletonKey, startAfter }) => ({
      ...{ data, priority },
      ...(singletonKey && { singletonKey }),
      ...(startAfter && { startAfter: toDate(startAfter) }),
    }));
    await this.boss.insert(queue, rows, { db: within(tx) });
  }
}

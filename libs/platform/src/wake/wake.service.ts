import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { describeError } from '../logging/describe-error.ts';

const CHANNEL = 'arrivals';
// Whoever announces itself takes a lock of the whole database for its commit. So it is never the commit
// of what has arrived that does, and never more than twenty a second of one process.
const CALL_EVERY_MS = 50;
const CALL = `select set_config('synchronous_commit', 'off', true), pg_notify('${CHANNEL}', '')`;
const AFTER_LOSS_MS = 1_000;

/**
 * Wakes the worker when something has arrived for it. A call may be lost, and nothing may depend on
 * one: whoever sleeps looks for itself every second.
 */
@Injectable()
export class Wake {
  private readonly log = new Logger(Wake.name);
  private next?: NodeJS.Timeout;
  private calledAt = -Infinity;

  constructor(
    private readonly source: DataSource,
    @Inject(Config) private readonly config: Pick<Config, 'databaseUrl'>,
  ) {}

  /** Call it after the commit. Several within a moment are one. */
  call(): void {
    if (this.next) return;
    const wait = Math.max(0, this.calledAt + CALL_EVERY_MS - performance.now());
    this.next = setTimeout(() => {
      delete this.next;
      this.calledAt = performance.now();
      this.source.query(CALL).catch((e: unknown) => {
        this.log.warn(`the worker was not called: ${describeError(e).message}`);
      });
    }, wait).unref();
  }

  /** Hears calls until told to stop, on a connection of its own; a lost one is made anew. */
  async listen(onCall: () => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.listenOnce(onCall, signal).catch((e: unknown) => {
        this.log.warn(`calls are not heard: ${describeError(e).message}`);
      });
      await sleep(AFTER_LOSS_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async listenOnce(onCall: () => void, signal: AbortSignal): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'wake',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const over = new Promise<void>((done) => {
      client.on('end', done);
      client.on('error', () => done());
      signal.addEventListener('abort', () => done(), { once: true });
    });
    client.on('notification', onCall);
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      onCall(); // what arrived meanwhile was not heard
      await over;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Config } from '../config/config.ts';
import { describeError } from '../logging/describe-error.ts';
import type { JobData } from './jobs.service.ts';
import type { QueueName } from './queues.ts';

export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<void>;

/** How a queue is worked by this process. */
export interface Work {
  /** How many of its jobs may run at once. */
  readonly lanes?: number;
  /**
   * How often each lane looks when there was nothing: the least that an idle process costs. A queue whose
   * jobs call is looked at for lost calls only.
   */
  readonly everySeconds?: number;
}

const STOP_WITHIN_MS = 10_000;
// A job that is tried again after a worker died calls nobody.
const LOST_CALL_SECONDS = 10;

/**
 * Works the queues, in the worker only. A handler that throws is tried again as its queue says;
 * a worker that dies is noticed by its missing heartbeat or the job's expiry.
 */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly boss: PgBoss;
  private started?: Promise<unknown>;

  constructor(@Inject(Config) config: Config) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      max: 4,
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
    });
    this.boss.on('error', (e) => this.log.error(describeError(e).message));
  }

  async work(queue: QueueName, handler: JobHandler, work: Work = {}): Promise<void> {
    await this.start();
    const { lanes = 1, everySeconds = 1 } = work;
    const how = {
      pollingIntervalSeconds: everySeconds,
      notifyPollingIntervalSeconds: LOST_CALL_SECONDS,
      batchSize: 1,
      localConcurrency: lanes,
      // As long as there is a job, the next one is not waited for.
      burstWhenBatchFull: true,
    };
    await this.boss.work(queue, how, async (jobs) => {
      for (const job of jobs) await this.run(queue, handler, job.data as JobData, job.signal);
    });
  }

  /** Runs a queue's handler on a timetable. The first run may come at once. */
  async schedule(queue: QueueName, cron: string, data: JobData = {}): Promise<void> {
    await this.start();
    await this.boss.schedule(queue, cron, data);
  }

  /** Before anything else goes: a job that still runs needs the database and the mail server. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  private async run(q: QueueName, handler: JobHandler, data: JobData, signal: AbortSignal) {
    try {
      await handler(data, signal);
    } catch (e) {
      // The queue keeps what is thrown, with everything that hangs on it: so not the error itself.
      const { type, message } = describeError(e);
      this.log.warn(`${q} failed and will be tried again: ${message}`);
      throw new Error(`${type}: ${message}`);
    }
  }

  private start(): Promise<unknown> {
    return (this.started ??= this.boss.start());
  }
}

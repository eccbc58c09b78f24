import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { Config } from '../config/config.ts';
import { describeError } from '../logging/describe-error.ts';
import type { JobData } from './jobs.service.ts';
import { DUE } from './due.queries.ts';
import { CALLED_QUEUES, type QueueName } from './queues.ts';

export type JobHandler = (data: JobData, signal: AbortSignal) => Promise<void>;

/** How a queue is worked by this process. */
export interface Work {
  /** How many of its jobs may run at once. Several lanes do not look by themselves: one look serves them. */
  readonly lanes?: number;
  /** How many of them one look takes. Those that are taken together wait for the slowest of them. */
  readonly together?: number;
  /**
   * How often a lane looks when there was nothing: the least that an idle process costs. One of a queue
   * whose jobs call looks when it is called.
   */
  readonly everySeconds?: number;
}

const STOP_WITHIN_MS = 10_000;
// With a missing heartbeat's ten seconds and the pause before the next try, a job of a worker that died
// is with another one within half a minute (drills/worker).
const MISSED_LOOK_SECONDS = 10;
// Nobody calls for a job that is tried again or begins later, nor for those that come in masses; one
// statement looks for all of them.
const DUE_LOOK_MS = 2_000;
// To take a job costs the queue as much as to take some, and so does telling it how they ended.
const TAKEN_TOGETHER = 4;
// So seldom does a lane that is called look by itself, for the day on which the look above is broken.
const UNCALLED_SECONDS = 60;

/**
 * Works the queues, in the worker only. A handler that throws is tried again as its queue says;
 * a worker that dies is noticed by its missing heartbeat or the job's expiry.
 */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly boss: PgBoss;
  private started?: Promise<unknown>;
  /** What takes the jobs of each queue, by the names that pg-boss gives them. */
  private readonly lanes = new Map<QueueName, string[]>();
  /** Queues whose takers do not look by themselves. */
  private readonly blind = new Set<QueueName>();
  private looking?: NodeJS.Timeout;

  constructor(@Inject(Config) config: Config) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      max: 4,
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
      // Nobody reads its register of instances, whose watch over this process wakes it fifty times a second.
      registerInstance: false,
      superviseIntervalSeconds: MISSED_LOOK_SECONDS,
      // Less, so that another worker's look shortly before its death does not take the place of ours.
      monitorIntervalSeconds: MISSED_LOOK_SECONDS / 2,
    });
    this.boss.on('error', (e) => this.log.error(describeError(e).message));
  }

  async work(queue: QueueName, handler: JobHandler, work: Work = {}): Promise<void> {
    await this.start();
    const { lanes = 1, together = TAKEN_TOGETHER, everySeconds = 1 } = work;
    const opened = this.lanes.get(queue) ?? [];
    this.lanes.set(queue, opened);
    if (lanes > 1 || CALLED_QUEUES.has(queue)) this.blind.add(queue);
    const rest = lanes > 1 ? UNCALLED_SECONDS : everySeconds;
    for (let left = lanes; left > 0; left -= together) {
      opened.push(await this.openLanes(queue, handler, rest, Math.min(left, together)));
    }
  }

  /** As long as there is a job, the next one is not waited for: only who found none rests. */
  private async openLanes(
    queue: QueueName,
    handler: JobHandler,
    everySeconds: number,
    together: number,
  ): Promise<string> {
    const how = {
      pollingIntervalSeconds: everySeconds,
      notifyPollingIntervalSeconds: UNCALLED_SECONDS,
      batchSize: together,
      perJobResults: true,
    } as const;
    const taker = { id: '' };
    taker.id = await this.boss.work<JobData, void, typeof how>(queue, how, async (jobs) => {
      const ends = await Promise.all(jobs.map((job) => this.run(queue, handler, job)));
      this.boss.notifyWorker(taker.id);
      return ends;
    });
    return taker.id;
  }

  /** Runs a queue's handler on a timetable. The first run may come at once. */
  async schedule(queue: QueueName, cron: string, data: JobData = {}): Promise<void> {
    await this.start();
    await this.boss.schedule(queue, cron, data);
  }

  /** Has a queue looked into now: for whoever has just put many jobs that do not call. */
  wake(queue: QueueName): void {
    for (const lane of this.lanes.get(queue) ?? []) this.boss.notifyWorker(lane);
  }

  /** Before anything else goes: a job that still runs needs the database and the mail server. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.looking);
    if (this.started) await this.boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  private async run(queue: QueueName, handler: JobHandler, job: Job<JobData>): Promise<JobResult> {
    try {
      await handler(job.data, job.signal);
      return { id: job.id, status: 'completed' };
    } catch (e) {
      // The queue keeps what is thrown, with everything that hangs on it: so not the error itself.
      const { type, message } = describeError(e);
      this.log.warn(`${queue} failed and will be tried again: ${message}`);
      return { id: job.id, status: 'failed', output: { message: `${type}: ${message}` } };
    }
  }

  private start(): Promise<unknown> {
    return (this.started ??= this.boss.start().then(() => {
      this.looking = setInterval(() => void this.lookForDue(), DUE_LOOK_MS);
    }));
  }

  /** Wakes the lanes that do not look by themselves, where something is due for which nobody called. */
  private async lookForDue(): Promise<void> {
    if (this.blind.size === 0) return;
    try {
      const { rows } = await this.boss.getDb().executeSql(DUE, [[...this.blind]]);
      for (const { name } of rows as { name: QueueName }[]) this.wake(name);
    } catch (e) {
      this.log.error(describeError(e).message);
    }
  }
}

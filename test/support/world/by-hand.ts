// The worker as it is composed for production, but worked by hand: nothing polls, waits or keeps time,
// so that a test knows when there is nothing left to do, and what was done before a certain moment.
import { Database, JobRunner, type JobHandler, type Swept } from '#platform';
import { EventInbox } from '#processor';
import { Test, type TestingModule } from '@nestjs/testing';
import { PgBoss } from 'pg-boss';
import { factRouterOf } from '../../../apps/worker/src/facts.ts';
import { InboxLoop } from '../../../apps/worker/src/inbox.loop.ts';
import { OracleWatch } from '../../../apps/worker/src/oracle-watch.service.ts';
import { Sweep, SWEPT } from '../../../apps/worker/src/sweep.service.ts';
import { WorkerModule } from '../../../apps/worker/src/worker.module.ts';
import { testConfig } from '../app.ts';
import type { Env } from './process.ts';

type QueueName = Parameters<JobRunner['work']>[0];

/** Sweeps run when they are asked to; mail has a worker of its own (mailing.ts). */
const LEFT_ALONE: ReadonlySet<QueueName> = new Set(['sweep', 'mail.send', 'mail.open']);
const ROUNDS_MAX = 50;

/** Takes what each queue has when it is told to, by the handlers that the programs register. */
class JobsByHand implements Pick<JobRunner, 'work' | 'schedule' | 'beforeApplicationShutdown'> {
  private readonly handlers = new Map<QueueName, JobHandler>();
  private readonly boss: PgBoss;
  private started?: Promise<unknown>;

  constructor(databaseUrl: string) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      max: 2,
      ...{ migrate: false, createSchema: false, schedule: false, supervise: false },
      ...{ registerInstance: false, reindex: false, monitorVacuum: false },
    });
    this.boss.on('error', () => undefined); // what breaks a call rejects it as well
  }

  work(queue: QueueName, handler: JobHandler): Promise<void> {
    this.handlers.set(queue, handler);
    return Promise.resolve();
  }

  schedule(): Promise<void> {
    return Promise.resolve();
  }

  get queues(): readonly QueueName[] {
    return [...this.handlers.keys()];
  }

  /** What is due now, once. Returns how many jobs were taken. */
  async once(): Promise<number> {
    await this.start();
    let taken = 0;
    const waiting = await this.waiting();
    for (const [queue, handler] of this.handlers) {
      if (LEFT_ALONE.has(queue) || !waiting.has(queue)) continue;
      for (const job of await this.boss.fetch(queue)) {
        await this.one(queue, handler, job);
        taken++;
      }
    }
    return taken;
  }

  /** The queues that have something due: to ask each of them takes longer than all the work there is. */
  private async waiting(): Promise<ReadonlySet<string>> {
    const due = `select distinct name from pgboss.job
      where state in ('created', 'retry') and start_after <= clock_timestamp()`;
    const found: { rows: { name: string }[] } = await this.boss.getDb().executeSql(due);
    return new Set(found.rows.map(({ name }) => name));
  }

  /** Jobs whose worker is missed are given to others. */
  async missDeadWorkers(): Promise<void> {
    await this.start();
    await this.boss.supervise();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: false });
  }

  private async one(
    queue: QueueName,
    handler: JobHandler,
    { id, data }: { id: string; data: unknown },
  ): Promise<void> {
    try {
      await handler(data as Parameters<JobHandler>[0], new AbortController().signal);
      await this.boss.complete(queue, id);
    } catch (e) {
      await this.boss.fail(queue, id, { message: (e as Error).message });
    }
  }

  private start(): Promise<unknown> {
    return (this.started ??= this.boss.start());
  }
}

export class WorkerByHand {
  private constructor(
    readonly app: TestingModule,
    private readonly jobs: JobsByHand,
  ) {}

  static async start(databaseUrl: string, env: Env): Promise<WorkerByHand> {
    const jobs = new JobsByHand(databaseUrl);
    const imports = [WorkerModule.forRoot(testConfig(databaseUrl, env))];
    const builder = Test.createTestingModule({ imports });
    for (const [token, instead] of [
      [JobRunner, jobs],
      [InboxLoop, {}],
      [OracleWatch, {}],
    ] as const) {
      builder.overrideProvider(token).useValue(instead);
    }
    const quiet = () => undefined; // failures are made on purpose
    builder.setLogger({ log: quiet, warn: quiet, error: quiet });
    return new WorkerByHand(await (await builder.compile()).init(), jobs);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** Events and jobs until there are none; then it asks the processor for news, and works those. */
  async work(): Promise<void> {
    const inbox = this.app.get(EventInbox);
    const router = factRouterOf(this.app);
    for (let rounds = 0; rounds < ROUNDS_MAX; rounds++) {
      const done = (await inbox.pollOnce(router)) + (await this.jobs.once());
      if (done === 0 && (await inbox.listFromProcessor()) === 0) return;
    }
    throw new Error('the worker does not come to rest');
  }

  /** Jobs until there are none. It does not ask for news. */
  async workJobs(): Promise<void> {
    for (let rounds = 0; rounds < ROUNDS_MAX; rounds++) {
      if ((await this.jobs.once()) === 0) return;
    }
    throw new Error('the jobs do not come to an end');
  }

  /** What it works, by the names that programs and libraries give. */
  get queues(): readonly string[] {
    return this.jobs.queues;
  }
  get sweepParts(): readonly string[] {
    return [...this.parts.keys()];
  }

  async sweepPart(name: string): Promise<void> {
    const part = this.parts.get(name);
    if (!part) throw new Error(`no part of the sweep is called ${name}`);
    await part();
  }

  private get parts(): ReadonlyMap<string, () => Promise<unknown>> {
    const libraries = this.app.get<readonly Swept[]>(SWEPT);
    return new Map(libraries.flatMap((library) => Object.entries(library.sweepParts())));
  }

  sweep(): Promise<void> {
    return this.app.get(Sweep).run();
  }

  missDeadWorkers(): Promise<void> {
    return this.jobs.missDeadWorkers();
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

// A worker that dies on the way when it is told to: SIGKILL, as a machine that loses its power does.
// The seam is here and not in the shipped code. Its work: `send` disbursements at once and end, dying at
// one of the points that are named so; `assess` batches until it is ended, dying as it cancels that many bonds; `import`
// records that officers bring in, dying with that many chunks written; or `points`: it waits for a line
// that says where to die, and works all there is, dying at the n-th point. Points are each transaction
// with everything in it just before its commit, just after it, and each call of the processor before it
// leaves and with its answer in hand.
import 'reflect-metadata';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ImportWorker, MovementAssessor } from '#departure';
import { Database, JobRunner, type Tx } from '#platform';
import { Processor } from '#processor';
import { DisbursementSender, RefundDecisions } from '#refund';
import type { Orders } from './world/dying.ts';
import { processorAt, startProcess } from './world/process.ts';

const [databaseUrl, emulatorUrl, work, ...how] = process.argv.slice(2);
if (!databaseUrl || !emulatorUrl || !work) throw new Error('three arguments are needed');

/** Nothing runs after this, not even what was about to. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

async function send([ids = '', place = '', diesAt = '1']: readonly string[]): Promise<void> {
  const worker = await startProcess('worker', databaseUrl!, processorAt(emulatorUrl!));
  const points = new Points(Number(diesAt), place);
  watchCommits(worker.get(Database), points);
  watchCalls(worker.get(Processor), points);
  const sender = worker.get(DisbursementSender);
  await Promise.all(ids.split(',').map((id) => sender.send(id)));
  await worker.close();
}

/** Dies with the n-th chunk of an import written and not committed. */
async function bringIn([importId = '', diesAt]: readonly string[]): Promise<void> {
  const worker = await startProcess('worker', databaseUrl!, processorAt(emulatorUrl!));
  const chunks = new Points(Number(diesAt), 'before the commit of movements.import');
  watchCommits(worker.get(Database), chunks);
  await worker.get(ImportWorker).run(importId);
  await worker.close();
}

async function assess([diesAt]: readonly string[]): Promise<void> {
  const worker = await startProcess('worker', databaseUrl!, processorAt(emulatorUrl!));
  const decisions = worker.get(RefundDecisions);
  const cancel = decisions.cancelByRule.bind(decisions);
  let cancelled = 0;
  decisions.cancelByRule = async (...asked) => {
    await cancel(...asked);
    cancelled += 1;
    // In the middle of the batch, with one bond's transaction still open.
    if (cancelled === Number(diesAt)) await die();
  };
  const [assessor, sender] = [worker.get(MovementAssessor), worker.get(DisbursementSender)];
  const runner = worker.get(JobRunner);
  await runner.work('movements.assess', (d) => assessor.assessBatch(String(d['batchId'])));
  await runner.work('disbursement.send', (d) => sender.send(String(d['disbursementId'])));
  process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));
}

/** Every call of the port: a new one does not compile until it is here. */
const CALLS = Object.keys({
  ...{
    createCustomer: 0,
    getCash: 0,
    openCheckout: 0,
    getCheckout: 0,
    expireCheckout: 0,
    findCheckouts: 0,
  },
  ...{ getPayment: 0, getRefund: 0, listRefunds: 0, getDispute: 0, listDisputes: 0 },
  ...{ createRefund: 0, listEvents: 0, getWarning: 0, getBalance: 0, listMovements: 0 },
  ...{ uploadEvidence: 0, submitEvidence: 0, acceptDispute: 0 },
} satisfies Record<keyof Processor, 0>) as (keyof Processor)[];

class Points {
  private passed = 0;

  constructor(
    private readonly diesAt: number,
    /** The only one that counts, if it is named. */
    private readonly counted?: string,
  ) {}

  /** Says where it is, then goes on or does not. */
  async at(place: string): Promise<void> {
    if (this.counted && this.counted !== place) return;
    this.passed += 1;
    writeSync(1, `${this.passed} ${place}\n`);
    if (this.passed === this.diesAt) await die();
  }
}

function watchCommits(database: Database, points: Points): void {
  const write = database.write.bind(database);
  database.write = async (ctx, fn) => {
    const who = ctx.actor.kind === 'system' ? ctx.actor.name : ctx.actor.kind;
    const answer = await write(ctx, async (tx: Tx) => {
      const made = await fn(tx);
      await points.at(`before the commit of ${who}`);
      return made;
    });
    await points.at(`after the commit of ${who}`);
    return answer;
  };
}

function watchCalls(processor: Processor, points: Points): void {
  const calls = processor as unknown as Record<string, (asked: unknown) => Promise<unknown>>;
  for (const name of CALLS) {
    const call = calls[name]!.bind(processor);
    calls[name] = async (asked) => {
      await points.at(`before ${name}`);
      const answer = await call(asked);
      await points.at(`after ${name}`);
      return answer;
    };
  }
}

async function workToAPoint(): Promise<void> {
  const { WorkerByHand } = await import('./world/by-hand.ts');
  const worker = await WorkerByHand.start(databaseUrl!, processorAt(emulatorUrl!));
  const lines = createInterface({ input: process.stdin });
  lines.once('close', () => setImmediate(() => process.exit(2))); // whoever started it is gone
  const [line] = (await once(lines, 'line')) as [string];
  lines.removeAllListeners('close');
  const { point, sweeps } = JSON.parse(line) as Orders;
  const points = new Points(point);
  watchCommits(worker.database, points);
  watchCalls(worker.app.get(Processor), points);
  for (const name of sweeps) await worker.sweepPart(name);
  await worker.work();
  process.exit(0); // it has come to rest; what is open ends with it
}

const works: Record<string, () => Promise<void>> = {
  send: () => send(how),
  assess: () => assess(how),
  import: () => bringIn(how),
  points: workToAPoint,
};
await works[work]!();

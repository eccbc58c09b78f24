// A worker that dies on the way when it is told to: SIGKILL, as a machine that loses its power does.
// The seam is here and not in the shipped code. Its work: `send` one disbursement and end, dying before
// or after the call; `assess` batches until it is ended, dying as it cancels that many bonds; or
// `import` records that officers bring in, dying with that many chunks written.
import 'reflect-metadata';
import { ImportWorker, MovementAssessor } from '#departure';
import { JobRunner } from '#platform';
import { Processor } from '#processor';
import { DisbursementSender, RefundDecisions } from '#refund';
import { MovementImportStore } from '../../libs/travel/src/import/movement-import.store.ts';
import { processorAt, startProcess } from './world/process.ts';

const [databaseUrl, emulatorUrl, work, ...how] = process.argv.slice(2);
if (!databaseUrl || !emulatorUrl || !work) throw new Error('three arguments are needed');
const worker = await startProcess('worker', databaseUrl, processorAt(emulatorUrl));

/** Nothing runs after this, not even what was about to. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

async function send([disbursementId = '', dies]: readonly string[]): Promise<void> {
  const processor = worker.get(Processor);
  const createRefund = processor.createRefund.bind(processor);
  processor.createRefund = async (wish) => {
    if (dies === 'before-call') await die();
    const answer = await createRefund(wish);
    if (dies === 'after-call') await die();
    return answer;
  };
  await worker.get(DisbursementSender).send(disbursementId);
  await worker.close();
}

async function assess([diesAt]: readonly string[]): Promise<void> {
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

/** Dies with the n-th chunk of an import written and not committed. */
async function bringIn([importId = '', diesAt]: readonly string[]): Promise<void> {
  const store = worker.get(MovementImportStore, { strict: false });
  const progressed = store.progressed.bind(store);
  let chunks = 0;
  store.progressed = async (...asked) => {
    await progressed(...asked);
    chunks += 1;
    if (chunks === Number(diesAt)) await die();
  };
  await worker.get(ImportWorker).run(importId);
  await worker.close();
}

const works = { send, assess, import: bringIn } as const;
await works[work as keyof typeof works](how);

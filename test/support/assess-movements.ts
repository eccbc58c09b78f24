// A worker that assesses border records, and dies on the way when it is told to: SIGKILL, as a
// machine that loses its power does. The seam is here and not in the shipped code.
import 'reflect-metadata';
import { MovementAssessor } from '#departure';
import { JobRunner } from '#platform';
import { DisbursementSender, RefundDecisions } from '#refund';
import { startWorldProcess } from './world-process.ts';

const [databaseUrl, emulatorUrl, diesAt] = process.argv.slice(2);
if (!databaseUrl || !emulatorUrl) throw new Error('two arguments are needed');

const worker = await startWorldProcess('worker', databaseUrl, emulatorUrl);
const decisions = worker.get(RefundDecisions);
const cancel = decisions.cancelByRule.bind(decisions);
let cancelled = 0;
decisions.cancelByRule = async (...asked) => {
  await cancel(...asked);
  cancelled += 1;
  // In the middle of the batch, with one bond's transaction still open.
  if (cancelled === Number(diesAt)) {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  }
};
const runner = worker.get(JobRunner);
const assessor = worker.get(MovementAssessor);
const sender = worker.get(DisbursementSender);
await runner.work('movements.assess', (d) => assessor.assessBatch(String(d['batchId'])));
await runner.work('disbursement.send', (d) => sender.send(String(d['disbursementId'])));
process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));

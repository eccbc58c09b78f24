// A worker that sends one disbursement, and dies on the way when it is told to: SIGKILL, as a
// machine that loses its power does. The seam is here and not in the shipped code.
import 'reflect-metadata';
import { Processor } from '#processor';
import { DisbursementSender } from '#refund';
import { startWorldProcess } from './world-process.ts';

const [databaseUrl, emulatorUrl, disbursementId, dies] = process.argv.slice(2);
if (!databaseUrl || !emulatorUrl || !disbursementId) throw new Error('three arguments are needed');

/** Nothing runs after this, not even what was about to. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const worker = await startWorldProcess('worker', databaseUrl, emulatorUrl);
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

import { DaySealing } from '#audit';
import { TellingBalances } from '#ledger';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../apps/worker/src/worker.module.ts';
import { testConfig } from './app.ts';
import type { TestDatabase } from './database.ts';

/** A worker that is not started: days are closed, and balances told, when the test says so. */
export async function sealingWorker(db: TestDatabase, folder: string) {
  const config = testConfig(db.url('worker'), { DAY_SEALS_FOLDER: folder });
  const imports = [WorkerModule.forRoot(config)];
  const worker = await Test.createTestingModule({ imports }).compile();
  worker.useLogger(false);
  return {
    sealing: worker.get(DaySealing),
    telling: worker.get(TellingBalances),
    close: () => worker.close(),
  };
}

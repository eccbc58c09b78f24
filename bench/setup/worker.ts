// The worker's libraries in this process, as its app composes them, with the worker's own login.
import { BondEscrowModule } from '#bond-escrow';
import { loadConfig, PlatformModule } from '#platform';
import { Processor } from '#processor';
import { ProcessorModule } from '#processor';
import { RefundModule } from '#refund';
import { Test, type TestingModule } from '@nestjs/testing';
import { environmentOf } from '../../tools/processes.ts';
import { benchWorld } from './world.ts';
import type { BenchDatabase } from './database.ts';

/** `processor` takes the place of Stripe; everything else is what the worker runs. */
export async function startWorker(
  db: BenchDatabase,
  processor: Partial<Processor> = {},
): Promise<TestingModule> {
  const config = loadConfig(environmentOf(await benchWorld(db), 'worker'));
  const platform = PlatformModule.forRoot({ process: 'worker', config });
  const imports = [platform, ProcessorModule, BondEscrowModule, RefundModule];
  const made = Test.createTestingModule({ imports });
  const app = await made.overrideProvider(Processor).useValue(processor).compile();
  return app.init();
}

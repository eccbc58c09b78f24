// One process of the portal as a test runs it: all libraries, with that process's own login.
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { BreachModule } from '#breach';
import { DepartureModule } from '#departure';
import { FiguresModule } from '#figures';
import { IdentityModule } from '#identity';
import { NotificationModule } from '#notification';
import { PlatformModule } from '#platform';
import { ProcessorModule } from '#processor';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { TreasuryModule } from '#treasury';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from '../app.ts';

export type ProcessName = 'portal' | 'officer' | 'api' | 'worker';
export type Env = Readonly<Record<string, string>>;

const libraries = [
  ...[IdentityModule, NotificationModule, ApplicationModule, BondEscrowModule, ProcessorModule],
  ...[TravelModule, RefundModule, DepartureModule, BreachModule, FiguresModule, TreasuryModule],
];

/** Settings under which a process asks this emulator and no other. */
export const processorAt = (url: string): Env => ({
  STRIPE_API_BASE: url,
  STRIPE_CHECKOUT_ORIGIN: url,
});

/** Without a webhook secret the worker lists the processor's events. */
export async function startProcess(
  process: ProcessName,
  databaseUrl: string,
  env: Env = {},
): Promise<TestingModule> {
  const platform = PlatformModule.forRoot({ process, config: testConfig(databaseUrl, env) });
  const builder = Test.createTestingModule({ imports: [platform, ...libraries] });
  const quiet = () => undefined; // failures are made on purpose
  builder.setLogger({ log: quiet, warn: quiet, error: quiet });
  return (await builder.compile()).init();
}

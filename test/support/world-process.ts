// One process of the portal as a test runs it: all libraries, with that process's own login.
import { ApplicationModule } from '#application';
import { BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { PlatformModule } from '#platform';
import { ProcessorModule } from '#processor';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from './app.ts';

export type ProcessName = 'portal' | 'officer' | 'api' | 'worker';

/** Without a webhook secret the worker lists the processor's events. */
export async function startWorldProcess(
  process: ProcessName,
  databaseUrl: string,
  emulatorUrl: string,
  webhookSecret = '',
): Promise<TestingModule> {
  const config = testConfig(databaseUrl, {
    STRIPE_API_BASE: emulatorUrl,
    STRIPE_CHECKOUT_ORIGIN: emulatorUrl,
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
  });
  const platform = PlatformModule.forRoot({ process, config });
  const libraries = [ApplicationModule, BondEscrowModule, ProcessorModule, TravelModule];
  const imports = [platform, ...libraries, RefundModule, DepartureModule];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

// One process of the portal as a test runs it: all libraries, with that process's own login.
import { applicationEntities, ApplicationModule } from '#application';
import { auditEntities } from '#audit';
import { bondEscrowEntities, BondEscrowModule } from '#bond-escrow';
import { DepartureModule } from '#departure';
import { identityEntities } from '#identity';
import { notificationEntities } from '#notification';
import { PlatformModule } from '#platform';
import { processorEntities, ProcessorModule } from '#processor';
import { programmeEntities } from '#programme';
import { refundEntities, RefundModule } from '#refund';
import { travelEntities, TravelModule } from '#travel';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from './app.ts';

export type ProcessName = 'portal' | 'officer' | 'api' | 'worker';

const entities = [
  ...[...auditEntities, ...notificationEntities, ...programmeEntities, ...identityEntities],
  ...[...applicationEntities, ...processorEntities, ...bondEscrowEntities, ...travelEntities],
  ...refundEntities,
];

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
  const platform = PlatformModule.forRoot({ process, entities, config });
  const libraries = [ApplicationModule, BondEscrowModule, ProcessorModule, TravelModule];
  const imports = [platform, ...libraries, RefundModule, DepartureModule];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

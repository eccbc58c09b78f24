import { loadConfig, PlatformModule, type Config } from '#platform';
import { Test, type TestingModule } from '@nestjs/testing';
import type { TestDatabase } from './database.ts';

// Fixed keys: a test that fails must fail again with the same bytes. They guard nothing.
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
export const TEST_SECRETS = {
  sessionSecret: 'a session secret for tests only, 32+',
  wrappingKey: key('w'),
  indexKey: key('i'),
} as const;

/** Settings of one process under test, with that process's own login in `databaseUrl`. */
export const testConfig = (databaseUrl: string, more: Record<string, string> = {}): Config =>
  loadConfig({
    PORTAL_MODE: 'test',
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: 'sk_test_portal',
    SESSION_SECRET: TEST_SECRETS.sessionSecret,
    WRAPPING_KEY: TEST_SECRETS.wrappingKey,
    INDEX_KEY: TEST_SECRETS.indexKey,
    LOG_LEVEL: 'silent',
    ESCROW_BANK_HOLDER: 'Visa Bond Treasury',
    ESCROW_BANK_ACCOUNT: 'FR7630006000011234567890189',
    ...more,
  });

/** A worker with nothing but the platform. */
export async function startPlatform(db: TestDatabase): Promise<TestingModule> {
  const config = testConfig(db.url('worker'));
  const imports = [PlatformModule.forRoot({ process: 'worker', config })];
  return (await Test.createTestingModule({ imports }).compile()).init();
}

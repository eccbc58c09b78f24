import { type Config, loadConfig } from '#platform';

// Fixed keys: a test that fails must fail again with the same bytes. They guard nothing.
const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');

/** Settings of one process under test, with that process's own login in `databaseUrl`. */
export const testConfig = (databaseUrl: string, more: Record<string, string> = {}): Config =>
  loadConfig({
    PORTAL_MODE: 'test',
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: 'sk_test_portal',
    SESSION_SECRET: 'a session secret for tests only, 32+',
    WRAPPING_KEY: key('w'),
    INDEX_KEY: key('i'),
    LOG_LEVEL: 'silent',
    ...more,
  });

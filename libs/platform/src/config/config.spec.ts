import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from './config.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
const good = {
  PORTAL_MODE: 'demonstration',
  DATABASE_URL: 'postgres://portal@127.0.0.1/portal',
  STRIPE_SECRET_KEY: 'sk_test_1',
  SESSION_SECRET: 'x'.repeat(32),
  WRAPPING_KEY: KEY,
  INDEX_KEY: KEY,
};
const production = {
  ...good,
  PORTAL_MODE: 'production',
  STRIPE_SECRET_KEY: 'rk_live_1',
  STRIPE_WEBHOOK_SECRETS: `whsec_${randomBytes(16).toString('hex')}`,
  SESSION_SECRET: randomBytes(32).toString('base64url'),
  WRAPPING_KEY: randomBytes(32).toString('base64'),
  INDEX_KEY: randomBytes(32).toString('base64'),
  PORTAL_URL: 'https://bond.example',
  OFFICER_URL: 'https://officer.bond.example',
  API_URL: 'https://api.bond.example',
  TRUSTED_PROXIES: '10.0.0.0/8,::1',
};
const problemsOf = (env: Record<string, string | undefined>) => {
  try {
    loadConfig(env);
    return 'usable';
  } catch (e) {
    return e instanceof ConfigError ? e.message : e;
  }
};

test('a good environment is read, with several webhook secrets', () => {
  const config = loadConfig({ ...good, STRIPE_WEBHOOK_SECRETS: 'whsec_1,whsec_2', PORT: '3000' });
  expect([config.port, config.stripe.webhookSecrets]).toEqual([3000, ['whsec_1', 'whsec_2']]);
  expect(problemsOf(production)).toBe('usable');
  expect(loadConfig(production).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  expect(config.trustedProxies).toEqual([]);
});

test.each([
  ['DATABASE_URL', 'mysql://x'],
  ['SESSION_SECRET', 'short'],
  ['WRAPPING_KEY', 'AAAA'],
  ['PORTAL_MODE', 'dev'],
  ['PORT', '70000'],
  ['TRUSTED_PROXIES', 'proxy.example'],
  ['STRIPE_SECRET_KEY', undefined],
])('a bad %s is named', (name, value) => {
  expect(problemsOf({ ...good, [name]: value })).toContain(`${name}:`);
});

test.each([
  ['a live key outside production', { ...good, STRIPE_SECRET_KEY: 'sk_live_1' }],
  ['a test key in production', { ...production, STRIPE_SECRET_KEY: 'sk_test_1' }],
  ['an emulator in production', { ...production, STRIPE_API_BASE: 'http://127.0.0.1:3003' }],
  ['invented accounts in production', { ...production, DEMONSTRATION_ACCOUNTS: 'a.json' }],
  ['plain http in production', { ...production, PORTAL_URL: 'http://bond.example' }],
  ['no proxy in production', { ...production, TRUSTED_PROXIES: '' }],
  ['no webhook secret in production', { ...production, STRIPE_WEBHOOK_SECRETS: '' }],
  ['a worthless secret in production', { ...production, SESSION_SECRET: 'a'.repeat(32) }],
  ['a worthless webhook secret', { ...production, STRIPE_WEBHOOK_SECRETS: 'whsec_1' }],
  ['keys of zeros', { ...production, WRAPPING_KEY: Buffer.alloc(32).toString('base64') }],
  ['one key for two uses', { ...production, INDEX_KEY: production.WRAPPING_KEY }],
  ['a payment page without https', { ...production, STRIPE_CHECKOUT_ORIGIN: 'http://pay.example' }],
])('%s is refused', (_, env) => {
  expect(problemsOf(env)).toContain('The configuration is not usable');
});

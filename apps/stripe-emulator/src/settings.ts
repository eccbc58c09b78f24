/** The only file of the emulator that reads the environment. */

export interface Settings {
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Folder of the state file; undefined (EMULATOR_DATA set to nothing) keeps all in memory. */
  dataDir?: string;
  /** A webhook endpoint that is registered at start, for all events. */
  webhook?: { url: string; secret: string };
  /** How long the processor takes to settle a charge, move a refund on, or retry a webhook. */
  delayMs: number;
  /** How long each write under an idempotency key takes; makes concurrent calls meet. */
  latencyMs: number;
  /** The same calls in the same order get the same ids; in memory only. */
  seed?: number;
  /** Base of the Checkout addresses handed out, when it is not the emulator's own. */
  publicUrl?: string;
}

class WrongSettings extends Error {}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  refuseProduction(env);
  refuseLiveKeys(env);
  const url = env['EMULATOR_WEBHOOK_URL'];
  const secret = env['EMULATOR_WEBHOOK_SECRET'];
  if (Boolean(url) !== Boolean(secret)) {
    throw new WrongSettings('EMULATOR_WEBHOOK_URL and EMULATOR_WEBHOOK_SECRET go together.');
  }
  const publicUrl = env['EMULATOR_PUBLIC_URL'];
  const dataDir = (env['EMULATOR_DATA'] ?? '.data/stripe-emulator') || undefined;
  const seed = env['EMULATOR_SEED'] ? wholeNumber(env, 'EMULATOR_SEED', 0, 2 ** 32 - 1) : undefined;
  if (seed !== undefined && dataDir !== undefined) {
    throw new WrongSettings(
      'EMULATOR_SEED needs EMULATOR_DATA set to nothing: ids that are drawn again would meet those on file.',
    );
  }
  return {
    port: wholeNumber(env, 'STRIPE_EMULATOR_PORT', 3003, 65_535),
    dataDir,
    seed,
    webhook: url && secret ? { url: httpUrl('EMULATOR_WEBHOOK_URL', url), secret } : undefined,
    delayMs: wholeNumber(env, 'EMULATOR_DELAY_MS', 1000, 86_400_000),
    latencyMs: wholeNumber(env, 'EMULATOR_LATENCY_MS', 0, 60_000),
    publicUrl: publicUrl ? httpUrl('EMULATOR_PUBLIC_URL', publicUrl) : undefined,
  };
}

/** In production nobody may take play money for a payment. */
function refuseProduction(env: NodeJS.ProcessEnv): void {
  const name = ['PORTAL_MODE', 'NODE_ENV'].find((key) => env[key] === 'production');
  if (name) throw new WrongSettings(`${name} is production; there Stripe itself is used.`);
}

/** Somebody about to send real keys to a test processor should hear it before the first call. */
function refuseLiveKeys(env: NodeJS.ProcessEnv): void {
  const names = Object.keys(env).filter((name) => /\b[sr]k_live_/.test(env[name] ?? ''));
  if (names.length) {
    throw new WrongSettings(`A live Stripe key is set in ${names.join(', ')}; use a test key.`);
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, max: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new WrongSettings(`${name} must be a whole number from 0 to ${max}, not "${text}".`);
  }
  return value;
}

function httpUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new WrongSettings(`${name} must be an http or https address, not "${text}".`);
  }
  return text.replace(/\/+$/, '');
}

import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { worthlessSecrets } from './secret-strength.ts';

// The only file of apps and libs that reads the environment. docs/settings.md comes from it.

const KEY_BASE64 = /^[A-Za-z0-9+/]{43}=$/;
const URLS = { require_tld: false, require_protocol: true };
const MODES = ['demonstration', 'production', 'test'] as const;
export type Mode = (typeof MODES)[number];

/** What each setting means; secrets are never printed. `npm start` makes those without a default. */
export const SETTINGS: Record<keyof Environment, { about: string; secret?: true }> = {
  PORTAL_MODE: { about: 'demonstration, production or test' },
  DATABASE_URL: { about: 'PostgreSQL, with the login of this process', secret: true },
  PORT: { about: 'Port this process listens on' },
  BIND_ADDRESS: { about: 'Address this process listens on' },
  TRUSTED_PROXIES: {
    about: 'Addresses or networks of the proxies in front, separated by commas',
  },
  PORTAL_URL: { about: 'Public address of the portal, without a slash at the end' },
  OFFICER_URL: { about: 'Public address of the officer site' },
  API_URL: { about: 'Public address of the API; the audience of border clients’ tokens' },
  STRIPE_SECRET_KEY: { about: 'Key of the processor; a restricted key per process', secret: true },
  STRIPE_API_BASE: { about: 'Address of the Stripe emulator; empty for Stripe itself' },
  STRIPE_CHECKOUT_ORIGIN: { about: 'Where the payment page lives; forms may lead there' },
  STRIPE_WEBHOOK_SECRETS: {
    about: 'Signing secrets, separated by commas; without one the worker lists events',
    secret: true,
  },
  REFUNDS_PER_SECOND: { about: 'How many refunds leave in a second, of all workers together' },
  PROCESSOR_HOLDING_DAYS: {
    about: 'How long the processor may hold money: two years in the United States; ask yours',
  },
  SMTP_URL: { about: 'Mail server of the worker', secret: true },
  MAIL_FROM: { about: 'Sender of all mail' },
  CLAMD_ADDRESS: {
    about: 'ClamAV’s daemon as host:port; without it files count as not scanned',
  },
  ESCROW_BANK_HOLDER: {
    about: 'Whose the account is from which refunds are paid by bank; without it none are',
  },
  ESCROW_BANK_ACCOUNT: {
    about: 'That account: an IBAN, or routing number/account number in the United States',
  },
  ESCROW_BANK_CURRENCY: { about: 'The currency of that account, which its statements have' },
  DAY_SEALS_FOLDER: {
    about: 'Folder of the worker that gets a file with the seal of each day; without it none',
  },
  SESSION_SECRET: { about: 'Signs session cookies; at least 32 characters', secret: true },
  WRAPPING_KEY: { about: 'Wraps every data key; 32 bytes in base64', secret: true },
  INDEX_KEY: { about: 'Keys the search tokens; 32 bytes in base64', secret: true },
  DEMONSTRATION_ACCOUNTS: {
    about: 'File with the invented accounts that sign-in pages offer; demonstration only',
  },
  LOG_LEVEL: { about: 'fatal, error, warn, info, debug' },
};

class Environment {
  @IsIn(MODES) PORTAL_MODE!: Mode;
  @Matches(/^postgres(ql)?:\/\//) DATABASE_URL!: string;
  @Type(() => Number) @IsInt() @Min(0) @Max(65_535) PORT = 0;
  @MinLength(2) BIND_ADDRESS = '127.0.0.1';
  @Matches(/^([0-9a-fA-F.:]+(\/\d{1,3})?(,|$))*$/) TRUSTED_PROXIES = '';
  @IsUrl(URLS) PORTAL_URL = 'http://localhost:3000';
  @IsUrl(URLS) OFFICER_URL = 'http://localhost:3001';
  @IsUrl(URLS) API_URL = 'http://localhost:3002';
  @Matches(/^(sk|rk)_(test|live)_\w+$/) STRIPE_SECRET_KEY!: string;
  @IsOptional() @IsUrl(URLS) STRIPE_API_BASE?: string;
  @IsUrl(URLS) STRIPE_CHECKOUT_ORIGIN = 'https://checkout.stripe.com';
  STRIPE_WEBHOOK_SECRETS = '';
  @Type(() => Number) @IsInt() @Min(1) @Max(1_000) REFUNDS_PER_SECOND = 20;
  @Type(() => Number) @IsInt() @Min(10) @Max(3_650) PROCESSOR_HOLDING_DAYS = 730;
  @Matches(/^smtps?:\/\//) SMTP_URL = 'smtp://127.0.0.1:3025';
  @MinLength(3) MAIL_FROM = 'Visa Bond Portal <no-reply@visa-bond.example>';
  @Matches(/^([^:\s]+:\d{1,5})?$/) CLAMD_ADDRESS = '';
  @MaxLength(70) ESCROW_BANK_HOLDER = '';
  @Matches(/^([A-Z]{2}\d{2}[A-Z0-9]{11,30}|\d{9}\/\d{4,17})?$/) ESCROW_BANK_ACCOUNT = '';
  @Matches(/^[A-Z]{3}$/) ESCROW_BANK_CURRENCY = 'USD';
  @MaxLength(4_096) DAY_SEALS_FOLDER = '';
  @MinLength(32) SESSION_SECRET!: string;
  @Matches(KEY_BASE64) WRAPPING_KEY!: string;
  @Matches(KEY_BASE64) INDEX_KEY!: string;
  @IsOptional() @MinLength(1) DEMONSTRATION_ACCOUNTS?: string;
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent']) LOG_LEVEL = 'info';
}

export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n  ${problems.join('\n  ')}`);
    this.name = 'ConfigError';
  }
}

export class Config {
  readonly mode!: Mode;
  readonly databaseUrl!: string;
  readonly port!: number;
  readonly bindAddress!: string;
  /** Whose X-Forwarded-For is believed; empty: nobody's. */
  readonly trustedProxies!: readonly string[];
  readonly portalUrl!: string;
  readonly officerUrl!: string;
  readonly apiUrl!: string;
  readonly stripe!: {
    readonly secretKey: string;
    /** Set only where an emulator stands in for Stripe. */
    readonly apiBase?: string;
    readonly checkoutOrigin: string;
    readonly webhookSecrets: readonly string[];
  };
  /** Of all workers together; Stripe takes 25 of one kind of call. */
  readonly refundsPerSecond!: number;
  /** Days. */
  readonly processorHoldingDays!: number;
  readonly smtpUrl!: string;
  readonly mailFrom!: string;
  /** Null: nothing scans what people send. */
  readonly clamdAddress!: { readonly host: string; readonly port: number } | null;
  /** From which account refunds are paid by bank; empty where the operator has not said. */
  readonly escrowBank!: {
    readonly holder: string;
    readonly account: string;
    readonly currency: string;
  };
  /** Where the seals of days are published; empty where they are not. */
  readonly daySealsFolder!: string;
  readonly sessionSecret!: string;
  /** 32 bytes in base64. */
  readonly wrappingKey!: string;
  /** 32 bytes in base64. */
  readonly indexKey!: string;
  /** A file; set in a demonstration only. */
  readonly demonstrationAccounts?: string;
  readonly logLevel!: string;
}

const present = (env: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.keys(SETTINGS)
      .filter((k) => env[k] !== undefined && env[k] !== '')
      .map((k) => [k, env[k]]),
  );

/** What may not be combined, each with how to mend it. */
function contradictions(e: Environment): string[] {
  const live = e.STRIPE_SECRET_KEY?.includes('_live_');
  const plain = [e.PORTAL_URL, e.OFFICER_URL, e.API_URL].some((u) => !u.startsWith('https://'));
  const production = e.PORTAL_MODE === 'production';
  return [
    live && !production && 'STRIPE_SECRET_KEY: a live key is only for production',
    e.DEMONSTRATION_ACCOUNTS &&
      e.PORTAL_MODE !== 'demonstration' &&
      'DEMONSTRATION_ACCOUNTS: passwords are shown in a demonstration only',
    production && !live && 'STRIPE_SECRET_KEY: production needs a live key',
    production && e.STRIPE_API_BASE && 'STRIPE_API_BASE: production talks to Stripe itself only',
    production && plain && 'PORTAL_URL, OFFICER_URL, API_URL: production needs https addresses',
    // TLS ends in front of us; without this all visitors would have the proxy's address and one limit.
    production && !e.TRUSTED_PROXIES && 'TRUSTED_PROXIES: production needs those in front',
    production && !e.STRIPE_WEBHOOK_SECRETS && 'STRIPE_WEBHOOK_SECRETS: production needs one',
    production &&
      !isSecure(e.STRIPE_CHECKOUT_ORIGIN) &&
      'STRIPE_CHECKOUT_ORIGIN: production needs an https address',
  ].filter((p): p is string => typeof p === 'string');
}

/** What production keeps secret, each under the name of its setting. */
function secretsOf(e: Environment): Map<string, Uint8Array> {
  const webhooks = e.STRIPE_WEBHOOK_SECRETS.split(',').filter(Boolean);
  return new Map<string, Uint8Array>([
    ['SESSION_SECRET', Buffer.from(e.SESSION_SECRET)],
    ['WRAPPING_KEY', Buffer.from(e.WRAPPING_KEY, 'base64')],
    ['INDEX_KEY', Buffer.from(e.INDEX_KEY, 'base64')],
    ...webhooks.map(
      (secret, i) =>
        [`STRIPE_WEBHOOK_SECRETS (${i + 1}.)`, Buffer.from(secret.replace('whsec_', ''))] as const,
    ),
  ]);
}

function addressOf(text: string): Config['clamdAddress'] {
  const [host, port] = text.split(':');
  return host && port ? { host, port: Number(port) } : null;
}

/** Reads and checks the environment once, at start. Throws ConfigError naming each setting. */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const e = plainToInstance(Environment, present(env), { exposeDefaultValues: true });
  const invalid = validateSync(e).map(
    (p) => `${p.property}: ${SETTINGS[p.property as keyof Environment].about}`,
  );
  const isProduction = e.PORTAL_MODE === 'production' && invalid.length === 0;
  const worthless = isProduction ? worthlessSecrets(secretsOf(e)) : [];
  const problems = [...invalid, ...contradictions(e), ...worthless];
  if (problems.length) throw new ConfigError(problems);
  return Object.assign(new Config(), {
    mode: e.PORTAL_MODE,
    databaseUrl: e.DATABASE_URL,
    port: e.PORT,
    bindAddress: e.BIND_ADDRESS,
    escrowBank: {
      holder: e.ESCROW_BANK_HOLDER,
      account: e.ESCROW_BANK_ACCOUNT,
      currency: e.ESCROW_BANK_CURRENCY,
    },
    trustedProxies: e.TRUSTED_PROXIES.split(',').filter(Boolean),
    portalUrl: e.PORTAL_URL,
    officerUrl: e.OFFICER_URL,
    apiUrl: e.API_URL,
    stripe: {
      secretKey: e.STRIPE_SECRET_KEY,
      apiBase: e.STRIPE_API_BASE,
      checkoutOrigin: e.STRIPE_CHECKOUT_ORIGIN,
      webhookSecrets: e.STRIPE_WEBHOOK_SECRETS.split(',').filter(Boolean),
    },
    refundsPerSecond: e.REFUNDS_PER_SECOND,
    processorHoldingDays: e.PROCESSOR_HOLDING_DAYS,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    clamdAddress: addressOf(e.CLAMD_ADDRESS),
    daySealsFolder: e.DAY_SEALS_FOLDER,
    sessionSecret: e.SESSION_SECRET,
    wrappingKey: e.WRAPPING_KEY,
    indexKey: e.INDEX_KEY,
    demonstrationAccounts: e.DEMONSTRATION_ACCOUNTS,
    logLevel: e.LOG_LEVEL,
  });
}

/** True when the site is served over https, and cookies must say so. */
export const isSecure = (url: string): boolean => url.startsWith('https://');

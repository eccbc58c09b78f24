// Our programs and the environment each one gets: for npm start and for tests that run them.
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import type { ChildOptions } from './child.ts';
import type { Login } from './database.ts';

/** In the order in which they are started. */
export const apps = ['portal', 'officer', 'api', 'worker'] as const;
export type App = (typeof apps)[number];
export type Program = App | 'stripe-emulator' | 'mail' | 'time-machine';

export type Ports = Readonly<Record<Program | 'smtp', number>>;

/** Everything that the programs of one installation have in common. */
export interface World {
  readonly mode: 'demonstration' | 'test';
  readonly ports: Ports;
  readonly databaseUrl: (login: Login) => string;
  readonly secrets: {
    readonly sessionSecret: string;
    readonly wrappingKey: string;
    readonly indexKey: string;
  };
  readonly stripe: {
    /** One key a program: they may differ in what Stripe lets them do. */
    readonly keyOf: (app: App) => string;
    readonly isEmulated: boolean;
    readonly webhookSecrets: string;
  };
  readonly logLevel: string;
  /** Invented people whom the sign-in pages offer. */
  readonly accountsFile?: string;
  /** Where the emulator keeps its books; in memory when left out. */
  readonly emulatorFolder?: string;
  /** Where the seals of days are published; nowhere when left out. */
  readonly daySealsFolder?: string;
  /** Where caught mail is kept; a folder of this installation, since two may run on a machine. */
  readonly mailFolder?: string;
}

export const urlOf = (world: World, program: Program) => `http://localhost:${world.ports[program]}`;

function processorSettings(world: World, app: App): Record<string, string> {
  const { stripe } = world;
  const emulator = urlOf(world, 'stripe-emulator');
  return {
    STRIPE_SECRET_KEY: stripe.keyOf(app),
    STRIPE_WEBHOOK_SECRETS: stripe.webhookSecrets,
    ...(stripe.isEmulated && { STRIPE_API_BASE: emulator, STRIPE_CHECKOUT_ORIGIN: emulator }),
  };
}

/** From which account a demonstration pays by bank: an example of the banks' own, nobody's account. */
const INVENTED_BANK = {
  ESCROW_BANK_HOLDER: 'Visa Bond Treasury',
  ESCROW_BANK_ACCOUNT: 'FR7630006000011234567890189',
};

/** The settings of libs/platform/src/config/config.ts for one process. */
export function environmentOf(world: World, app: App, login: Login = app): Record<string, string> {
  return {
    PORTAL_MODE: world.mode,
    DATABASE_URL: world.databaseUrl(login),
    PORT: String(world.ports[app]),
    PORTAL_URL: urlOf(world, 'portal'),
    OFFICER_URL: urlOf(world, 'officer'),
    API_URL: urlOf(world, 'api'),
    SMTP_URL: `smtp://127.0.0.1:${world.ports.smtp}`,
    SESSION_SECRET: world.secrets.sessionSecret,
    WRAPPING_KEY: world.secrets.wrappingKey,
    INDEX_KEY: world.secrets.indexKey,
    LOG_LEVEL: world.logLevel,
    ...INVENTED_BANK,
    ...(world.daySealsFolder && { DAY_SEALS_FOLDER: world.daySealsFolder }),
    ...(world.accountsFile && { DEMONSTRATION_ACCOUNTS: world.accountsFile }),
    ...processorSettings(world, app),
  };
}

export const programOf = (name: App | 'stripe-emulator') =>
  join(checkout, 'dist', 'apps', name, 'src', 'main.js');

/**
 * How much V8 leaves uncollected. Of some 90 MiB that are in use it let 400 grow, since it was told of
 * no limit but the machine's. The image sets the same (Dockerfile); decision 27 has the figures.
 */
export const heapOptions = '--max-semi-space-size=16 --max-old-space-size=1024';

export function appOptions(world: World, app: App): ChildOptions {
  return {
    name: app,
    program: programOf(app),
    env: { ...environmentOf(world, app), NODE_OPTIONS: heapOptions },
    port: world.ports[app],
  };
}

export function emulatorOptions(world: World): ChildOptions {
  return {
    name: 'stripe-emulator',
    program: programOf('stripe-emulator'),
    port: world.ports['stripe-emulator'],
    privateFolder: world.emulatorFolder,
    env: {
      STRIPE_EMULATOR_PORT: String(world.ports['stripe-emulator']),
      EMULATOR_PUBLIC_URL: urlOf(world, 'stripe-emulator'),
      EMULATOR_WEBHOOK_URL: `${urlOf(world, 'api')}/webhooks/stripe`,
      EMULATOR_WEBHOOK_SECRET: world.stripe.webhookSecrets.split(',')[0] ?? '',
      ...(world.emulatorFolder && { EMULATOR_DATA: world.emulatorFolder }),
    },
  };
}

/** Moves the legal clock, which no login of a process may: it gets the administrator's address. */
export function machineOptions(world: World, adminUrl: string, folder: string): ChildOptions {
  return {
    name: 'time-machine',
    program: join(checkout, 'dist', 'tools', 'time-machine.js'),
    port: world.ports['time-machine'],
    env: {
      ...environmentOf(world, 'officer'),
      PORT: String(world.ports['time-machine']),
      TIME_MACHINE_ADMIN_URL: adminUrl,
      TIME_MACHINE_FOLDER: folder,
    },
  };
}

/** Mail goes nowhere in a demonstration: it is caught and shown on a web page. */
export function mailOptions(world: World): ChildOptions {
  return {
    name: 'mail',
    program: join(checkout, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
    args: [
      ...['--smtp', String(world.ports.smtp), '--ip', '127.0.0.1'],
      ...['--web', String(world.ports.mail), '--web-ip', '127.0.0.1'],
      ...['--max-emails', '1000'],
      ...(world.mailFolder ? ['--mail-directory', world.mailFolder] : []),
    ],
    env: {},
    port: world.ports.mail,
    privateFolder: world.mailFolder,
    readyPath: '/api/healthz',
    graceMs: 500, // it keeps nothing, and would wait for every open browser window
  };
}

// The compiled programs as real processes, on free ports: for journeys, crashes and drills.
// They are what `npm run build` made; `npm test` builds first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnChild, startChild, waitUntilReady, type Child } from '../../tools/child.ts';
import { freePort } from '../../tools/postgres.ts';
import {
  appOptions,
  apps,
  emulatorOptions,
  mailOptions,
  type App,
  type Program,
  type World,
} from '../../tools/processes.ts';
import { TEST_SECRETS } from './app.ts';
import type { TestDatabase } from './database.ts';

export interface ProcessOptions {
  /** Which to start; all when left out. */
  readonly programs?: readonly Program[];
  /** Settings to add or change, for every app or by name. */
  readonly env?: Readonly<Record<string, string>>;
  readonly envOf?: Partial<Record<Program, Readonly<Record<string, string>>>>;
}

export interface Processes {
  readonly world: World;
  /** A running program; throws when it was not started. */
  readonly get: (program: Program) => Child;
  readonly urls: Readonly<Record<Program, string>>;
  /** Starts a program again, on its port, after it was stopped or killed. */
  readonly restart: (program: Program, env?: Readonly<Record<string, string>>) => Promise<Child>;
  /** Stops everything; call it in afterAll, before the database is dropped. */
  readonly stop: () => Promise<void>;
}

const everything: readonly Program[] = ['mail', 'stripe-emulator', ...apps];

async function testWorld(db: TestDatabase, folder: string): Promise<World> {
  const names = [...everything, 'smtp'] as const;
  const ports = await Promise.all(names.map(async (name) => [name, await freePort()] as const));
  return {
    mode: 'test',
    ports: Object.fromEntries(ports) as World['ports'],
    databaseUrl: db.url,
    secrets: TEST_SECRETS, // those of testConfig: both must read each other's rows
    stripe: {
      keyOf: (app) => `sk_test_${app}`,
      isEmulated: true,
      webhookSecrets: 'whsec_for_tests_only',
    },
    logLevel: 'warn',
    emulatorFolder: join(folder, 'stripe-emulator'),
    mailFolder: join(folder, 'mail'),
  };
}

const isApp = (program: Program): program is App => (apps as readonly string[]).includes(program);

function optionsOf(world: World, program: Program, extra: Readonly<Record<string, string>>) {
  const options = isApp(program)
    ? appOptions(world, program)
    : program === 'mail'
      ? mailOptions(world)
      : emulatorOptions(world);
  return { ...options, env: { ...options.env, ...extra } };
}

export async function startProcesses(
  db: TestDatabase,
  { programs = everything, env = {}, envOf = {} }: ProcessOptions = {},
): Promise<Processes> {
  const folder = mkdtempSync(join(tmpdir(), 'visa-bond-test-'));
  const world = await testWorld(db, folder);
  const children = new Map<Program, Child>();
  const envFor = (program: Program) => ({ ...(isApp(program) ? env : {}), ...envOf[program] });
  const stop = async () => {
    await Promise.all([...children.values()].map((child) => child.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  for (const program of programs) {
    children.set(program, spawnChild(optionsOf(world, program, envFor(program))));
  }
  try {
    for (const [program, child] of children) {
      await waitUntilReady(child, program === 'mail' ? '/api/healthz' : undefined);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const restart = async (program: Program, more: Readonly<Record<string, string>> = {}) => {
    await children.get(program)?.stop();
    const child = await startChild(optionsOf(world, program, { ...envFor(program), ...more }));
    children.set(program, child);
    return child;
  };
  const get = (program: Program) => {
    const child = children.get(program);
    if (child === undefined) throw new Error(`${program} was not started`);
    return child;
  };
  const urls = Object.fromEntries(
    everything.map((program) => [program, `http://localhost:${world.ports[program]}`]),
  ) as Processes['urls'];
  return { world, get, urls, restart, stop };
}

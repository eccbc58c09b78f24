// npm start: the whole portal on this machine, in the foreground, with invented people.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationProgrammes } from '../libs/programme/src/data/install.ts';
import { checkout, dataFolder } from './checkout.ts';
import { spawnChild, waitUntilReady, type Child, type ChildOptions } from './child.ts';
import { prepareDatabase, type PreparedDatabase } from './database.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { endLeftovers, recordRun } from './leftovers.ts';
import {
  appOptions,
  apps,
  emulatorOptions,
  environmentOf,
  mailOptions,
  type App,
  type Ports,
  type World,
} from './processes.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { report, worthShowing } from './start-report.ts';
import { readPorts, refuseLiveKeys, refuseTakenPorts } from './start-settings.ts';

const runFile = join(dataFolder, 'run.json');
const accountsFile = join(dataFolder, 'demo-accounts.json');
const started = performance.now();

function describeWorld(ports: Ports, secrets: Secrets, database: PreparedDatabase): World {
  const key = process.env['STRIPE_SECRET_KEY'];
  const isEmulated = !key;
  // Portal and worker may be given restricted keys of their own.
  const keyOf = (app: App) =>
    process.env[`${app.toUpperCase()}_STRIPE_SECRET_KEY`] ?? key ?? secrets.emulatorKey;
  const webhookSecrets = isEmulated
    ? secrets.webhookSecret
    : (process.env['STRIPE_WEBHOOK_SECRETS'] ?? '');
  return {
    mode: 'demonstration',
    ports,
    databaseUrl: database.urlFor,
    secrets,
    stripe: { keyOf, isEmulated, webhookSecrets },
    logLevel: process.env['LOG_LEVEL'] ?? 'info',
    emulatorFolder: join(dataFolder, 'stripe-emulator'),
    mailFolder: join(dataFolder, 'mail'),
  };
}

/** Invents people, then their money. The seed itself sees to it that each happens once. */
function seed(world: World, adminUrl: string, phase: 'people' | 'money'): Promise<void> {
  const program = join(checkout, 'dist', 'tools', 'seed.js');
  const { databaseUrl } = world;
  const urls = { portal: databaseUrl('portal'), officer: databaseUrl('officer'), admin: adminUrl };
  const env = {
    ...process.env,
    ...environmentOf(world, 'portal'),
    SEED_DATABASE_URLS: JSON.stringify(urls),
    SEED_FOLDER: dataFolder,
  };
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, phase], { cwd: checkout, env }, (error, _, problems) => {
      if (error) fail(new Error(`The seed failed:\n${problems || error.message}`));
      else done();
    });
  });
}

function optionsOf(world: World): ChildOptions[] {
  const emulator = world.stripe.isEmulated ? [emulatorOptions(world)] : [];
  return [...emulator, mailOptions(world), ...apps.map((app) => appOptions(world, app))];
}

function startPrograms(world: World, isReady: () => boolean, onLost: (name: string) => void) {
  const all = optionsOf(world);
  const children = all.map((options) =>
    spawnChild({
      ...options,
      logFile: join(dataFolder, 'logs', `${options.name}.log`),
      onLost: () => onLost(options.name),
      onLine: (line) => {
        const text = isReady() ? worthShowing(options.name, line) : undefined;
        if (text !== undefined) console.error(text);
      },
    }),
  );
  recordRun(runFile, {
    starter: { name: 'npm start', pid: process.pid, mark: 'tools/start.ts' },
    programs: children.map(({ name, pid }, i) => ({ name, pid, mark: all[i]?.program ?? name })),
  });
  return children;
}

/** Ends everything in order, once, whoever asks: the programs first, then their database. */
function makeStopper() {
  const parts: { children: Child[]; stopDatabase: () => Promise<void> } = {
    children: [],
    stopDatabase: () => Promise.resolve(),
  };
  let stopping: Promise<never> | undefined;
  const stopAll = async (code: number): Promise<never> => {
    await Promise.all(parts.children.map((child) => child.stop()));
    await parts.stopDatabase();
    // The file is another run's when we gave way to it.
    if (parts.children.length > 0) rmSync(runFile, { force: true });
    process.exit(code);
  };
  return {
    parts,
    stop: (code: number) => (stopping ??= stopAll(code)),
    isStopping: () => stopping,
  };
}

async function main(): Promise<void> {
  const stopper = makeStopper();
  const { parts, stop } = stopper;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop(0));
  }
  try {
    refuseLiveKeys();
    const ports = readPorts();
    await endLeftovers(runFile);
    await refuseTakenPorts(ports, Object.keys(ports) as (keyof Ports)[]);
    const secrets = readSecrets(join(dataFolder, 'secrets.json'));
    const cluster = await demonstrationDatabase(secrets);
    parts.stopDatabase = cluster.stop;
    const { passwords } = secrets;
    const programmes = demonstrationProgrammes;
    const database = await prepareDatabase({ ...cluster, passwords, programmes });
    const world = describeWorld(ports, secrets, database);
    await seed(world, database.adminUrl, 'people');
    let isReady = false;
    const onLost = (name: string) => {
      if (!isReady) return; // whoever waits for it says so, with its last lines
      console.error(`${name} has ended by itself; see .data/logs/${name}.log. Stopping.`);
      void stop(1);
    };
    parts.children = startPrograms(world, () => isReady, onLost);
    for (const [i, options] of optionsOf(world).entries()) {
      const child = parts.children[i];
      if (child) await waitUntilReady(child, options.readyPath);
    }
    // Invented cards work at the emulator only.
    if (world.stripe.isEmulated) await seed(world, database.adminUrl, 'money');
    isReady = true;
    console.log(report(world, accountsFile, (performance.now() - started) / 1000));
  } catch (error) {
    if (stopper.isStopping()) return;
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}

await main();

// npm start: the whole portal on this machine, in the foreground, with invented people. It may be
// stopped at any moment, by Ctrl-C or harder, and started again.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { demonstrationProgrammes } from '../libs/programme/src/data/install.ts';
import { checkout, dataFolder } from './checkout.ts';
import { spawnChild, type Child, type ChildOptions } from './child.ts';
import { prepareDatabase, type PreparedDatabase } from './database.ts';
import { dropUnfinished, installationOf, stepOf, writeStep } from './demonstration-mark.ts';
import { demonstrationDatabase, stopDemonstrationDatabase, type Cluster } from './demonstration.ts';
import { endWithServer, Kept } from './keep-up.ts';
import { endLeftovers, recordRun } from './leftovers.ts';
import {
  appOptions,
  apps,
  emulatorOptions,
  environmentOf,
  machineOptions,
  mailOptions,
  type App,
  type Ports,
  type World,
} from './processes.ts';
import { Run } from './run.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { lastWords, report, worthShowing } from './start-report.ts';
import { readPorts, refuseLiveKeys, refuseTakenPorts } from './start-settings.ts';

const runFile = join(dataFolder, 'run.json');
const accountsFile = join(dataFolder, 'demo-accounts.json');
/** What the making of a demonstration leaves outside its database. */
const made = ['stripe-emulator', 'mail', 'demo-border-key.json', 'demo-cases.json'];
const leftoverPatienceMs = 15_000;
const started = performance.now();
const run = new Run();

const logOf = (name: string) => join(dataFolder, 'logs', `${name}.log`);
const shown = (path: string) => relative(process.cwd(), path) || path;

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
    accountsFile,
    emulatorFolder: join(dataFolder, 'stripe-emulator'),
    mailFolder: join(dataFolder, 'mail'),
    daySealsFolder: process.env['DAY_SEALS_FOLDER'] || join(dataFolder, 'day-seals'),
  };
}

/** Refuses to begin beside another run, and ends what an earlier one left. */
async function takePlace(ports: Ports): Promise<void> {
  const hadRun = await endLeftovers(runFile);
  const needed = Object.keys(ports) as (keyof Ports)[];
  await refuseTakenPorts(ports, needed, hadRun ? leftoverPatienceMs : 0);
  run.atEnd(() => Promise.resolve(rmSync(runFile, { force: true })));
  record([]);
}

function record(programs: readonly Kept[]): void {
  recordRun(runFile, {
    starter: { name: 'npm start', pid: process.pid, mark: process.argv[1] ?? 'start.ts' },
    programs: programs.map(({ child: { name, pid }, program }) => ({ name, pid, mark: program })),
  });
}

/** A making that was interrupted is begun again whole. */
async function clearUnfinished(cluster: Cluster, installation: string): Promise<void> {
  const step = await stepOf(cluster, installation);
  if (step !== 'people' && step !== 'money') return;
  for (const name of made) rmSync(join(dataFolder, name), { recursive: true, force: true });
  rmSync(accountsFile, { force: true });
  await dropUnfinished(cluster); // last: until then the mark says that there is something to clear
}

/** Invents people, or their money; what it says goes to a log. */
async function seed(world: World, adminUrl: string, phase: 'people' | 'money'): Promise<void> {
  const { databaseUrl } = world;
  const urls = { portal: databaseUrl('portal'), officer: databaseUrl('officer'), admin: adminUrl };
  const child = spawnChild({
    name: 'seed',
    program: join(checkout, 'dist', 'tools', 'seed.js'),
    args: [phase],
    port: 0,
    env: {
      ...environmentOf(world, 'portal'),
      SEED_DATABASE_URLS: JSON.stringify(urls),
      SEED_FOLDER: dataFolder,
    },
    logFile: logOf('seed'),
  });
  // Nothing of it is kept, so it need not end in order.
  run.stopped.addEventListener('abort', () => void child.kill());
  if ((await child.ended) === 0) return;
  throw new Error(
    `The demonstration's ${phase} could not be made: ${lastWords('seed', child.log())} ` +
      `(all of it in ${shown(logOf('seed'))}). The next start begins again.`,
  );
}

function optionsOf(world: World, adminUrl: string): ChildOptions[] {
  const emulator = world.stripe.isEmulated ? [emulatorOptions(world)] : [];
  const ours = apps.map((app) => appOptions(world, app));
  return [...emulator, mailOptions(world), ...ours, machineOptions(world, adminUrl, dataFolder)];
}

async function startPrograms(
  world: World,
  adminUrl: string,
  isReady: () => boolean,
): Promise<void> {
  const programs: Kept[] = [];
  // The apps first: they talk to what stands in for the world outside.
  run.atEnd(async () => {
    const isApp = ({ name }: Child) => (apps as readonly string[]).includes(name);
    const children = programs.map(({ child }) => child);
    await Promise.all(children.filter(isApp).map((child) => child.stop()));
    await Promise.all(children.map((child) => child.stop()));
  });
  for (const options of optionsOf(world, adminUrl)) {
    const logFile = logOf(options.name);
    const onLine = (line: string) => {
      // While everything ends, each complains that the others are gone.
      const text = isReady() && !run.isStopping ? worthShowing(options.name, line) : undefined;
      if (text !== undefined) console.error(text);
    };
    const how = { shownLog: shown(logFile), onReplaced: () => record(programs) };
    programs.push(new Kept({ ...options, logFile, onLine }, run, how));
  }
  record(programs);
  for (const program of programs) {
    await program.ready().catch(() => {
      const { name, log } = program.child;
      throw new Error(`${name} did not start: ${lastWords(name, log())} (${shown(logOf(name))})`);
    });
  }
}

async function main(): Promise<void> {
  refuseLiveKeys();
  const ports = readPorts();
  await run.step('', () => takePlace(ports));
  const secrets = readSecrets(join(dataFolder, 'secrets.json'));
  const installation = installationOf(secrets);
  run.atEnd(() => stopDemonstrationDatabase(secrets));
  const cluster = await run.step('Starting PostgreSQL', () => demonstrationDatabase(secrets));
  if (cluster.server) endWithServer(run, cluster.server, shown(cluster.server.logFile));
  const database = await run.step('Preparing the database', async () => {
    await clearUnfinished(cluster, installation);
    const { passwords } = secrets;
    return prepareDatabase({ ...cluster, passwords, programmes: demonstrationProgrammes });
  });
  const { adminUrl } = database;
  const world = describeWorld(ports, secrets, database);
  const mark = (step: Parameters<typeof writeStep>[2]) => writeStep(adminUrl, installation, step);
  let step = await stepOf(cluster, installation);
  if (step === undefined) {
    await run.step('Inventing people', async () => {
      await mark('people');
      await seed(world, adminUrl, 'people');
    });
    await mark((step = 'invented'));
  }
  let isReady = false;
  await run.step('Starting the programs', () => startPrograms(world, adminUrl, () => isReady));
  if (step === 'invented') {
    // Invented cards work at the emulator only.
    if (world.stripe.isEmulated) {
      await run.step('Moving their money', async () => {
        await mark('money');
        await seed(world, adminUrl, 'money');
      });
    }
    await mark('complete');
  }
  isReady = true;
  console.log(report(world, accountsFile, (performance.now() - started) / 1000));
  await run.untilStopped();
}

await run.through(main);

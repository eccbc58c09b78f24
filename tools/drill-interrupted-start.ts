// Stops `npm start` at each of its steps, by Ctrl-C and by kill -9, and starts it again each time:
//   node tools/drill-interrupted-start.ts [delay in ms after the step begins]…
// Takes minutes, so it is no part of the tests. Uses a data folder and ports of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './checkout.ts';
import { connected } from './database-address.ts';
import { findPostgres, freePort } from './postgres.ts';
import type { DemoAccount } from './start-report.ts';
import { portSettings } from './start-settings.ts';

const steps = [
  'Starting PostgreSQL',
  'Preparing the database',
  'Inventing people',
  'Starting the programs',
  'Moving their money',
  'is ready',
];
const signals = ['SIGINT', 'SIGKILL'] as const;
const delays = process.argv.slice(2).map(Number);
const endTimeoutMs = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'interrupted-start-'));
chmodSync(folder, 0o755); // the server's user must be able to walk here
const ports: Record<string, string> = {};
for (const [variable] of Object.values(portSettings)) ports[variable] = String(await freePort());

interface Start {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(): Start {
  const env = { ...process.env, ...ports, DATA_FOLDER: folder };
  // In a group of its own, as a terminal starts it: a signal reaches npm and everything below.
  const child = spawn('npm', ['start'], { cwd: checkout, env, detached: true });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (more: Buffer) => (text += more.toString()));
  }
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, said: () => text, ended };
}

async function comesTo({ child, said }: Start, step: string): Promise<void> {
  while (!said().includes(step)) {
    if (child.exitCode !== null) throw new Error(`ended before "${step}":\n${said()}`);
    await pause(10);
  }
}

/** The embedded server's administrator; its password is in the file of secrets. */
function administrator() {
  const text = readFileSync(join(folder, 'secrets.json'), 'utf8');
  const { administrator: password } = JSON.parse(text) as { administrator: string };
  return { folder: join(folder, 'postgres'), password };
}

const problems: string[] = [];
const expect = (holds: boolean, what: string) => void (holds || problems.push(what));

async function interrupt(step: string, signal: (typeof signals)[number], delay: number) {
  const what = `${signal} ${delay} ms into "${step}"`;
  const run = start();
  await comesTo(run, step);
  await pause(delay);
  const before = run.said();
  process.kill(-(run.child.pid ?? 0), signal);
  const ended = await Promise.race([run.ended, pause(endTimeoutMs, 'never')]);
  expect(ended !== 'never', `${what}: it does not end`);
  if (signal !== 'SIGINT') return;
  const words = run
    .said()
    .slice(before.length)
    .replaceAll(/^(Visa|Ctrl|  |Sign|$).*\n?/gm, '');
  const isStep = steps.some((each) => words.trim() === each);
  expect(words.trim() === '' || isStep, `${what}: it said ${JSON.stringify(words)}`);
  expect((await findPostgres(administrator())) === undefined, `${what}: PostgreSQL still runs`);
  for (const port of Object.values(ports)) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    expect(answers === undefined, `${what}: something still answers at ${port}`);
  }
}

async function mustBeWhole(): Promise<void> {
  const run = start();
  await comesTo(run, 'is ready');
  const accounts = JSON.parse(
    readFileSync(join(folder, 'demo-accounts.json'), 'utf8'),
  ) as DemoAccount[];
  const server = await findPostgres(administrator());
  const { rows } = await connected(server?.adminUrl('visa_bond_portal') ?? '', (client) =>
    client.query<{ step: string; accounts: number; closed: number }>(
      `select step, (select count(*) from account)::int as accounts,
         (select count(*) from visa_case where state = 'closed')::int as closed
       from demonstration`,
    ),
  );
  const whole = { step: 'complete', accounts: accounts.length, closed: 1 };
  const found = JSON.stringify(rows[0]);
  expect(found === JSON.stringify(whole), `at the end ${found}, not ${JSON.stringify(whole)}`);
  process.kill(-(run.child.pid ?? 0), 'SIGINT');
  await run.ended;
}

for (const signal of signals) {
  for (const step of steps) {
    for (const delay of delays.length > 0 ? delays : [0]) {
      await interrupt(step, signal, delay);
      console.log(`${problems.length === 0 ? 'ok ' : 'BAD'}  ${signal} at "${step}" + ${delay} ms`);
    }
  }
  await mustBeWhole();
  console.log(`${problems.length === 0 ? 'ok ' : 'BAD'}  whole after every ${signal}`);
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

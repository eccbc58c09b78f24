// Starts a real PostgreSQL from the binaries that npm brings, and stops it again.
// Run by Node as it is: erasable TypeScript only.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isProcessAlive } from './leftovers.ts';
import { programs, reachableFolder, runAs, type RunAs } from './postgres-home.ts';
import { administrator, environment, initialise } from './postgres-initdb.ts';

export interface Postgres {
  /** Address of a database for the cluster's administrator. */
  readonly adminUrl: (database?: string) => string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** True when a server that an earlier run left behind was found at work. */
  readonly reused: boolean;
  readonly logFile: string;
  readonly isAlive: () => boolean;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  readonly stop: () => Promise<void>;
}

export interface PostgresOptions {
  readonly folder: string;
  /** A free one when left out. A server that is already running keeps its own. */
  readonly port?: number;
  /** The administrator's password. Without one every local connection is trusted: tests only. */
  readonly password?: string;
  /** Gives up durability for speed: tests only. */
  readonly fast?: boolean;
  readonly logFile?: string;
}

const startTimeoutMs = 60_000;
const stopTimeoutMs = 30_000;
const pollMs = 10;
const orphanAttemptsMax = 20;
const orphanPauseMs = 250;

const durable = ['max_connections=200', 'shared_buffers=128MB', 'timezone=UTC'];
const fast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Whether that process exists and, where the system can tell, is a PostgreSQL. */
function isServerAlive(pid: number): boolean {
  if (!isProcessAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** postmaster.pid: process on line 1, data folder on 2, port on 4, state on 8. */
function readLockFile(folder: string): LockFile | undefined {
  const path = join(folder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines[1] !== undefined && lines[1] !== folder) return undefined;
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

function launch(
  folder: string,
  port: number,
  who: RunAs,
  options: PostgresOptions,
  logFile: string,
) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...durable,
    ...(options.fast ? fast : []),
  ];
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C in the terminal must reach us first, so that the server goes last.
  const child = spawn(
    programs(who).postgres,
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...who, env: environment(), cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.unref();
  return child;
}

async function waitUntil(isDone: () => boolean, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(pollMs)) {
    if (isDone()) return true;
  }
  return isDone();
}

async function stopServer(pid: number): Promise<void> {
  if (!isServerAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  if (await waitUntil(() => !isServerAlive(pid), stopTimeoutMs)) return;
  process.kill(pid, 'SIGQUIT'); // it recovers from its log at the next start
  await waitUntil(() => !isServerAlive(pid), stopTimeoutMs);
}

const logOf = (folder: string, { logFile }: PostgresOptions) => logFile ?? `${folder}.log`;

function handle(folder: string, found: LockFile, options: PostgresOptions, reused: boolean) {
  const login =
    options.password === undefined
      ? administrator
      : `${administrator}:${encodeURIComponent(options.password)}`;
  return {
    adminUrl: (database = 'postgres') => `postgres://${login}@127.0.0.1:${found.port}/${database}`,
    port: found.port,
    pid: found.pid,
    folder,
    reused,
    logFile: logOf(folder, options),
    isAlive: () => isServerAlive(found.pid),
    stop: () => stopServer(found.pid),
  };
}

function lastLines(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(-15).join('\n') : '';
}

/** The server at work on this folder, if there is one; it is not started. */
export async function findPostgres(options: PostgresOptions): Promise<Postgres | undefined> {
  const folder = reachableFolder(options.folder);
  const found = readLockFile(folder);
  if (found === undefined || !isServerAlive(found.pid)) return undefined;
  // One that is on its way up, or down, is worth waiting for.
  await waitUntil(
    () => !isServerAlive(found.pid) || readLockFile(folder)?.isReady === true,
    startTimeoutMs,
  );
  const ready = readLockFile(folder);
  if (ready?.isReady !== true || !isServerAlive(ready.pid)) return undefined;
  if (await isListening(ready.port)) return handle(folder, ready, options, true);
  await waitUntil(() => !isServerAlive(ready.pid), stopTimeoutMs); // it was being killed
  return undefined;
}

/** Removes a lock whose number a foreign process has since been given; all else is PostgreSQL's. */
function removeForeignLock(folder: string): void {
  const lock = readLockFile(folder);
  if (lock === undefined || isServerAlive(lock.pid)) return;
  // With the number free, PostgreSQL itself decides: it also looks for orphans still at the data.
  if (isProcessAlive(lock.pid)) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** One attempt; false when orphans of a killed server still hold its memory. */
async function tryStart(folder: string, who: RunAs, options: PostgresOptions): Promise<boolean> {
  const log = logOf(folder, options);
  const child = launch(folder, options.port ?? (await freePort()), who, options, log);
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  child.once('error', () => (hasEnded = true));
  const isReady = () => {
    const lock = readLockFile(folder); // until it is rewritten it may still be the dead server's
    return lock?.isReady === true && lock.pid === child.pid;
  };
  await waitUntil(() => hasEnded || isReady(), startTimeoutMs);
  if (!hasEnded && isReady()) return true;
  if (lastLines(log).includes('shared memory block')) return false;
  throw new Error(`PostgreSQL did not start. The end of ${log}:\n${lastLines(log)}`);
}

/** Starts the server of this folder, making the folder first if needed, or joins a running one. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const running = await findPostgres(options);
  if (running !== undefined) return running;

  const folder = reachableFolder(options.folder);
  const who = runAs(folder);
  if (!existsSync(folder)) await initialise(folder, who, options);
  removeForeignLock(folder);
  for (let attempt = 1; attempt <= orphanAttemptsMax; attempt++) {
    if (await tryStart(folder, who, options)) {
      const started = readLockFile(folder);
      if (started !== undefined) return handle(folder, started, options, false);
    }
    await pause(orphanPauseMs);
  }
  throw new Error(`Processes of a killed PostgreSQL still use ${folder}. End them and try again.`);
}

// A program of ours as a child process: started, waited for, stopped, or killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, createWriteStream, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from './checkout.ts';

export interface ChildOptions {
  readonly name: string;
  /** A file that Node runs, and its arguments. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** Answers 200 when the program can work. */
  readonly readyPath?: string;
  readonly logFile?: string;
  /** Goes on with a log that is there, instead of beginning it anew. */
  readonly addsToLog?: boolean;
  /** Where it keeps what is nobody else's business: made before it starts, for its owner alone. */
  readonly privateFolder?: string | undefined;
  /** How long it may take to end before it is killed; ten seconds when left out. */
  readonly graceMs?: number;
  readonly onLine?: (line: string) => void;
  /** Called when it ends without having been asked to. */
  readonly onLost?: (code: number | null) => void;
}

export interface Child {
  readonly name: string;
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Its last lines, both streams. */
  readonly log: () => string;
  readonly isRunning: () => boolean;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to end; when its time is over it is killed. */
  readonly stop: () => Promise<void>;
  /** kill -9: nothing of it gets a chance to clean up. */
  readonly kill: () => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

const endWithParent = join(checkout, 'tools', 'end-with-parent.ts');
const readyTimeoutMs = 60_000;
const graceMs = 10_000;
const pollMs = 25;
const linesKeptMax = 500;

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It may be there already, open to everybody.
  chmodSync(folder, 0o700);
}

function collectLines(child: ChildProcess, options: ChildOptions): string[] {
  const lines: string[] = [];
  if (options.logFile) makePrivate(dirname(options.logFile));
  // Opened at once: what is said about the log must hold however soon the program ends.
  const file =
    options.logFile &&
    createWriteStream(options.logFile, {
      fd: openSync(options.logFile, options.addsToLog ? 'a' : 'w', 0o600),
    });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > linesKeptMax) lines.shift();
      if (file) file.write(`${line}\n`);
      options.onLine?.(line);
    });
  }
  return lines;
}

async function isAnswering(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Started, but perhaps not ready yet: see `waitUntilReady`. */
export function spawnChild(options: ChildOptions): Child {
  if (options.privateFolder) makePrivate(options.privateFolder);
  // A group of its own: the terminal's Ctrl-C reaches only us, and we end them in order.
  const args = ['--import', endWithParent, options.program, ...(options.args ?? [])];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'], // its input closes when we are gone
    detached: true,
  });
  const lines = collectLines(child, options);
  let isAsked = false;
  let hasEnded = false;
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => {
      hasEnded = true;
      if (!isAsked) options.onLost?.(code);
      done(code);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    isAsked = true;
    if (!hasEnded) child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), options.graceMs ?? graceMs);
    await ended;
    clearTimeout(timer);
  };
  return {
    name: options.name,
    url: `http://localhost:${options.port}`,
    port: options.port,
    pid: child.pid ?? -1,
    log: () => lines.join('\n'),
    isRunning: () => !hasEnded,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    signal: (signal) => void child.kill(signal),
  };
}

/** Throws when the program ends, takes too long, or is no longer wanted. */
export async function waitUntilReady(
  child: Child,
  readyPath = '/health/ready',
  unwanted?: AbortSignal,
): Promise<void> {
  // By address: localhost may mean ::1 first, where these programs do not listen.
  const url = `http://127.0.0.1:${child.port}${readyPath}`;
  for (const end = Date.now() + readyTimeoutMs; Date.now() < end; await pause(pollMs)) {
    if (!child.isRunning() || unwanted?.aborted) break;
    if (await isAnswering(url)) return;
  }
  const what = child.isRunning() ? 'is not ready' : 'ended at its start';
  await child.kill();
  throw new Error(`${child.name} ${what}. Its last lines:\n${child.log()}`, { cause: child });
}

export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawnChild(options);
  await waitUntilReady(child, options.readyPath);
  return child;
}

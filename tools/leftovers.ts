// What an earlier `npm start` left behind when it was killed: its programs live on.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface RunRecord {
  /** The `npm start` itself. */
  readonly starter: Running;
  readonly programs: readonly Running[];
}

export interface Running {
  readonly name: string;
  readonly pid: number;
  /** Part of its command line: a number may since have been given to somebody else's process. */
  readonly mark: string;
}

const endTimeoutMs = 8_000;
const pollMs = 50;

export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function isStillThere({ pid, mark }: Running): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark);
  } catch {
    return false; // gone, or a system that cannot tell: then the port check speaks up
  }
}

async function end(running: Running): Promise<void> {
  if (!isStillThere(running)) return;
  process.kill(running.pid, 'SIGTERM');
  for (const until = Date.now() + endTimeoutMs; Date.now() < until; await pause(pollMs)) {
    if (!isStillThere(running)) return;
  }
  process.kill(running.pid, 'SIGKILL');
}

function readRecord(path: string): RunRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RunRecord;
  } catch {
    return undefined; // killed while writing it
  }
}

/**
 * Ends an earlier run's orphans, and says whether there was such a run. Refuses while that run itself is
 * still at work.
 */
export async function endLeftovers(path: string): Promise<boolean> {
  const record = readRecord(path);
  if (record === undefined) return existsSync(path);
  if (record.starter.pid !== process.pid && isStillThere(record.starter)) {
    throw new Error(
      `It is running already, as process ${record.starter.pid}. Stop that one first.`,
    );
  }
  await Promise.all(record.programs.map(end));
  rmSync(path, { force: true });
  return true;
}

/** Removes what killed processes left half made: names that end in the number of one that is gone. */
export function removeUnfinished(folder: string, name: RegExp): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder)) {
    const [, pid] = name.exec(entry) ?? [];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    try {
      rmSync(join(folder, entry), { recursive: true, force: true, maxRetries: 2 });
    } catch {
      continue; // something that outlived its parent still writes there: it goes the next time
    }
  }
}

export function recordRun(path: string, record: RunRecord): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, JSON.stringify(record, null, 2), { mode: 0o600 });
}

// The reference side: pgbench where it is installed, otherwise a bare `pg` client that does the
// same. Which of the two ran is part of the result.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { closedLoop, countedLoop, type Side } from './measure.ts';

const run = promisify(execFile);

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type ReferenceKind = 'pgbench' | 'pg';

export interface ReferenceSide extends Side {
  readonly kind: ReferenceKind;
  close(): Promise<void>;
}

interface Reference {
  readonly url: string;
  /** One statement, without parameters or a semicolon: it makes its own ids. */
  readonly sql: string;
  readonly clients: number;
  readonly seconds: number;
  /** Where a step uses up a row: makes so many, and no more steps are made than that. */
  readonly ready?: (steps: number) => Promise<void>;
}

const FIRST_ROUND = 400;

/**
 * Not counted, of each client of a counted reference: a new connection plans a function's statements
 * anew for its first five calls, and ours keeps its connections.
 */
const WARM_UP = 8;

/** Steps that last a round at the pace of the one before, the same number for each client. */
const stepsOf = (perSecond: number, { seconds, clients }: Reference): number =>
  Math.ceil((perSecond * seconds || FIRST_ROUND) / clients) * clients;

/** When each step of pgbench's log ended (µs), by client. */
function endsIn(folder: string): number[][] {
  const ends: number[][] = [];
  for (const name of readdirSync(folder).filter((file) => file.startsWith('log'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
      const [client, , , , seconds, micros] = line.split(' ').map(Number);
      (ends[client!] ??= []).push(seconds! * 1e6 + micros!);
    }
    rmSync(join(folder, name));
  }
  return ends;
}

/** What was done after every client had warmed up. */
function afterWarmUp(ends: readonly number[][]): { units: number; seconds: number } {
  const from = Math.max(...ends.map((own) => own[WARM_UP - 1]!));
  const counted = ends.flat().filter((end) => end > from);
  return { units: counted.length, seconds: (Math.max(...counted) - from) / 1e6 };
}

export const referenceSide = (r: Reference): ReferenceSide =>
  hasPgbench() ? byPgbench(r) : byClient(r);

function byPgbench(r: Reference): ReferenceSide {
  const { url, sql, clients, seconds, ready } = r;
  let perSecond = 0;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const script = join(folder, 'step.sql');
  writeFileSync(script, `${sql.trimEnd()};\n`);
  const flags = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2'];
  const limit = async (): Promise<string[]> => {
    if (!ready) return ['-T', `${Math.ceil(seconds)}`];
    const steps = stepsOf(perSecond, r) + WARM_UP * clients;
    await ready(steps);
    return ['-t', `${steps / clients}`, '-l', '--log-prefix', join(folder, 'log')];
  };
  return {
    kind: 'pgbench',
    async round() {
      const { stdout } = await run('pgbench', [...flags, ...(await limit()), '-f', script, url]);
      if (ready) {
        const counted = afterWarmUp(endsIn(folder));
        perSecond = counted.units / counted.seconds;
        return counted;
      }
      const done = /transactions actually processed: (\d+)/.exec(stdout);
      const rate = /tps = ([\d.]+)/.exec(stdout);
      if (!done?.[1] || !rate?.[1]) throw new Error(`pgbench said:\n${stdout}`);
      const units = Number(done[1]);
      return { units, seconds: units / Number(rate[1]) };
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

function byClient(r: Reference): ReferenceSide {
  const { url, sql, clients, seconds, ready } = r;
  const pool = new pg.Pool({ connectionString: url, max: clients });
  const step = async () => void (await pool.query({ name: 'step', text: sql }));
  let perSecond = 0;
  return {
    kind: 'pg',
    async round() {
      if (!ready) return closedLoop(clients, seconds, step);
      const steps = stepsOf(perSecond, r);
      await ready(steps);
      const done = await countedLoop(clients, steps, step);
      perSecond = done.units / done.seconds;
      return done;
    },
    close: () => pool.end(),
  };
}

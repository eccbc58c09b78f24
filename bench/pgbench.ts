// The reference side: pgbench where it is installed, otherwise a bare `pg` client that does the
// same. Which of the two ran is part of the result.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { closedLoop, type Side } from './measure.ts';

const run = promisify(execFile);

export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export type ReferenceKind = 'pgbench' | 'pg';

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
}

export const referenceSide = (r: Reference): ReferenceSide =>
  hasPgbench() ? byPgbench(r) : byClient(r);

function byPgbench({ url, sql, clients, seconds }: Reference): ReferenceSide {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const script = join(folder, 'step.sql');
  writeFileSync(script, `${sql.trimEnd()};\n`);
  const flags = [
    '-n',
    '-M',
    'prepared',
    '-c',
    `${clients}`,
    '-j',
    '2',
    '-T',
    `${Math.ceil(seconds)}`,
  ];
  return {
    kind: 'pgbench',
    async round() {
      const { stdout } = await run('pgbench', [...flags, '-f', script, url]);
      const done = /transactions actually processed: (\d+)/.exec(stdout);
      const rate = /tps = ([\d.]+)/.exec(stdout);
      if (!done?.[1] || !rate?.[1]) throw new Error(`pgbench said:\n${stdout}`);
      const units = Number(done[1]);
      return { units, seconds: units / Number(rate[1]) };
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

function byClient({ url, sql, clients, seconds }: Reference): ReferenceSide {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  return {
    kind: 'pg',
    round: () =>
      closedLoop(clients, seconds, async () => {
        await pool.query({ name: 'step', text: sql });
      }),
    close: () => pool.end(),
  };
}

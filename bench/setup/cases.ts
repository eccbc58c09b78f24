// Invented cases as `npm run seed` makes them, in a database of a bench.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../../tools/checkout.ts';
import { installationOf, writeStep } from '../../tools/demonstration-mark.ts';
import type { BenchDatabase } from './database.ts';
import { benchWorld } from './world.ts';

const run = promisify(execFile);

export async function fillWithCases(
  db: BenchDatabase,
  cases: number,
  say: (line: string) => void,
): Promise<void> {
  const { wrappingKey, indexKey } = (await benchWorld(db)).secrets;
  await writeStep(db.adminUrl, installationOf({ wrappingKey }), 'complete');
  const program = join(checkout, 'dist', 'tools', 'seed-cases.js');
  const env = {
    ...process.env,
    ...{ DATABASE_URL: db.adminUrl, WRAPPING_KEY: wrappingKey, INDEX_KEY: indexKey },
  };
  const running = run(process.execPath, [program, '--cases', String(cases)], { env });
  running.child.stderr?.on('data', (text: string) => say(`  ${text.trim()}`));
  await running;
  // Written out over the next minutes otherwise, beside what is measured.
  await db.admin.query('checkpoint');
}

// One PostgreSQL per test run, in a folder of its own: two runs in one checkout never meet.
// Plain JavaScript, because jest transforms no global setup; Node itself reads the .ts it imports.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabase } from '../tools/database.ts';
import { findPostgres, startPostgres } from '../tools/postgres.ts';
import { reachableFolder } from '../tools/postgres-home.ts';

const template = 'template_portal';
const runs = reachableFolder(join(import.meta.dirname, '..', '.data', 'test'));

function isRunning(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('jest');
  } catch {
    return false;
  }
}

/** Clears up after runs that were killed before their own teardown. */
async function removeDeadRuns() {
  if (!existsSync(runs)) return;
  const pids = new Set(readdirSync(runs).map((name) => Number.parseInt(name, 10)));
  for (const pid of pids) {
    if (pid === process.pid || isRunning(pid)) continue;
    await (await findPostgres({ folder: join(runs, String(pid)) }))?.stop();
    for (const name of readdirSync(runs)) {
      if (name.startsWith(`${pid}`)) rmSync(join(runs, name), { recursive: true, force: true });
    }
  }
}

export default async function setUp() {
  mkdirSync(runs, { recursive: true, mode: 0o755 });
  await removeDeadRuns();
  const folder = join(runs, String(process.pid));
  const server = await startPostgres({ folder, fast: true });
  globalThis.testServer = { stop: () => server.stop(), folder };
  process.env.TEST_PG_URL = server.adminUrl();
  process.env.TEST_PG_TEMPLATE = template;
  try {
    await prepareDatabase({ adminUrl: server.adminUrl(), database: template });
  } catch (error) {
    // A broken migration fails the tests that need a database, not the hundreds that need none.
    process.env.TEST_PG_FAILURE =
      error instanceof Error ? (error.stack ?? error.message) : 'unknown';
  }
}

// The PostgreSQL of one drill: fresh, and gone afterwards. The world of tests finds it as it finds
// that of a test run (test/global-setup.mjs).
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../tools/checkout.ts';
import { prepareDatabase } from '../tools/database.ts';
import { findPostgres, startPostgres, type Postgres } from '../tools/postgres.ts';

const TEMPLATE = 'template_portal';

let isEnding = false;

/** Ctrl-C must not leave a server behind: it has a group of its own and would go on. */
function stopOnSignal(stop: () => Promise<void>): () => void {
  const end = () => {
    isEnding = true;
    void stop().finally(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  };
}

/** `isDurable`: one that is killed loses nothing that it acknowledged. Without, it is faster. */
export async function withServer<T>(
  work: (server: Postgres) => Promise<T>,
  { isDurable = false } = {},
): Promise<T> {
  // The drill before has lost its server, and this one would be begun meanwhile.
  if (isEnding) await new Promise(() => undefined);
  const name = `${process.pid}-${randomBytes(3).toString('hex')}`;
  const options = { folder: join(dataFolder, 'drill', name), fast: !isDurable };
  const server = await startPostgres(options);
  const stop = async () => {
    await (await findPostgres(options))?.stop(); // another by now, if it was killed and started again
    for (const end of ['', '.log']) {
      rmSync(`${server.folder}${end}`, { recursive: true, force: true });
    }
  };
  const forget = stopOnSignal(stop);
  const before = { ...process.env };
  try {
    await prepareDatabase({ adminUrl: server.adminUrl(), database: TEMPLATE });
    process.env['TEST_PG_URL'] = server.adminUrl();
    process.env['TEST_PG_TEMPLATE'] = TEMPLATE;
    return await work(server);
  } finally {
    process.env['TEST_PG_URL'] = before['TEST_PG_URL'];
    process.env['TEST_PG_TEMPLATE'] = before['TEST_PG_TEMPLATE'];
    await stop();
    forget();
  }
}

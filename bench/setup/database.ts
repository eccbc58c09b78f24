// The database of one bench: fresh, with durable settings, and gone afterwards.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dataFolder } from '../../tools/checkout.ts';
import { connected, prepareDatabase, type PreparedDatabase } from '../../tools/database.ts';
import { brokenRules } from '../../tools/oracle-checks.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { readSecrets } from '../../tools/secrets.ts';

export interface BenchDatabase extends PreparedDatabase {
  /** An open connection of the administrator, for making and looking at rows. */
  readonly admin: pg.Client;
  readonly serverVersion: string;
  /** False when the server itself gives up durability: its figures are not comparable. */
  readonly isDurable: boolean;
  /** Another on the same server, with the schema of today or as a migration left it. */
  readonly beside: (migrationsUpTo?: number) => Promise<BenchDatabase>;
  readonly close: () => Promise<void>;
}

interface Server {
  readonly adminUrl: string;
  readonly passwords?: Parameters<typeof prepareDatabase>[0]['passwords'];
  readonly stop: () => Promise<void>;
}

/** Not in the system's temporary folder: that may be memory, where an fsync costs nothing. */
async function startServer(): Promise<Server> {
  const url = process.env['DATABASE_URL'];
  if (url) {
    // The same passwords as `npm start`: the logins belong to the whole cluster.
    const { passwords } = readSecrets(join(dataFolder, 'secrets.json'));
    return { adminUrl: url, passwords, stop: () => Promise.resolve() };
  }
  const folder = join(dataFolder, 'bench', `${process.pid}-${randomBytes(3).toString('hex')}`);
  mkdirSync(join(dataFolder, 'bench'), { recursive: true });
  const server = await startPostgres({ folder });
  const stop = async () => {
    await server.stop();
    rmSync(server.folder, { recursive: true, force: true });
    rmSync(`${server.folder}.log`, { force: true });
  };
  return { adminUrl: server.adminUrl(), stop };
}

/** Ctrl-C must not leave a server behind: it has a group of its own and would go on. */
function stopOnSignal(stop: () => Promise<void>): () => void {
  const end = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  };
}

async function settings(admin: pg.Client): Promise<{ version: string; isDurable: boolean }> {
  const { rows } = await admin.query<{ version: string; durable: boolean }>(
    `select current_setting('server_version') as version,
       current_setting('fsync')::boolean and current_setting('full_page_writes')::boolean
         and current_setting('synchronous_commit') <> 'off' as durable`,
  );
  return { version: rows[0]!.version.split(' ')[0]!, isDurable: rows[0]!.durable };
}

async function openOn(server: Server, migrationsUpTo?: number): Promise<BenchDatabase> {
  const { adminUrl, passwords } = server;
  const database = `bench_${process.pid}_${randomBytes(4).toString('hex')}`;
  const prepared = await prepareDatabase({
    ...{ adminUrl, database },
    ...(passwords && { passwords }),
    ...(migrationsUpTo && { migrationsUpTo }),
  });
  const admin = new pg.Client({ connectionString: prepared.adminUrl });
  await admin.connect();
  const { version: serverVersion, isDurable } = await settings(admin);
  const beside = (upTo?: number) => openOn(server, upTo);
  const close = async () => {
    await admin.end();
    await connected(adminUrl, (c) => c.query(`drop database ${database} with (force)`));
  };
  return { ...prepared, admin, serverVersion, isDurable, beside, close };
}

async function openDatabase(): Promise<BenchDatabase> {
  const server = await startServer();
  const forget = stopOnSignal(server.stop);
  const end = async () => {
    await server.stop();
    forget();
  };
  try {
    const db = await openOn(server);
    return { ...db, close: () => db.close().then(end) };
  } catch (e) {
    await end();
    throw e;
  }
}

const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(0);

/** Opens, says where this is measured, works, and closes whatever happens. */
export async function withDatabase<T>(
  say: (line: string) => void,
  work: (db: BenchDatabase) => Promise<T>,
): Promise<T> {
  const db = await openDatabase();
  const machine = `${cpus().length} cores, ${gib(totalmem())} GiB`;
  say(`  ${machine}, Node ${process.versions.node}, PostgreSQL ${db.serverVersion}`);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** A bench whose books are wrong afterwards has measured nothing. */
export async function mustBeClean(db: BenchDatabase): Promise<void> {
  const broken = await brokenRules(db.admin);
  if (broken.length) throw new Error(`the oracle: ${broken.slice(0, 5).join('; ')}`);
}

/** Where bonds have no rows of their own, the ledger's part alone. */
export async function ledgerMustBeClean(db: BenchDatabase): Promise<void> {
  const { rows } = await db.admin.query<{ check: string; offender: string }>(
    'select * from ledger.oracle limit 5',
  );
  if (rows.length) throw new Error(`the oracle: ${JSON.stringify(rows)}`);
}

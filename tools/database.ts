// Makes a database ready for the portal: logins, migrations, job queues, shipped programmes.
// Everything here may be repeated; a database that lacks nothing is left as it is.
// Run by Node as it is: erasable TypeScript only.
import pg from 'pg';
import { PgBoss, type Queue } from 'pg-boss';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.ts';
import { queues } from '../libs/platform/src/jobs/queues.ts';
import { installProgrammes } from '../libs/programme/src/data/install.ts';

/** The processes' logins; the migrator owns the schema and never serves. */
export const logins = ['migrator', 'portal', 'officer', 'api', 'worker', 'auditor'] as const;
export type Login = (typeof logins)[number];

export interface DatabaseOptions {
  /** An administrator's address; the database named in it only serves to connect. */
  readonly adminUrl: string;
  /** Made when it does not exist. */
  readonly database: string;
  /** Left out on a cluster that trusts local connections (tests). */
  readonly passwords?: Readonly<Record<Login, string>>;
}

export interface PreparedDatabase {
  /** The address for one login. */
  readonly urlFor: (login: Login) => string;
  /** The administrator's address of this database. */
  readonly adminUrl: string;
}

/** One preparation at a time on a cluster: roles are shared by all its databases. */
const preparationLock = 8_467_001;
const noSuchDatabase = '3D000';

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

function loginUrl(options: DatabaseOptions, login: Login): string {
  const url = new URL(withDatabase(options.adminUrl, options.database));
  url.username = login;
  url.password = encodeURIComponent(options.passwords?.[login] ?? '');
  return url.toString();
}

/** Runs one piece of work on a connection of its own and closes it whatever happens. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url, application_name: 'tools' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address may name the database that is still to be made: then by the maintenance database. */
async function asAdministrator(url: string, work: (admin: pg.Client) => Promise<void>) {
  try {
    await connected(url, work);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== noSuchDatabase) throw error;
    await connected(withDatabase(url, 'postgres'), work);
  }
}

async function makeLogins(admin: pg.Client, options: DatabaseOptions): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [logins],
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const login of logins) {
    const rights = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls';
    // A migrator from elsewhere with more rights than ours is brought down to them as well.
    const verb = existing.has(login) ? 'alter' : 'create';
    const password = options.passwords?.[login];
    const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
    await admin.query(`${verb} role ${login} ${rights}${secret}`);
  }
  // An administrator who is no superuser (a managed service) must belong to the owner he appoints.
  const me = await admin.query<{ plain: boolean }>(
    'select not rolsuper as plain from pg_roles where rolname = current_user',
  );
  if (me.rows[0]?.plain) await admin.query('grant migrator to current_user');
}

async function makeDatabase(admin: pg.Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  const quoted = pg.escapeIdentifier(name);
  if (rowCount === 0) await admin.query(`create database ${quoted} owner migrator`);
  else await admin.query(`alter database ${quoted} owner to migrator`);
  await grantConnect(admin, name);
}

/** Only our logins may connect. A clone of a template loses this and needs it again. */
export async function grantConnect(admin: pg.Client, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  await admin.query(`revoke all on database ${quoted} from public`);
  await admin.query(`grant connect on database ${quoted} to ${logins.join(', ')}`);
}

async function migrate(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    applicationName: 'migrations',
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

type QueueSettings = Omit<Queue, 'partition' | 'deadLetter'>;

/** Queues are made by the owner of the schema; no serving process may create one. */
async function makeQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined); // what breaks a call rejects it as well
  await boss.start();
  try {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const { name, ...options } of queues as readonly QueueSettings[]) {
      const { policy: _, ...changeable } = options; // fixed for a queue's life
      if (existing.has(name)) await boss.updateQueue(name, changeable);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** What pg-boss needs as a sender, and as a worker: measured, least of each. */
const queueGrants = `
  revoke all on all tables in schema pgboss from portal, officer, api, worker;
  revoke all on all functions in schema pgboss from public, portal, officer, api, worker;
  grant usage on schema pgboss to portal, officer, api, worker;
  grant select on pgboss.version, pgboss.queue to portal, officer, api;
  grant insert, select (id) on pgboss.job_common to portal, officer, api;
  grant execute on function pgboss.job_now() to portal, officer, api;
  grant select, insert, update, delete on all tables in schema pgboss to worker;
  grant usage on all sequences in schema pgboss to worker;
  grant execute on all functions in schema pgboss to worker;
`;

async function fill(url: string): Promise<void> {
  await connected(url, async (owner) => {
    await owner.query(queueGrants);
    await owner.query('begin');
    await installProgrammes(owner);
    await owner.query('commit');
  });
}

/** Brings a database, new or old, to what this version of the portal needs. */
export async function prepareDatabase(options: DatabaseOptions): Promise<PreparedDatabase> {
  const urlFor = (login: Login) => loginUrl(options, login);
  await asAdministrator(options.adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [preparationLock]);
    await makeLogins(admin, options);
    await makeDatabase(admin, options.database);
    await migrate(urlFor('migrator'));
    await makeQueues(urlFor('migrator'));
    await fill(urlFor('migrator'));
  });
  return { urlFor, adminUrl: withDatabase(options.adminUrl, options.database) };
}

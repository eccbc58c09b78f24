// Makes a database ready for the portal: logins, migrations, job queues, shipped programmes.
// Everything here may be repeated; a database that lacks nothing is left as it is.
// Run by Node as it is: erasable TypeScript only.
import pg from 'pg';
import { PgBoss, type Queue } from 'pg-boss';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.ts';
import {
  forThisInstallation,
  logins,
  roleOf,
  withRoles,
  type Login,
} from '../migrations/logins.ts';
import { queues } from '../libs/platform/src/jobs/queues.ts';
import { asAdministrator, connected, withDatabase } from './database-address.ts';
import { makeLogins, refuseForeignDatabase, refuseUnfitServer } from './database-server.ts';
import { installProgrammes, shippedProgrammes } from '../libs/programme/src/data/install.ts';
import type { ShippedProgramme } from '../libs/programme/src/data/shipped.ts';

export { logins, roleOf, type Login } from '../migrations/logins.ts';
export { connected, withDatabase } from './database-address.ts';

export interface DatabaseOptions {
  /** An administrator's address; the database named in it only serves to connect. */
  readonly adminUrl: string;
  /** Made when it does not exist. */
  readonly database: string;
  /** Left out on a cluster that trusts local connections (tests). */
  readonly passwords?: Readonly<Record<Login, string>>;
  /** Those that are shipped, when left out. */
  readonly programmes?: readonly ShippedProgramme[];
  /** The number of the last migration that is run; all are when left out. */
  readonly migrationsUpTo?: number;
}

export interface PreparedDatabase {
  /** The address for one login. */
  readonly urlFor: (login: Login) => string;
  /** The administrator's address of this database. */
  readonly adminUrl: string;
}

/** One preparation at a time on a cluster: roles are shared by all its databases. */
const preparationLock = 8_467_001;

function loginUrl(options: DatabaseOptions, login: Login): string {
  const url = new URL(withDatabase(options.adminUrl, options.database));
  url.username = roleOf(login);
  url.password = encodeURIComponent(options.passwords?.[login] ?? '');
  return url.toString();
}

async function makeDatabase(admin: pg.Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  const [quoted, owner] = [pg.escapeIdentifier(name), roleOf('migrator')];
  if (rowCount === 0) await admin.query(`create database ${quoted} owner ${owner}`);
  else await admin.query(`alter database ${quoted} owner to ${owner}`);
  await grantConnect(admin, name);
}

/** Only our logins may connect. A clone of a template loses this and needs it again. */
export async function grantConnect(admin: pg.Client, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  await admin.query(`revoke all on database ${quoted} from public`);
  await admin.query(`grant connect on database ${quoted} to ${logins.map(roleOf).join(', ')}`);
}

async function migrate(url: string, upTo = Infinity): Promise<void> {
  const wanted = migrations.filter(({ name }) => Number(/\d+$/.exec(name)) <= upTo);
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: wanted.map(forThisInstallation),
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
  grant insert, select (id, start_after) on pgboss.job_common to portal, officer, api;
  grant execute on function pgboss.job_now() to portal, officer, api;
  grant select, insert, update, delete on all tables in schema pgboss to worker;
  grant usage on all sequences in schema pgboss to worker;
  grant execute on all functions in schema pgboss to worker;
`;

/**
 * How many jobs a queue has changes by the minute. Counted while it was empty, it is taken for empty until it is
 * counted again: each look for a job then went through all of its jobs, and that through all of them once more,
 * a third of the server's time when refunds left. Uncounted, every queue is taken for a small part of all.
 */
const queuePlans = `
  alter table pgboss.job_common alter column name set statistics 0;
  do $$ begin
    -- What was counted before; older servers cannot forget it.
    if current_setting('server_version_num')::int >= 180000 then
      perform pg_clear_attribute_stats('pgboss', 'job_common', 'name', false);
    end if;
  end $$;
`;

async function fill(url: string, programmes: readonly ShippedProgramme[]): Promise<void> {
  await connected(url, async (owner) => {
    await owner.query(withRoles(queueGrants));
    await owner.query(queuePlans);
    await owner.query('begin');
    await installProgrammes(owner, programmes);
    await owner.query('commit');
  });
}

/**
 * Brings a database, new or old, to what this version of the portal needs. Each step may be begun
 * again after it was interrupted. What does not fit is refused before anything is changed.
 */
export async function prepareDatabase(options: DatabaseOptions): Promise<PreparedDatabase> {
  const urlFor = (login: Login) => loginUrl(options, login);
  const adminUrl = withDatabase(options.adminUrl, options.database);
  await asAdministrator(options.adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [preparationLock]);
    await refuseUnfitServer(admin);
    await refuseForeignDatabase(admin, options.database, adminUrl);
    await makeLogins(admin, options.passwords);
    await makeDatabase(admin, options.database);
    await migrate(urlFor('migrator'), options.migrationsUpTo);
    await makeQueues(urlFor('migrator'));
    await fill(urlFor('migrator'), options.programmes ?? shippedProgrammes);
  });
  return { urlFor, adminUrl };
}

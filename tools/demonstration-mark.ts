// How far the making of a demonstration has come, kept in its database. What was interrupted is begun
// again whole: half of the invented people would be found by nobody, and half of a payment by nothing.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asAdministrator, connected, Unusable, withDatabase } from './database-address.ts';
import type { Cluster } from './demonstration.ts';

/** `people` and `money` are under way; `invented` has people and no money; `complete` comes last. */
export type Step = 'people' | 'invented' | 'money' | 'complete';

/** Known by the key of its data: without that nobody could sign in, nor read a name. */
export const installationOf = (secrets: { readonly wrappingKey: string }): string =>
  createHash('sha256').update(`demonstration ${secrets.wrappingKey}`).digest('hex').slice(0, 16);

async function there(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('select where to_regclass($1) is not null', [table]);
  return rows.length > 0;
}

async function read(client: pg.Client, name: string, installation: string) {
  if (await there(client, 'public.demonstration')) {
    const { rows } = await client.query<{ step: Step; installation: string }>(
      'select step, installation from demonstration',
    );
    if (rows[0]?.installation === installation) return rows[0].step;
    if (rows[0]) {
      throw new Unusable(
        `The database "${name}" holds a demonstration whose keys are not in this data folder. ` +
          'Drop it, or name another one in DATABASE_URL.',
      );
    }
  }
  // A key of its own for everybody whose data are held: the one table that shows it to any owner.
  if (!(await there(client, 'public.data_key'))) return undefined;
  const { rowCount } = await client.query('select from data_key limit 1');
  if (rowCount === 0) return undefined;
  throw new Unusable(
    `The database "${name}" holds people and is no demonstration, so it is left alone. ` +
      'Name another one in DATABASE_URL.',
  );
}

export const exists = ({ adminUrl, database }: Cluster): Promise<boolean> =>
  asAdministrator(adminUrl, async (admin) => {
    const found = await admin.query('select from pg_database where datname = $1', [database]);
    return found.rowCount === 1;
  });

/** Looked at before anything is changed: another programme's real database may be named by mistake. */
export async function stepOf(cluster: Cluster, installation: string): Promise<Step | undefined> {
  if (!(await exists(cluster))) return undefined;
  const url = withDatabase(cluster.adminUrl, cluster.database);
  return connected(url, (client) => read(client, cluster.database, installation));
}

/** Only what is marked as a demonstration, by this installation, and is whole is ever filled. */
export async function mustBeWhole(
  cluster: Cluster,
  installation: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if ([env['PORTAL_MODE'], env['NODE_ENV']].includes('production')) {
    throw new Unusable('Invented cases are not for production.');
  }
  const step = await stepOf(cluster, installation);
  if (step === 'invented' || step === 'complete') return;
  throw new Unusable(
    `The database "${cluster.database}" is no demonstration, or one that is not finished. ` +
      '`npm start` makes one.',
  );
}

/** Removes what an interrupted making left. */
export async function dropUnfinished({ adminUrl, database }: Cluster): Promise<void> {
  await connected(withDatabase(adminUrl, 'postgres'), (admin) =>
    admin.query(`drop database if exists ${admin.escapeIdentifier(database)} with (force)`),
  );
}

export async function writeStep(adminUrl: string, installation: string, step: Step): Promise<void> {
  await connected(adminUrl, (client) =>
    client.query(
      `insert into demonstration (installation, step) values ($1, $2)
       on conflict (only_row) do update set step = excluded.step`,
      [installation, step],
    ),
  );
}

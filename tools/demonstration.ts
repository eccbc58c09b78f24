// The demonstration's database: embedded under .data/, or the one that DATABASE_URL names.
import { join } from 'node:path';
import { dataFolder } from './checkout.ts';
import { checkedAddress } from './database-address.ts';
import { findPostgres, startPostgres, type Postgres } from './postgres.ts';
import type { Secrets } from './secrets.ts';

export interface Cluster {
  readonly adminUrl: string;
  readonly database: string;
  /** True when it was found at work: somebody else will stop it. */
  readonly isShared: boolean;
  /** The embedded one; absent when DATABASE_URL names another. */
  readonly server?: Postgres;
  readonly stop: () => Promise<void>;
}

const ownName = 'visa_bond_portal';

/** The database that an address names; the maintenance database is nobody's place to live. */
export function databaseNamed(url: string): string {
  const name = decodeURIComponent(new URL(checkedAddress(url)).pathname.slice(1));
  return name === '' || name === 'postgres' ? ownName : name;
}

const embedded = (secrets: Pick<Secrets, 'administrator'>) => ({
  folder: join(dataFolder, 'postgres'),
  password: secrets.administrator,
});

export async function demonstrationDatabase(
  secrets: Pick<Secrets, 'administrator'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Cluster> {
  const url = env['DATABASE_URL'];
  if (url) {
    const stop = () => Promise.resolve();
    return { adminUrl: url, database: databaseNamed(url), isShared: true, stop };
  }
  const server = await startPostgres(embedded(secrets));
  return {
    adminUrl: server.adminUrl(),
    database: ownName,
    isShared: server.reused,
    server,
    stop: server.stop,
  };
}

/** Ends the embedded server, whoever started it and however far its start has come. */
export async function stopDemonstrationDatabase(
  secrets: Pick<Secrets, 'administrator'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  if (!env['DATABASE_URL']) await (await findPostgres(embedded(secrets)))?.stop();
}

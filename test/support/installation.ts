// What an installation does before anybody can sign in: the first members of staff are made in its
// name, with an administrator's connection.
import { Database, sourceOptions, systemCtx, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { TestDatabase } from './database.ts';

/** One piece of work in the installation's name. */
export async function byInstallation<T>(
  db: TestDatabase,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const source = await new DataSource(sourceOptions(db.adminUrl, 1)).initialize();
  try {
    return await new Database(source).write(systemCtx('installation'), work);
  } finally {
    await source.destroy();
  }
}

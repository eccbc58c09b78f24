import pg from 'pg';
import type { Config } from '../config/config.ts';

/** Production was started on the database of invented people. */
class OfDemonstration extends Error {
  override readonly name = 'OfDemonstration';
}

/** Invented people have passwords that anybody knows: production does not start on their database. */
export async function refuseDemonstration({ mode, databaseUrl }: Config): Promise<void> {
  if (mode !== 'production') return;
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // what matters is thrown by the query
  try {
    await client.connect();
    const { rowCount } = await client.query('select from demonstration');
    if (rowCount === 0) return;
  } finally {
    await client.end().catch(() => undefined);
  }
  throw new OfDemonstration('DATABASE_URL: the database of a demonstration is not for production.');
}

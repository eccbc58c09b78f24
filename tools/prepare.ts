// Makes a production database ready: run once before the processes of a new version start. It may be
// stopped at any moment and run again.
// DATABASE_URL is an administrator's; the logins' passwords come from DATABASE_PASSWORD_<LOGIN>.
import { worthlessSecrets } from '../libs/platform/src/config/secret-strength.ts';
import { noSuchDatabase } from './database-address.ts';
import { connected, logins, prepareDatabase, withDatabase, type Login } from './database.ts';
import { databaseNamed } from './demonstration.ts';

function required(names: readonly string[]): void {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  console.error(`Not set: ${missing.join(', ')}.`);
  process.exit(1);
}

const passwordOf = (login: Login) => `DATABASE_PASSWORD_${login.toUpperCase()}`;

function refuseWorthless(passwords: ReadonlyMap<string, string>): void {
  const byName = [...passwords].map(
    ([login, secret]) => [passwordOf(login as Login), Buffer.from(secret)] as const,
  );
  const worthless = worthlessSecrets(new Map(byName));
  if (worthless.length > 0) throw new Error(worthless.join('\n'));
}

/** Invented people and their passwords do not become a production by preparing it. */
async function refuseDemonstration(adminUrl: string, database: string): Promise<void> {
  const isMarked = await connected(withDatabase(adminUrl, database), async (client) => {
    const there = await client.query<{ is: boolean }>(
      `select to_regclass('public.demonstration') is not null as is`,
    );
    if (!there.rows[0]?.is) return false;
    return ((await client.query('select from public.demonstration')).rowCount ?? 0) > 0;
  }).catch((error: { code?: string }) => {
    if (error.code === noSuchDatabase) return false;
    throw error;
  });
  if (isMarked) throw new Error(`"${database}" is the database of a demonstration.`);
}

async function main(): Promise<void> {
  required(['DATABASE_URL', ...logins.map(passwordOf)]);
  const adminUrl = process.env['DATABASE_URL'] ?? '';
  const passwords = Object.fromEntries(
    logins.map((login) => [login, process.env[passwordOf(login)]]),
  ) as Record<Login, string>;
  refuseWorthless(new Map(Object.entries(passwords)));
  const database = databaseNamed(adminUrl);
  await refuseDemonstration(adminUrl, database);
  await prepareDatabase({ adminUrl, database, passwords });
  console.log('The database is ready.');
}

await main().catch((error: unknown) => {
  console.error(`Not prepared. ${(error as Error).message}`);
  process.exitCode = 1;
});

// Makes a production database ready: run once before the processes of a new version start. It may be
// stopped at any moment and run again.
// DATABASE_URL is an administrator's; the logins' passwords come from DATABASE_PASSWORD_<LOGIN>.
import { logins, prepareDatabase, type Login } from './database.ts';
import { databaseNamed } from './demonstration.ts';

function required(names: readonly string[]): void {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  console.error(`Not set: ${missing.join(', ')}.`);
  process.exit(1);
}

const passwordOf = (login: Login) => `DATABASE_PASSWORD_${login.toUpperCase()}`;

async function main(): Promise<void> {
  required(['DATABASE_URL', ...logins.map(passwordOf)]);
  const adminUrl = process.env['DATABASE_URL'] ?? '';
  const passwords = Object.fromEntries(
    logins.map((login) => [login, process.env[passwordOf(login)]]),
  ) as Record<Login, string>;
  await prepareDatabase({ adminUrl, database: databaseNamed(adminUrl), passwords });
  console.log('The database is ready.');
}

await main().catch((error: unknown) => {
  console.error(`Not prepared. ${(error as Error).message}`);
  process.exitCode = 1;
});

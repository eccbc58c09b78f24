// Makes a production database ready: run once before the processes of a new version start.
// DATABASE_URL is an administrator's; the logins' passwords come from DATABASE_PASSWORD_<LOGIN>.
import { logins, prepareDatabase, type Login } from './database.ts';
import { databaseNamed } from './demonstration.ts';

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set.`);
  process.exit(1);
}

const adminUrl = required('DATABASE_URL');
const passwords = Object.fromEntries(
  logins.map((login) => [login, required(`DATABASE_PASSWORD_${login.toUpperCase()}`)]),
) as Record<Login, string>;
await prepareDatabase({ adminUrl, database: databaseNamed(adminUrl), passwords });
console.log('The database is ready.');

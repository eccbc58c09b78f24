// The administrator's address of a PostgreSQL: connecting by it, and saying in one line what is wrong
// with it. The password in it is never shown.
import pg from 'pg';

/** PostgreSQL's code. */
export const noSuchDatabase = '3D000';
const connectTimeoutMs = 15_000;

/** What stops a preparation and can be mended by whoever asked for it. One line. */
export class Unusable extends Error {}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/** Runs one piece of work on a connection of its own and closes it whatever happens. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tools',
    connectionTimeoutMillis: connectTimeoutMs,
  });
  client.on('error', () => undefined); // a server that goes away rejects what is asked as well
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same address, refused when it cannot be one of a PostgreSQL. */
export function checkedAddress(text: string): string {
  const form = 'postgres://administrator:password@host:5432/database';
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (parsed === undefined) {
    throw new Unusable(
      `DATABASE_URL: not an address of the form ${form}. In a password, / ? # and @ are written ` +
        '%2F %3F %23 and %40.',
    );
  }
  if (!/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Unusable(`DATABASE_URL: begins with "${parsed.protocol}", not of the form ${form}.`);
  }
  if (!parsed.hostname) throw new Unusable(`DATABASE_URL: names no host. Its form is ${form}.`);
  if (!parsed.username) throw new Unusable(`DATABASE_URL: names no login. Its form is ${form}.`);
  return text;
}

/** What each failure to connect means, by PostgreSQL's or the system's code. */
function meaning(error: NodeJS.ErrnoException, { host, username, pathname }: URL): string {
  const login = decodeURIComponent(username);
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host of the name in "${host}"`;
    case 'ECONNREFUSED':
      return `nothing listens at ${host}; is PostgreSQL running there?`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${host} cannot be reached`;
    case '28P01':
      return `the password of "${login}" is wrong, or there is no such login`;
    case '28000':
      return `the server does not let "${login}" in from here (${error.message})`;
    case noSuchDatabase:
      return `the database "${decodeURIComponent(pathname.slice(1))}" does not exist`;
    case '53300':
      return 'the server has no connection left';
    case '57P03':
      return 'the server is starting or stopping; try again in a moment';
    default:
      return error.message || `no connection to ${host} (${error.code ?? 'no reason given'})`;
  }
}

/** A connection that fails with several reasons (one for each address of a name) has no text. */
const firstOf = (error: unknown): NodeJS.ErrnoException =>
  (error instanceof AggregateError ? error.errors[0] : error) as NodeJS.ErrnoException;

/** Tries the address; where only its database is missing, that of the maintenance database. */
async function usable(url: string): Promise<string> {
  try {
    await connected(url, (admin) => admin.query('select'));
    return url;
  } catch (error) {
    const reason = firstOf(error);
    if (reason.code === noSuchDatabase && new URL(url).pathname !== '/postgres') {
      return usable(withDatabase(url, 'postgres'));
    }
    throw new Unusable(`DATABASE_URL: ${meaning(reason, new URL(url))}.`);
  }
}

/** The address may name the database that is still to be made: then by the maintenance database. */
export async function asAdministrator<T>(url: string, work: (admin: pg.Client) => Promise<T>) {
  return connected(await usable(checkedAddress(url)), work);
}

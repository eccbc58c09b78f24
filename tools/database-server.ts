// What is asked of a server before anything is changed on it, and the roles that we make there.
// A server may be shared with other applications: nothing that we did not make is touched.
import pg from 'pg';
import { logins, roleOf, rolePrefixProblem, type Login } from '../migrations/logins.ts';
import { connected, Unusable } from './database-address.ts';

/** The comment by which we know a role as made by us. */
const MARK = 'Visa Bond Portal';
/** From 16 on the owner of a database owns its schema "public"; older ones were never tried. */
const OLDEST_MAJOR = 16;

const RIGHTS = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls';

interface Role {
  readonly name: string;
  readonly isOurs: boolean;
  readonly isPlain: boolean;
}

async function existingRoles(admin: pg.Client): Promise<Role[]> {
  const { rows } = await admin.query<Role>(
    `select rolname as name, coalesce(shobj_description(oid, 'pg_authid') = $2, false) as "isOurs",
       rolcanlogin and not (rolsuper or rolcreatedb or rolcreaterole or rolinherit or
                            rolreplication or rolbypassrls) as "isPlain"
     from pg_roles where rolname = any($1)`,
    [logins.map(roleOf), MARK],
  );
  return rows;
}

/** The version, the administrator's own rights, and names that others have taken. */
export async function refuseUnfitServer(admin: pg.Client): Promise<void> {
  const problem = rolePrefixProblem();
  if (problem !== undefined) throw new Unusable(problem);
  const { rows } = await admin.query<{ number: number; version: string; may: boolean; me: string }>(
    `select current_setting('server_version_num')::int as number,
       current_setting('server_version') as version, current_user as me,
       (select rolsuper or rolcreaterole and rolcreatedb from pg_roles
        where rolname = current_user) as may`,
  );
  const [server] = rows;
  if (!server || server.number < OLDEST_MAJOR * 10_000) {
    throw new Unusable(
      `DATABASE_URL: that server is PostgreSQL ${server?.version}; ${OLDEST_MAJOR} or newer is needed.`,
    );
  }
  if (!server.may) {
    throw new Unusable(
      `DATABASE_URL: "${server.me}" may not make logins and databases; ` +
        'name an administrator, or a login with CREATEROLE and CREATEDB.',
    );
  }
  const foreign = (await existingRoles(admin)).find(({ isOurs }) => !isOurs);
  if (foreign) {
    throw new Unusable(
      `The server already has a role "${foreign.name}" that this program did not make, so it is ` +
        'left alone. Set DATABASE_ROLE_PREFIX to a prefix that nobody uses.',
    );
  }
}

/** A database of somebody else: it has another owner, and something in it. */
export async function refuseForeignDatabase(admin: pg.Client, name: string, url: string) {
  const { rows } = await admin.query<{ owner: string; mark: string | null }>(
    `select pg_get_userbyid(datdba) as owner, shobj_description(datdba, 'pg_authid') as mark
     from pg_database where datname = $1`,
    [name],
  );
  const [found] = rows;
  if (found === undefined || found.owner === roleOf('migrator')) return;
  if (found.mark === MARK) {
    const prefix = found.owner.replace(/migrator$/, '');
    throw new Unusable(
      `The database "${name}" was made with DATABASE_ROLE_PREFIX=${prefix}; set it again.`,
    );
  }
  const isEmpty = await connected(url, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^(pg_|information_schema$)' limit 1`,
    );
    return rowCount === 0;
  });
  if (isEmpty) return;
  throw new Unusable(
    `The database "${name}" belongs to "${found.owner}" and is not empty, so it is left alone. ` +
      'Name another one in DATABASE_URL; it is made when it does not exist.',
  );
}

/** Makes the logins that are missing, and gives each the password that it shall have. */
export async function makeLogins(
  admin: pg.Client,
  passwords?: Readonly<Record<Login, string>>,
): Promise<void> {
  const existing = new Map((await existingRoles(admin)).map((role) => [role.name, role]));
  // All or none, with the mark: a role without it would be taken for somebody else's next time.
  await admin.query('begin');
  for (const login of logins) {
    const role = roleOf(login);
    const found = existing.get(role);
    const secret = passwords ? ` password ${pg.escapeLiteral(passwords[login])}` : '';
    if (found === undefined) {
      await admin.query(`create role ${role} ${RIGHTS}${secret}`);
      await admin.query(`comment on role ${role} is ${pg.escapeLiteral(MARK)}`);
    } else {
      // Only a superuser may name these rights, even to leave them as they are.
      const rights = found.isPlain ? '' : ` ${RIGHTS}`;
      if (rights || secret) await admin.query(`alter role ${role}${rights}${secret}`);
    }
  }
  // An administrator who is no superuser (a managed service) must belong to the owner he appoints.
  const me = await admin.query<{ plain: boolean }>(
    'select not rolsuper as plain from pg_roles where rolname = current_user',
  );
  if (me.rows[0]?.plain) await admin.query(`grant ${roleOf('migrator')} to current_user`);
  await admin.query('commit');
}

// Which login may do what to which table: read from the catalogue of a newly prepared database, so
// that the checked-in file shows every change of rights in review.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { dataFolder } from '../checkout.ts';
import { connected, logins, prepareDatabase, roleOf } from '../database.ts';
import type { Generator } from '../generate.ts';
import { isProcessAlive, removeUnfinished } from '../leftovers.ts';
import { findPostgres, startPostgres } from '../postgres.ts';

interface Right {
  readonly object: string;
  readonly login: string;
  readonly rights: string;
}

const schemas = `n.nspname !~ '^(pg_|information_schema$)'`;
/** Partitions that pg-boss names after their day are left out: their parent says the same. */
const dated = `c.relispartition and c.relname ~ '_[0-9]{8}$'`;
const relations = `c.relkind in ('r', 'p', 'v', 'm') and not (${dated}) and ${schemas}`;
const grantee = `case when a.grantee = 0 then 'public'
  else regexp_replace(pg_get_userbyid(a.grantee), '^${roleOf('migrator').replace(/migrator$/, '')}', '') end`;

/** Rights on whole tables, and on columns with the columns named. The owner's are left out. */
const tableRights = `
  with granted as (
    select n.nspname || '.' || c.relname as object, c.relowner, a.grantee,
           lower(a.privilege_type) as privilege, null as col
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
     where ${relations}
    union all
    select n.nspname || '.' || c.relname, c.relowner, a.grantee,
           lower(a.privilege_type), t.attname::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
     where ${relations}
  ), per_right as (
    select object, ${grantee} as login, privilege,
           privilege || coalesce(' (' || string_agg(col, ', ' order by col) || ')', '') as text
      from granted a where grantee <> relowner group by object, grantee, privilege
  )
  select object, login, string_agg(text, ', ' order by privilege) as rights
    from per_right group by object, login order by object, login`;

const functionRights = `
  select n.nspname || '.' || p.proname as object, ${grantee} as login, 'execute' as rights
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
         aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
   where ${schemas} and a.grantee <> p.proowner
   group by 1, 2 order by 1, 2`;

const tables = `
  select n.nspname || '.' || c.relname as name,
         case when c.relforcerowsecurity then 'forced' when c.relrowsecurity then 'on' else '' end
           as policy
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where ${relations} order by 1`;

const columns = ['public', ...logins.filter((login) => login !== 'migrator')];

async function describe(client: pg.Client): Promise<string> {
  const { rows: all } = await client.query<{ name: string; policy: string }>(tables);
  const { rows: rights } = await client.query<Right>(tableRights);
  const { rows: functions } = await client.query<Right>(functionRights);
  const cell = (object: string, login: string) =>
    rights.find((right) => right.object === object && right.login === login)?.rights ?? '';
  const lines = all.map(({ name, policy }) => {
    const cells = columns.map((login) => cell(name, login));
    return `| ${[name, policy, ...cells].join(' | ')} |`;
  });
  const names = [...new Set(functions.map(({ object }) => object))];
  const callers = names.map((name) => {
    const who = functions.filter(({ object }) => object === name).map(({ login }) => login);
    return `| ${name} | ${who.join(', ')} |`;
  });
  return [
    '# Rights in the database',
    'Beside the owner, `migrator`, which never serves. On the server each name has the prefix of ' +
      'the installation (`DATABASE_ROLE_PREFIX`). "forced": row-level security that binds the ' +
      'owner too.',
    [
      `| ${['table or view', 'rows', ...columns].join(' | ')} |`,
      `|${' --- |'.repeat(columns.length + 2)}`,
      ...lines,
    ].join('\n'),
    '## Functions',
    ['| function | may be called by |', '| --- | --- |', ...callers].join('\n'),
  ].join('\n\n');
}

/** What a killed run left, its server included. */
async function removeKilled(): Promise<void> {
  const name = /^generate-(\d+)(?:\.log)?$/;
  for (const entry of existsSync(dataFolder) ? readdirSync(dataFolder) : []) {
    const [, pid] = name.exec(entry) ?? [];
    if (pid === undefined || isProcessAlive(Number(pid)) || entry.endsWith('.log')) continue;
    await (await findPostgres({ folder: join(dataFolder, entry) }))?.stop();
  }
  removeUnfinished(dataFolder, name);
}

export const grants: Generator = {
  file: 'docs/security/grants.md',
  generate: async () => {
    const folder = join(dataFolder, `generate-${process.pid}`);
    await removeKilled();
    const server = await startPostgres({ folder, fast: true });
    try {
      const options = { adminUrl: server.adminUrl(), database: 'catalogue' };
      const { adminUrl } = await prepareDatabase(options);
      return `${await connected(adminUrl, describe)}\n`;
    } finally {
      await server.stop();
      for (const path of [server.folder, `${server.folder}.log`]) {
        rmSync(path, { recursive: true, force: true });
      }
    }
  },
};

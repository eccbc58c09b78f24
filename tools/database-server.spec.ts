// A server that is shared with other applications: what is theirs is left as it is.
import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { checkout } from './checkout.ts';
import { refuseUnfitServer } from './database-server.ts';
import { connected, logins, prepareDatabase, roleOf, withDatabase } from './database.ts';
import { startPostgres, type Postgres } from './postgres.ts';

const home = mkdtempSync(join(tmpdir(), 'shared-server-'));
chmodSync(home, 0o755); // the server's user must be able to walk here
let server: Postgres;

beforeAll(async () => {
  server = await startPostgres({ folder: join(home, 'data'), fast: true });
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

const ask = async <R extends pg.QueryResultRow>(sql: string, database = 'postgres') =>
  (await connected(server.adminUrl(database), (c) => c.query<R>(sql))).rows;

const ROLES = `select rolname, rolsuper, rolinherit, rolcanlogin, rolpassword
  from pg_authid where rolname !~ '^pg_' order by rolname`;

/** Production's own program, with its own prefix. */
function prepares(database: string, prefix: string, url = server.adminUrl(database)) {
  // With signs that an address would have to escape.
  const password = () => `p/w%${randomBytes(24).toString('base64')}`;
  const passwords = logins.map((login) => [`DATABASE_PASSWORD_${login.toUpperCase()}`, password()]);
  const env = { ...process.env, DATABASE_URL: url, DATABASE_ROLE_PREFIX: prefix };
  const program = join(checkout, 'tools', 'prepare.ts');
  return new Promise<string>((done) => {
    execFile(
      process.execPath,
      [program],
      { env: { ...env, ...Object.fromEntries(passwords), NODE_OPTIONS: '' } },
      (_, out, problems) => done((out + problems).trim()),
    );
  });
}

test('roles of another application keep their password and rights, and get nothing of ours', async () => {
  for (const name of logins) await ask(`create role ${name} login inherit password 'theirs'`);
  const theirs = await ask(ROLES);
  expect(await prepares('beside_them', 'visa_bond_')).toBe('The database is ready.');
  const names = (rows: pg.QueryResultRow[]) => rows.map((row) => String(row['rolname']));
  const after = await ask(ROLES);
  expect(after.filter((row) => names(theirs).includes(String(row['rolname'])))).toEqual(theirs);
  expect(names(after).filter((name) => !names(theirs).includes(name))).toEqual(
    [...logins].map(roleOf).sort(),
  );
  const reach = await ask<{ name: string }>(
    `select r.rolname as name from pg_roles r where r.rolname = any('{${logins.join(',')}}')
     and (has_database_privilege(r.oid, current_database(), 'connect')
       or has_schema_privilege(r.oid, 'app', 'usage')
       or has_table_privilege(r.oid, 'visa_case', 'select'))`,
    'beside_them',
  );
  expect(reach).toEqual([]);
}, 60_000);

test('a role of our name that we did not make is refused before anything is changed', async () => {
  await ask(`create role taken_api login password 'theirs'`);
  const before = [await ask(ROLES), await ask('select datname from pg_database order by 1')];
  expect(await prepares('never_made', 'taken_')).toMatch(
    /^Not prepared. The server already has a role "taken_api" that this program did not make[^\n]*DATABASE_ROLE_PREFIX[^\n]*$/,
  );
  expect([await ask(ROLES), await ask('select datname from pg_database order by 1')]).toEqual(
    before,
  );
}, 60_000);

test('a database of another application is refused, an empty one is taken', async () => {
  await ask('create database shop');
  await ask('create table orders (id int)', 'shop');
  expect(await prepares('shop', 'shop_bond_')).toContain('belongs to "postgres" and is not empty');
  expect(await ask(`select from pg_roles where rolname like 'shop%'`)).toEqual([]);
  await ask('create database given');
  const [adminUrl, database] = [server.adminUrl(), 'given'];
  const made = await prepareDatabase({ adminUrl, database });
  expect(
    await connected(made.urlFor('worker'), (c) => c.query('select app.login()')),
  ).toMatchObject({ rows: [{ login: 'worker' }] });
}, 60_000);

test('two installations live side by side, and neither prepares the other’s database', async () => {
  await prepareDatabase({ adminUrl: server.adminUrl(), database: 'first' });
  expect(await prepares('second', 'other_')).toBe('The database is ready.');
  expect(await prepares('first', 'other_')).toContain(
    'DATABASE_ROLE_PREFIX=visa_bond_; set it again',
  );
  const url = new URL(withDatabase(server.adminUrl(), 'second'));
  url.username = 'other_officer';
  const seen = await connected(url.toString(), async (client) => {
    await client.query(`select set_config('app.scope', 'sign-in', false)`);
    return client.query('select app.login() as login, app.scope() as scope');
  });
  expect(seen.rows).toEqual([{ login: 'officer', scope: 'sign-in' }]);
}, 60_000);

test('an administrator who is no superuser may prepare, and prepare again', async () => {
  await ask(`create role keeper login createdb createrole`);
  const url = new URL(server.adminUrl('managed'));
  url.username = 'keeper';
  for (const _ of ['first', 'again']) {
    expect(await prepares('managed', 'managed_', url.toString())).toBe('The database is ready.');
  }
  await ask(`create role reader login`);
  url.pathname = '/more';
  url.username = 'reader';
  expect(await prepares('more', 'reader_', url.toString())).toContain(
    '"reader" may not make logins',
  );
}, 60_000);

test('an older server is refused after one look at its version', async () => {
  const asked: string[] = [];
  const rows = [{ number: 150_018, version: '15.18', may: true, me: 'postgres' }];
  const older = { query: (sql: string) => (asked.push(sql), Promise.resolve({ rows })) };
  await expect(refuseUnfitServer(older as unknown as pg.Client)).rejects.toThrow(
    'DATABASE_URL: that server is PostgreSQL 15.18; 16 or newer is needed.',
  );
  expect(asked.map((sql) => sql.split(' ')[0])).toEqual(['select']);
});

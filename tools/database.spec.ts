import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../test/support/database.ts';
import { connected, logins, prepareDatabase, roleOf } from './database.ts';
import { runOracle } from './oracle-checks.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

test('each login gets into a cloned database, as itself and without more rights', async () => {
  for (const login of logins) {
    const { rows } = await connected(db.url(login), (client) =>
      client.query(
        `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolinherit
           from pg_roles where rolname = current_user`,
      ),
    );
    expect(rows).toEqual([
      {
        rolname: roleOf(login),
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolbypassrls: false,
        rolinherit: false,
      },
    ]);
  }
});

test('the migrator owns the database and nobody else may connect by default', async () => {
  const { rows } = await db.admin.query(
    `select pg_get_userbyid(datdba) as owner,
            exists (select from aclexplode(datacl) a where a.grantee = 0) as is_public
       from pg_database where datname = $1`,
    [db.name],
  );
  expect(rows).toEqual([{ owner: roleOf('migrator'), is_public: false }]);
});

test('preparing it again changes nothing', async () => {
  const count = `select (select count(*) from migrations)::int as migrations,
                        (select count(*) from pgboss.queue)::int as queues,
                        (select count(*) from pg_class)::int as relations`;
  const before = await db.admin.query(count);
  await prepareDatabase({ adminUrl: db.adminUrl, database: db.name });
  const after = await db.admin.query(count);
  expect(after.rows).toEqual(before.rows);
});

test('the auditor’s login runs every check, and sees what the administrator sees', async () => {
  const names = (result: Awaited<ReturnType<typeof runOracle>>) => result.checks.map((c) => c.name);
  const seen = await connected(db.url('auditor'), runOracle);
  expect(seen.violations).toEqual([]);
  expect(names(seen)).toEqual(names(await runOracle(db.admin)));
});

test('the oracle lists every check of every view, and who breaks it', async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
  await db.admin.query(`create schema probe;
    create view probe.oracle as select 'nothing''s amiss' as "check", '1' as offender where false
      union all select 'sum zero', generate_series(1, 150)::text`);
  const { ok, checks, violations } = await runOracle(db.admin);
  expect(ok).toBe(false);
  const own = checks.filter(({ name }) => name.startsWith('probe: '));
  expect(own.map(({ name, rows }) => [name, rows])).toEqual([
    ["probe: nothing's amiss", 0],
    ['probe: sum zero', 150],
  ]);
  expect(violations[0]).toEqual({ check: 'probe: sum zero', offender: '1' });
  expect(violations).toHaveLength(100);
});

test('an oracle that names no check is refused instead of passing', async () => {
  await db.admin.query(`create schema blind;
    create view blind.oracle as select current_user::text as "check", 'x' as offender`);
  await expect(runOracle(db.admin)).rejects.toThrow('blind.oracle names no checks');
  await db.admin.query('rollback');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, oracleIsClean, type TestDatabase } from '../test/support/database.ts';
import { connected, logins, prepareDatabase } from './database.ts';

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
        rolname: login,
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
  expect(rows).toEqual([{ owner: 'migrator', is_public: false }]);
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

test('the oracle finds every view of its name, and says what is wrong', async () => {
  expect(await oracleIsClean(db.adminUrl)).toEqual([]);
  await db.admin.query(`create schema probe;
    create view probe.oracle as select 'sum_is_zero' as check_name, 7::bigint as offending`);
  expect(await oracleIsClean(db.adminUrl)).toEqual([
    '{"view":"probe.oracle","check_name":"sum_is_zero","offending":"7"}',
  ]);
});

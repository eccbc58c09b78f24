import { Accounts, identityEntities } from '#identity';
import { notificationEntities } from '#notification';
import {
  accountCtx,
  Database,
  newId,
  schemaDrift,
  signInCtx,
  systemCtx,
  visitorCtx,
  type Ctx,
} from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { anEmail, PASSWORD, People } from '../support/people.ts';

let people: People;
beforeAll(async () => {
  people = await People.start();
});
afterAll(() => people.stop());

const count = async (app: TestingModule, ctx: Ctx, table: string) => {
  const sql = `select count(*)::int as n from ${table}`;
  const read = app.get(Database).read(ctx, (tx) => tx.query<{ n: number }>(sql));
  return (await read)[0]!.n;
};

test('somebody who is signing in sees no list of accounts or codes', async () => {
  await people.anApplicant();
  await people.aStaffMember(['officer']);
  for (const app of [people.portal, people.officer]) {
    expect(await count(app, signInCtx('t'), 'account')).toBe(0);
    expect(await count(app, visitorCtx('t'), 'account')).toBe(0);
  }
  for (const app of [people.portal, people.officer]) {
    expect(await count(app, signInCtx('t'), 'mailed_code')).toBe(0);
  }
});

test('an applicant sees his own account, the portal no staff whatever it says it is', async () => {
  const { accountId } = await people.anApplicant();
  const staff = await people.aStaffMember(['officer']);
  expect(await count(people.portal, accountCtx(accountId, 'applicant', 't'), 'account')).toBe(1);
  expect(await count(people.portal, systemCtx('t'), 'account')).toBe(0);
  expect(await count(people.portal, accountCtx(accountId, 'staff', 't'), 'account')).toBe(0);
  const asStaff = accountCtx(staff.accountId, 'staff', 't');
  expect(await count(people.portal, asStaff, 'account')).toBe(0);
  expect(await count(people.officer, asStaff, 'account')).toBeGreaterThan(1);
});

test('the officer site sees no account of an applicant', async () => {
  const { accountId } = await people.anApplicant();
  const staff = await people.aStaffMember(['officer']);
  expect(await people.officer.get(Accounts).byId(accountId)).toBeNull();
  const kinds = await people.officer
    .get(Database)
    .read(accountCtx(staff.accountId, 'staff', 't'), (tx) =>
      tx.query('select distinct kind from account'),
    );
  expect(kinds).toEqual([{ kind: 'staff' }]);
});

test('nobody gives himself a role', async () => {
  const eve = await people.aStaffMember(['administrator']);
  const grant = (to: string) =>
    people.officer.get(Database).write(accountCtx(eve.accountId, 'staff', 't'), (tx) =>
      tx.query(
        `insert into account_role (account_id, role, granted_by)
         values ($1, 'treasury', app.actor()) returning role`,
        [to],
      ),
    );
  await expect(grant(eve.accountId)).rejects.toThrow('row-level security');
  const other = await people.aStaffMember(['officer']);
  expect(await grant(other.accountId)).toEqual([{ role: 'treasury' }]);
});

test('the portal makes no staff and grants no role; nobody changes an account', async () => {
  const { accountId } = await people.anApplicant();
  const staff = {
    email: anEmail(),
    password: PASSWORD,
    name: 'Eve',
    roles: ['treasury'],
    consulateId: null,
    language: 'en',
  } as const;
  for (const ctx of [systemCtx('t'), signInCtx('t'), accountCtx(accountId, 'staff', 't')]) {
    const made = people.portal
      .get(Database)
      .write(ctx, (tx) => people.portal.get(Accounts).createStaff(tx, staff));
    await expect(made).rejects.toThrow('row-level security');
  }
  const run = (app: TestingModule, sql: string) =>
    app.get(Database).write(systemCtx('t'), (tx) => tx.query(sql));
  const grant = `insert into account_role (account_id, role) values ('${accountId}', 'treasury')`;
  await expect(run(people.portal, grant)).rejects.toThrow('permission denied');
  for (const app of [people.portal, people.officer]) {
    for (const sql of ["update account set state = 'active'", 'delete from account']) {
      await expect(run(app, sql)).rejects.toThrow('permission denied');
    }
  }
});

test('an applicant who signs up cannot slip into staff by the same door', async () => {
  const insert = people.portal.get(Database).write(signInCtx('t'), async (tx) => {
    await tx.query("select set_config('app.sign_in_key', repeat('00', 32), true)");
    await tx.query(
      `insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                              language, contact_point_id)
         values ($1, 'staff', decode(repeat('00', 32), 'hex'), '', 'Eve', 'x', 'en', $1)`,
      [newId()],
    );
  });
  await expect(insert).rejects.toThrow('row-level security');
});

test('entities and schema agree', async () => {
  const entities = [...notificationEntities, ...identityEntities];
  const drift = await schemaDrift(people.db.adminUrl, entities);
  // Checks, and keys into another library's tables, are the migrations' alone.
  const checks = await people.rows<{ name: string }>(
    `select conname as name from pg_constraint
     where contype = 'c' or conname = 'account_consulate'`,
  );
  const own = new Set(checks.map((c) => c.name));
  const isDrift = (sql: string) => !own.has(/DROP CONSTRAINT "(\w+)"$/.exec(sql)?.[1] ?? '');
  expect(drift.filter(isDrift)).toEqual([]);
});

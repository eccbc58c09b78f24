import { Accounts } from '#identity';
import { mustBeOk } from '#kernel';
import { Database, newId, signInCtx, SignInOver, systemCtx, visitorCtx, type Ctx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { signedInCtx } from '../support/signed-in.ts';
import { anEmail, PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const count = async (app: TestingModule, ctx: Ctx, table: string) => {
  const sql = `select count(*)::int as n from ${table}`;
  const read = app.get(Database).read(ctx, (tx) => tx.query<{ n: number }>(sql));
  return (await read)[0]!.n;
};

test('somebody who is signing in sees no list of accounts or codes', async () => {
  await people.anApplicant();
  await people.aStaffMember(['officer']);
  for (const app of [world.portal, world.officer]) {
    expect(await count(app, signInCtx('t'), 'account')).toBe(0);
    expect(await count(app, visitorCtx('t'), 'account')).toBe(0);
  }
  for (const app of [world.portal, world.officer]) {
    expect(await count(app, signInCtx('t'), 'mailed_code')).toBe(0);
  }
});

test('an applicant sees his own account, the portal no staff whatever it says it is', async () => {
  const { accountId } = await people.anApplicant();
  const staff = await people.aStaffMember(['officer']);
  const asApplicant = await signedInCtx(world.db, accountId, 'applicant');
  expect(await count(world.portal, asApplicant, 'account')).toBe(1);
  expect(await count(world.portal, systemCtx('t'), 'account')).toBe(0);
  const asStaff = await signedInCtx(world.db, staff.accountId, 'staff');
  await expect(count(world.portal, asStaff, 'account')).rejects.toThrow(SignInOver);
  expect(await count(world.officer, asStaff, 'account')).toBeGreaterThan(1);
});

test('the officer site sees no account of an applicant', async () => {
  const { email } = await people.anApplicant();
  const by = mustBeOk(await people.signIn(world.portal, email));
  expect(await world.officer.get(Accounts).signedIn('staff', by)).toBeNull();
  const staff = await people.aStaffMember(['officer']);
  const kinds = await world.officer
    .get(Database)
    .read(await signedInCtx(world.db, staff.accountId, 'staff'), (tx) =>
      tx.query('select distinct kind from account'),
    );
  expect(kinds).toEqual([{ kind: 'staff' }]);
});

test('staff and roles are made by an administrator’s function only, whatever a process writes', async () => {
  const { accountId, email } = await people.anApplicant();
  const staff = {
    email: anEmail(),
    password: PASSWORD,
    name: 'Eve',
    roles: ['treasury'],
    consulateId: null,
    language: 'en',
  } as const;
  const asOfficer = await signedInCtx(
    world.db,
    (await people.aStaffMember(['officer', 'head_of_section', 'treasury'])).accountId,
    'staff',
  );
  const hire = (app: TestingModule, ctx: Ctx) =>
    app.get(Database).write(ctx, (tx) => app.get(Accounts).createStaff(tx, staff));
  await expect(hire(world.officer, asOfficer)).rejects.toThrow('by an administrator');
  for (const ctx of [systemCtx('t'), signInCtx('t')]) {
    await expect(hire(world.officer, ctx)).rejects.toThrow();
    await expect(hire(world.portal, ctx)).rejects.toThrow();
  }
  const asApplicant = await signedInCtx(world.db, accountId, 'applicant');
  await expect(hire(world.portal, asApplicant)).rejects.toThrow('row-level security');
  const run = (app: TestingModule, sql: string) =>
    app.get(Database).write(systemCtx('t'), (tx) => tx.query(sql));
  for (const app of [world.portal, world.officer]) {
    for (const sql of [
      `insert into account_role (account_id, role) values ('${accountId}', 'treasury')`,
      `insert into account_session (id, account_id, site, token_hash, expires_at)
         values ('${accountId}', '${accountId}', 'officer', sha256('mine'), now())`,
      `update account_session set expires_at = 'infinity'`,
      `select token_hash from account_session`,
      `select password_hash from account`,
      `select key from app.seal_key`,
      `select app.seal_of('staff', '${accountId}')`,
      `select app.open_session('${accountId}', sha256('mine'))`,
      "update account set state = 'active'",
      'delete from account',
    ]) {
      await expect(run(app, sql)).rejects.toThrow('permission denied');
    }
  }
  await expect(
    run(world.officer, `insert into account (id, kind) values ('${accountId}', 'staff')`),
  ).rejects.toThrow('permission denied');
  expect(await people.signIn(world.portal, email)).toMatchObject({ ok: true });
});

test('an applicant who signs up cannot slip into staff by the same door', async () => {
  const insert = world.portal.get(Database).write(signInCtx('t'), async (tx) => {
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

// Who sees and changes cases.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Applying, CaseQueries, caseQueues } from '#application';
import { mustBeOk } from '#kernel';
import { Database, visitorCtx } from '#platform';
import { connected } from '../../tools/database.ts';
import { signedInCtx, type Somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const tables = ['visa_case', 'visa_case_history', 'case_submission', 'visa'];

test('applicants see their own, visitors and unset contexts nothing', async () => {
  const [ada, eve] = [await world.anApplicant(), await world.anApplicant()];
  const { id, reference } = await world.opened(ada);
  mustBeOk(await world.submit(ada, id));
  const mine = await world.portal
    .get(Database)
    .read(ada.ctx, (tx) => world.portal.get(CaseQueries).ofApplicant(tx));
  expect(mine.map((c) => [c.reference, c.status, c.visa])).toEqual([
    [reference, 'under_review', null],
  ]);
  const steps = (who: Somebody) =>
    world.portal.get(Database).read(who.ctx, (tx) => world.portal.get(CaseQueries).history(tx, id));
  expect((await steps(ada)).map((s) => s.event)).toEqual(['submitted']);
  expect(await steps(eve)).toEqual([]);
  const one = (ctx: Somebody['ctx']) =>
    world.portal
      .get(Database)
      .read(ctx, (tx) => world.portal.get(CaseQueries).one(tx, reference.toLowerCase()));
  expect((await one(ada.ctx))?.id).toBe(id);
  expect(await one(eve.ctx)).toBeNull();
  expect(await one(visitorCtx('request-1'))).toBeNull();
  for (const table of tables) {
    await connected(world.db.url('portal'), async (client) => {
      expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    });
    await connected(world.db.url('migrator'), async (client) => {
      expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    });
  }
});

test('an applicant sees the own visa; nobody else’s process sees it without a context', async () => {
  const { row } = await world.aBond().withVisa();
  const eve = await world.anApplicant();
  const visaSeenBy = async (accountId: string) => {
    const ctx = await signedInCtx(world.db, accountId, 'applicant');
    const view = await world.portal
      .get(Database)
      .read(ctx, (tx) => world.portal.get(CaseQueries).one(tx, row.reference));
    return view?.visa?.caseId;
  };
  expect(await visaSeenBy(row.applicantAccountId)).toBe(row.id);
  expect(await visaSeenBy(eve.accountId)).toBeUndefined();
  for (const login of ['portal', 'officer', 'worker', 'migrator'] as const) {
    await connected(world.db.url(login), async (client) => {
      expect((await client.query('select 1 from visa')).rowCount).toBe(0);
    });
  }
  await connected(world.db.url('auditor'), async (client) => {
    const { rowCount } = await client.query('select 1 from visa where case_id = $1', [row.id]);
    expect(rowCount).toBe(1);
  });
});

test('what is no reference and no id finds no case, and is no failure', async () => {
  const ada = await world.anApplicant();
  const found = await world.portal
    .get(Database)
    .read(ada.ctx, async (tx) => [
      await world.portal.get(CaseQueries).one(tx, 'VB-\0'),
      await world.portal.get(CaseQueries).one(tx, 'x'.repeat(100_000)),
      await world.portal.get(CaseQueries).byId(tx, 'not-an-id'),
    ]);
  expect(found).toEqual([null, null, null]);
});

test('nobody opens or moves a case in another’s name', async () => {
  const [ada, eve] = [await world.anApplicant(), await world.anApplicant()];
  const before = await world.everything();
  await expect(
    world.as(world.portal, eve.ctx, (tx) => world.portal.get(Applying).open(tx, world.wishOf(ada))),
  ).rejects.toThrow('row-level security');
  expect(await world.everything()).toEqual(before);
});

test('each login has the rights of its work and no more', async () => {
  const denied: [login: 'portal' | 'officer' | 'worker' | 'api' | 'auditor', sql: string][] = [
    ['portal', `update visa_case set assigned_to = null`],
    ['portal', `update visa_case set programme_version = 2`],
    ['portal', `insert into visa (id) values (null)`],
    ['portal', `delete from visa_case`],
    ['officer', `select answers_sealed from visa_case`],
    ['officer', `update visa_case set applicant_account_id = null`],
    ['officer', `update visa set leave_by = null`],
    ['officer', `insert into case_submission (case_id) values (null)`],
    ['worker', `update visa_case set assigned_to = null`],
    ['worker', `select answers_sealed from case_submission`],
    ['worker', `insert into visa (id) values (null)`],
    ['api', `select id from visa_case`],
    ['auditor', `update visa_case set state = 'closed'`],
    ['auditor', `select answers_sealed from case_submission`],
  ];
  for (const [login, sql] of denied) {
    await connected(world.db.url(login), (client) =>
      expect(client.query(sql)).rejects.toThrow('permission denied'),
    );
  }
  for (const table of ['visa_case_history', 'case_submission']) {
    await expect(world.db.admin.query(`delete from ${table}`)).rejects.toThrow(
      'rows are only added',
    );
  }
});

test('each queue has its index', async () => {
  const { rows } = await world.db.admin.query<{ name: string }>(
    `select indexname as name from pg_indexes where indexname like 'visa_case_queue_%'`,
  );
  expect(rows.map((r) => r.name.slice('visa_case_queue_'.length)).sort()).toEqual(
    Object.keys(caseQueues).sort(),
  );
});

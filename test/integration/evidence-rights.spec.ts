// What the database refuses about evidence, whatever the code of a process does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { mustBeOk } from '#kernel';
import { Database, systemCtx, type Ctx } from '#platform';
import type { TestBond } from '../support/world/bonds.ts';
import { aTraveller, EvidenceFlow } from '../support/evidence.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: EvidenceFlow;
let posted: TestBond;
let id: string;

beforeAll(async () => {
  world = await World.start();
  flow = await EvidenceFlow.of(world);
  posted = await aTraveller(world);
  id = await flow.sent(posted);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const as = (app: TestingModule, ctx: Ctx, sql: string) =>
  app.get(Database).write(ctx, (tx) => tx.query(sql));
const officer = (sql: string, who = flow.ama) => as(world.officer, who.ctx, sql);
const portal = (sql: string, of = posted) => as(world.portal, of.applicant.ctx, sql);

test('what was sent is not changed by the traveller, and nobody else sees it', async () => {
  await portal(`update evidence set departed_on = departed_on - 1 where id = '${id}'`);
  expect(await flow.rowOf(id)).toMatchObject({ version: 2, state: 'sent' });
  await expect(portal(`update evidence set proposal = 'accept'`)).rejects.toThrow('permission');
  const other = await world.aBond().held();
  expect(await portal('select id from evidence', other)).toEqual([]);
  expect(await portal('select * from evidence_upload', other)).toEqual([]);
  expect(await portal('select * from evidence_history', other)).toEqual([]);
});

test('nobody is named in the place of another, and no role does both', async () => {
  const propose = (who: string) =>
    `update evidence set state = 'proposed', proposal = 'refuse', refusal_reason = 'not_legible',
       proposed_by = '${who}' where id = '${id}'`;
  await expect(officer(propose(flow.boubacar.accountId))).rejects.toThrow('own name');
  mustBeOk(await flow.proposeRefuse(id));
  const decide = (who: string) =>
    `update evidence set state = 'refused', decided_by = '${who}' where id = '${id}'`;
  await expect(officer(decide(flow.boubacar.accountId))).rejects.toThrow('own name');
  await expect(officer(decide(flow.ama.accountId))).rejects.toThrow('evidence_two_people');
  await expect(
    officer(`update evidence set state = 'sent', proposal = null, refusal_reason = null,
      proposed_by = null where id = '${id}'`),
  ).rejects.toThrow('another sends it back');
});

test('what is accepted is what two people decided in the ledger', async () => {
  const next = await flow.sent(await aTraveller(world));
  mustBeOk(await flow.proposeAccept(next));
  const accept = `update evidence set state = 'accepted', decided_by = '${flow.boubacar.accountId}'
    where id = '${next}'`;
  await expect(officer(accept, flow.boubacar)).rejects.toThrow('the ledger knows no decision');
  await expect(
    officer(`update evidence set state = 'settled' where id = '${next}'`),
  ).rejects.toThrow('row-level security');
});

test('an officer without the role of a head of section proposes and does not decide', async () => {
  const next = await flow.sent(await aTraveller(world));
  mustBeOk(await flow.proposeRefuse(next));
  await world.rows(
    `delete from account_role where account_id = $1 and role = 'head_of_section'`,
    flow.boubacar.accountId,
  );
  await expect(flow.confirm(next)).rejects.toThrow('not with this role');
  await world.rows(
    `insert into account_role (account_id, role) values ($1, 'head_of_section')`,
    flow.boubacar.accountId,
  );
  mustBeOk(await flow.confirm(next));
});

test('nothing of it is removed', async () => {
  const worker = (sql: string) => as(world.worker, systemCtx('test'), sql);
  await expect(worker('delete from evidence')).rejects.toThrow('permission denied');
  const { admin } = world.db;
  await expect(admin.query('delete from evidence_upload')).rejects.toThrow('only added');
  await expect(admin.query('delete from evidence_history')).rejects.toThrow('only added');
});

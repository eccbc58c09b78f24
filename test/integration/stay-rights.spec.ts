// What the database refuses about facts of stays, whatever the code of a process does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, mustBeOk, Temporal } from '#kernel';
import { newId } from '#platform';
import { aTraveller } from '../support/evidence.ts';
import { StayFlow } from '../support/stays.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: StayFlow;
let posted: TestBond;
let id: string;

beforeAll(async () => {
  world = await World.start();
  flow = await StayFlow.of(world);
  posted = await aTraveller(world);
  id = await flow.asked(posted);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const officer = (sql: string, who = flow.ama) =>
  world.as(world.officer, who.ctx, (tx) => tx.query(sql));
const portal = (sql: string, of = posted) =>
  world.as(world.portal, of.applicant.ctx, (tx) => tx.query(sql));
const worker = (sql: string) => world.byRule((tx) => tx.query(sql));

/** A fact of the case as a program could write it. */
const insert = (kind: string, recordedBy: string, of = posted) => `
  insert into stay_fact (id, case_id, bond_id, reference, consulate_id, applicant_account_id,
    contact_point_id, kind, reported_day, reason_code, recorded_by, state, state_since)
  select '${newId()}', c.id, b.id, c.reference, c.consulate_id, c.applicant_account_id,
    c.contact_point_id, '${kind}', now(), ${kind === 'extension' ? "'family'" : 'null'},
    ${recordedBy}, 'draft', now() from visa_case c join bond b on b.case_id = c.id
  where c.id = '${of.caseId}'`;

test('a traveller asks for a longer stay of their own, and says nothing else of it', async () => {
  const other = await aTraveller(world);
  await portal(insert('extension', 'null', other), other);
  await expect(portal(insert('death', 'null', other), other)).rejects.toThrow('row-level security');
  const asOfficer = insert('extension', `'${flow.ama.accountId}'`, other);
  await expect(portal(asOfficer, other)).rejects.toThrow('row-level security');
  await portal(`update stay_fact set reported_day = reported_day + 1 where id = '${id}'`);
  expect(await flow.rowOf(id)).toMatchObject({ version: 2, state: 'sent' });
  await expect(portal(`update stay_fact set proposal = 'accept'`)).rejects.toThrow('permission');
  const names = ['stay_fact', 'stay_fact_upload', 'stay_fact_history'];
  const seen = names.map((name) => portal(`select * from ${name} f`, other));
  const [facts, uploads, steps] = await Promise.all(seen);
  expect([facts!.length, uploads, steps]).toEqual([1, [], []]);
});

test('an officer records in his own name, with files of his own', async () => {
  const theirs = insert('death', `'${flow.boubacar.accountId}'`);
  await expect(officer(theirs)).rejects.toThrow('row-level security');
  const upload = `insert into upload (id, case_id, person_id, account_id, type, bytes, scan, recorded_by)
    select '${newId()}', id, person_id, applicant_account_id, 'image/png', 1, 'clean', `;
  const of = ` from visa_case where id = '${posted.caseId}'`;
  await expect(officer(`${upload} null ${of}`)).rejects.toThrow('row-level security');
  await expect(officer(`${upload} '${flow.boubacar.accountId}' ${of}`)).rejects.toThrow(
    'row-level security',
  );
});

test('nobody is named in the place of another, and no role does both', async () => {
  const propose = (who: string) =>
    `update stay_fact set state = 'proposed', proposal = 'refuse', refusal_reason = 'not_shown',
       proposed_by = '${who}' where id = '${id}'`;
  await expect(officer(propose(flow.boubacar.accountId))).rejects.toThrow('own name');
  mustBeOk(await flow.propose(id, { outcome: 'refuse', reason: 'not_shown' }));
  const decide = (who: string) =>
    `update stay_fact set state = 'refused', decided_by = '${who}' where id = '${id}'`;
  await expect(officer(decide(flow.boubacar.accountId))).rejects.toThrow('own name');
  await expect(officer(decide(flow.ama.accountId))).rejects.toThrow('stay_fact_two_people');
  const takeBack = `update stay_fact set state = 'sent', proposal = null, refusal_reason = null,
    proposed_by = null where id = '${id}'`;
  await expect(officer(takeBack)).rejects.toThrow('another sends it back');
});

test('a death that is accepted is what two people decided in the ledger', async () => {
  const of = await aTraveller(world);
  const death = await flow.recorded(of, 'death', Temporal.Now.plainDateISO('UTC'));
  const accept = `update stay_fact set state = 'accepted', decided_by = '${flow.boubacar.accountId}'
    where id = '${death}'`;
  await expect(officer(accept, flow.boubacar)).rejects.toThrow('the ledger knows no decision');
  const inForce = `update stay_fact set state = 'in_force' where id = '${death}'`;
  await expect(officer(inForce)).rejects.toThrow('row-level security');
});

test('no stay is longer by an officer’s login, and none beyond what was granted', async () => {
  const until = addDays(await flow.leaveBy(posted), 90);
  const longer = `update visa set leave_by = '${until}' where case_id = '${posted.caseId}'`;
  await expect(officer(longer)).rejects.toThrow('permission denied');
  await expect(worker(longer)).rejects.toThrow('visa_leave_by');
  const unbegun = `update visa set leave_by = null, admitted_on = null, admitted_document_id = null,
    extended_until = '${until}' where case_id = '${posted.caseId}'`;
  await expect(worker(unbegun)).rejects.toThrow('visa_extended_until');
});

test('nothing of it is removed', async () => {
  await expect(worker('delete from stay_fact')).rejects.toThrow('permission denied');
  const { admin } = world.db;
  await expect(admin.query('delete from stay_fact_upload')).rejects.toThrow('only added');
  await expect(admin.query('delete from stay_fact_history')).rejects.toThrow('only added');
});

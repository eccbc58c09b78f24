// A bank that warns of fraud before anybody disputes: the case it paid for stands still until two people
// have looked. Rows, calls and the officers' pages.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { CaseFreezes, FreezeLifting } from '#refund';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const freezes = (caseId: string) =>
  world.rows<{ id: string; reason_code: string; state: string; placed_by: string | null }>(
    `select id, reason_code, state, placed_by from case_freeze where case_id = $1`,
    caseId,
  );
const again = (object: string) =>
  world.rows(
    `update processor_event set state = 'received', attempts = 0, next_attempt_at = now(),
       processed_at = null where object_id = $1`,
    object,
  );

test('it stops the visa and the money, once, and two people let it go on', async () => {
  const posted = await world.aBond().held();
  const warning = await world.warn(posted.bondId);
  await world.news();
  const [freeze, ...others] = await freezes(posted.caseId);
  expect(freeze).toMatchObject({
    ...{ reason_code: 'fraud_warning', state: 'in_force', placed_by: null },
  });
  expect(await world.issueVisaAsking(posted)).toMatchObject({ code: 'case_frozen' });
  await again(warning);
  await world.news();
  await world.warn(posted.bondId);
  await world.news();
  expect(others).toEqual([]);
  expect(await freezes(posted.caseId)).toHaveLength(1);
  expect(
    await world.rows(`select type from processor_event where state in ('parked', 'failed')`),
  ).toEqual([]);

  const lifts = world.officer.get(CaseFreezes);
  const [officer, head] = [await world.anOfficer(), await world.anOfficer()];
  mustBeOk(
    await world.asOfficer(officer, (tx) => lifts.proposeLift(tx, freeze!.id, 'nothing_found')),
  );
  mustBeOk(await world.asOfficer(head, (tx) => lifts.approve(tx, freeze!.id)));
  await world.worker.get(FreezeLifting).lift(freeze!.id);
  await again(warning);
  await world.news();
  // What people have looked at is not stopped again by the same warning.
  expect((await freezes(posted.caseId)).map((f) => f.state)).toEqual(['lifted']);
  mustBeOk(await world.issueVisaAsking(posted));
  expect(await world.oracle()).toEqual([]);
});

test('one of a payment that is disputed already is kept in the trail and stops nothing more', async () => {
  const posted = await world.aBond().held();
  await world.dispute(posted.bondId);
  const warning = await world.warn(posted.bondId);
  await world.news();
  expect(await freezes(posted.caseId)).toEqual([]);
  const told = await world.rows(
    `select details ->> 'actionable' as actionable from audit_entry
     where action = 'fraud_warning.received' and details ->> 'warning' = $1`,
    warning,
  );
  expect(told).toEqual([{ actionable: 'no' }]);
});

test('the officers read what it means, what they can do and what happens in silence', async () => {
  const posted = await world.aBond().held();
  await world.warn(posted.bondId);
  await world.news();
  const [freeze] = await freezes(posted.caseId);
  const officer = await world.signedIn(['officer']);
  const list = await officer.get('/freezes');
  expect(list.words).toContain('Fraud warning from the card’s bank');
  const page = await officer.get(`/freezes/${freeze!.id}`);
  expect(page.words).toContain('The bank thinks that somebody else used the card');
  expect(page.words).toContain('If nobody acts, the case stays frozen.');
  const file = await officer.get(`/cases/${posted.reference}`);
  expect(file.words).toContain('This case is frozen: Fraud warning from the card’s bank');
});

test('no login but the worker’s places it, and the worker places no other', async () => {
  const { caseId, reference } = await world.aBond().held();
  const sql = `insert into case_freeze (id, case_id, reference, reason_code, placed_by, placed_at,
      state_since, processor_warning_id)
    values (gen_random_uuid(), $1, $2, $3, null, now(), now(), 'issfr_1x')`;
  const officer = await world.anOfficer();
  const byOfficer = world.asOfficer(officer, (tx) =>
    tx.query(sql, [caseId, reference, 'fraud_warning']),
  );
  await expect(byOfficer).rejects.toThrow('row-level security');
  const byRule = world.byRule((tx) => tx.query(sql, [caseId, reference, 'fraud_suspected']));
  await expect(byRule).rejects.toThrow('row-level security');
});

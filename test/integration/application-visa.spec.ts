// The visa and the stay under it, and the steps that money makes.
import { CaseQueries, type CaseRow, Cases, Reviewing } from '#application';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { Database, StateMoved, systemCtx, type Tx } from '#platform';
import type { Somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const rule = systemCtx('test');

test('a visa is issued once, after the bond is posted, dated in the consulate’s zone', async () => {
  const awa = await world.anOfficer();
  const early = await world.aCase({ officer: awa }).underReview();
  expect(await issue(awa, early.row)).toMatchObject({
    code: 'wrong_state',
  });
  const row = await posted(awa);
  const other = await world.anOfficer();
  expect(await issue(other, row)).toMatchObject({
    code: 'not_held_by_you',
  });
  // 01:30 in UTC on 1 December is still 30 November in Washington.
  await clockAt('2026-12-01T01:30:00Z');
  const visa = mustBeOk(await issue(awa, row));
  await clockAt(null);
  expect(visa.number).toMatch(/^V-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const { rows } = await world.db.admin.query(
    `select number, valid_from::text, valid_until::text, stay_days, issued_by, admitted_on, leave_by
     from visa where case_id = $1`,
    [row.id],
  );
  expect(rows).toEqual([
    {
      number: visa.number,
      valid_from: '2026-11-30',
      valid_until: '2027-02-28',
      stay_days: 30,
      issued_by: awa.accountId,
      admitted_on: null,
      leave_by: null,
    },
  ]);
  expect(await world.eventsOf(row.id)).toEqual(['submitted', 'review_started', 'bond_required', 'bond_posted', 'visa_issued']); // prettier-ignore
  expect(await world.mailsOf(row.reference)).toEqual(['case_received', 'visa_issued']);
  expect(await issue(awa, row)).toMatchObject({
    code: 'wrong_state',
  });
});

/** A case whose bond is held, as bond-escrow leaves it. */
async function posted(by: Somebody): Promise<CaseRow> {
  const { row } = await world.aCase({ officer: by }).underReview();
  const [asked, held] = [world.officer.get(Cases), world.worker.get(Cases)];
  await world.onCase(by, row.id, (tx, taken) => asked.bondRequired(tx, taken));
  return world.byRule(async (tx) => held.bondPosted(tx, await held.lock(tx, row.id)));
}
async function issued(by: Somebody): Promise<CaseRow> {
  const row = await posted(by);
  mustBeOk(await issue(by, row));
  return row;
}
const issue = (who: Somebody, { id }: { id: string }) =>
  world.onCase(who, id, (tx, row) => world.officer.get(Reviewing).issueVisa(tx, row));

async function clockAt(moment: string | null): Promise<void> {
  await world.db.admin.query(
    `update legal_clock set offset_seconds =
       coalesce(extract(epoch from $1::timestamptz - now())::bigint, 0)`,
    [moment],
  );
}

const STAY = { zone: 'Africa/Bamako', dueOn: Temporal.PlainDate.from('2099-01-01') };

test('the stay runs from admission to closing, by rule', async () => {
  const row = await issued(await world.anOfficer());
  const on = dayIn(Temporal.Now.instant(), 'Africa/Bamako');
  const leaveBy = on.add({ days: 30 });
  const cases = world.worker.get(Cases);
  const step = (fn: (tx: Tx, locked: CaseRow) => Promise<unknown>) =>
    world.byRule(async (tx) => fn(tx, await cases.lock(tx, row.id)));
  await step((tx, locked) =>
    cases.admitted(tx, locked, { ...STAY, on, leaveBy, documentId: row.travelDocumentId! }),
  );
  await step((tx, locked) => cases.departed(tx, locked, on.add({ days: 5 })));
  await step((tx, locked) => cases.close(tx, locked, 'departed_in_time'));
  const views = await world.worker
    .get(Database)
    .read(rule, (tx) => world.worker.get(CaseQueries).byPerson(tx, row.personId!));
  expect(views.map((v) => [v.id, v.state, v.status])).toEqual([[row.id, 'closed', 'closed']]);
  const { admittedOn, leaveBy: until, departedOn } = views[0]!.visa!;
  expect([`${admittedOn}`, `${until}`, `${departedOn}`]).toEqual([
    `${on}`,
    `${leaveBy}`,
    `${on.add({ days: 5 })}`,
  ]);
  const steps = await world.worker
    .get(Database)
    .read(rule, (tx) => world.worker.get(CaseQueries).history(tx, row.id));
  expect(steps.slice(-2).map((s) => [s.event, s.reasonCode, s.actorKind])).toEqual([
    ['admitted', null, 'system'],
    ['closed', 'departed_in_time', 'system'],
  ]);
});

test('a stay is not recorded for a case without a visa, nor a second admission', async () => {
  const awa = await world.anOfficer();
  const on = dayIn(Temporal.Now.instant(), 'UTC');
  const cases = world.worker.get(Cases);
  const admit = ({ id, travelDocumentId }: CaseRow) =>
    world.byRule(async (tx) => {
      const stay = { ...STAY, on, leaveBy: on, documentId: travelDocumentId! };
      return cases.admitted(tx, await cases.lock(tx, id), stay);
    });
  await expect(admit(await posted(awa))).rejects.toThrow('without a visa');
  const row = await issued(awa);
  await admit(row);
  await expect(admit(row)).rejects.toThrow(StateMoved);
});

test('lapse, reopening, reversal and refusal after posting are steps like the others', async () => {
  const awa = await world.anOfficer();
  const { caseId: id } = await world.aCase({ officer: awa }).underReview();
  const step = (fn: (tx: Tx, row: CaseRow) => Promise<unknown>) =>
    world.byRule(async (tx) => fn(tx, await world.worker.get(Cases).lock(tx, id)));
  await step((tx, row) => world.worker.get(Cases).bondRequired(tx, row));
  await step((tx, row) => world.worker.get(Cases).bondsLapsed(tx, [row]));
  await step((tx, row) => world.worker.get(Cases).reopened(tx, row));
  await step((tx, row) => world.worker.get(Cases).bondPosted(tx, row));
  await step((tx, row) => world.worker.get(Cases).paymentReversed(tx, row));
  await step((tx, row) => world.worker.get(Cases).bondPosted(tx, row));
  const refusal = await world.onCase(awa, id, (tx, row) =>
    world.officer.get(Reviewing).refuse(tx, row, 'security'),
  );
  expect(refusal).toMatchObject({ ok: true });
  expect((await world.eventsOf(id)).slice(2)).toEqual([
    'bond_required',
    'bond_lapsed',
    'reopened',
    'bond_posted',
    'payment_reversed',
    'bond_posted',
    'refused_after_posting',
  ]);
});

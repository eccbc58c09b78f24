// The visa and the stay under it, and the steps that money makes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseRow } from '#application';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { StateMoved, systemCtx, type Tx } from '#platform';
import type { Somebody } from '../support/application-world.ts';
import { CaseWorld } from '../support/case-world.ts';

let world: CaseWorld;

beforeAll(async () => {
  world = await CaseWorld.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const rule = systemCtx('test');

test('a visa is issued once, after the bond is posted, dated in the consulate’s zone', async () => {
  const awa = await world.anOfficer();
  const early = await world.held(awa);
  expect(await issue(awa, early)).toMatchObject({
    code: 'wrong_state',
  });
  const row = await world.posted(awa);
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
  expect(await world.mailsOf(row)).toEqual(['case_received', 'visa_issued']);
  expect(await issue(awa, row)).toMatchObject({
    code: 'wrong_state',
  });
});

const issue = (who: Somebody, { id }: { id: string }) =>
  world.onCase(who, id, (tx, row) => world.officer.reviewing.issueVisa(tx, row));

async function clockAt(moment: string | null): Promise<void> {
  await world.db.admin.query(
    `update legal_clock set offset_seconds =
       coalesce(extract(epoch from $1::timestamptz - now())::bigint, 0)`,
    [moment],
  );
}

test('the stay runs from admission to closing, by rule', async () => {
  const row = await world.issued(await world.anOfficer());
  const on = dayIn(Temporal.Now.instant(), 'Africa/Bamako');
  const leaveBy = on.add({ days: 30 });
  const { cases } = world.worker;
  const step = (fn: (tx: Tx, locked: CaseRow) => Promise<unknown>) =>
    world.byRule(async (tx) => fn(tx, await cases.lock(tx, row.id)));
  await step((tx, locked) =>
    cases.admitted(tx, locked, { on, leaveBy, documentId: row.travelDocumentId! }),
  );
  await step((tx, locked) => cases.departed(tx, locked, on.add({ days: 5 })));
  await step((tx, locked) => cases.close(tx, locked, 'departed_in_time'));
  const views = await world.worker.database.read(rule, (tx) =>
    world.worker.queries.byPerson(tx, row.personId!),
  );
  expect(views.map((v) => [v.id, v.state, v.status])).toEqual([[row.id, 'closed', 'closed']]);
  const { admittedOn, leaveBy: until, departedOn } = views[0]!.visa!;
  expect([`${admittedOn}`, `${until}`, `${departedOn}`]).toEqual([
    `${on}`,
    `${leaveBy}`,
    `${on.add({ days: 5 })}`,
  ]);
  const steps = await world.worker.database.read(rule, (tx) =>
    world.worker.queries.history(tx, row.id),
  );
  expect(steps.slice(-2).map((s) => [s.event, s.reasonCode, s.actorKind])).toEqual([
    ['admitted', null, 'system'],
    ['closed', 'departed_in_time', 'system'],
  ]);
});

test('a stay is not recorded for a case without a visa, nor a second admission', async () => {
  const awa = await world.anOfficer();
  const on = dayIn(Temporal.Now.instant(), 'UTC');
  const { cases } = world.worker;
  const admit = ({ id, travelDocumentId }: CaseRow) =>
    world.byRule(async (tx) => {
      const stay = { on, leaveBy: on, documentId: travelDocumentId! };
      return cases.admitted(tx, await cases.lock(tx, id), stay);
    });
  await expect(admit(await world.posted(awa))).rejects.toThrow('without a visa');
  const row = await world.issued(awa);
  await admit(row);
  await expect(admit(row)).rejects.toThrow(StateMoved);
});

test('lapse, reopening, reversal and refusal after posting are steps like the others', async () => {
  const awa = await world.anOfficer();
  const { id } = await world.held(awa);
  const step = (fn: (tx: Tx, row: CaseRow) => Promise<CaseRow>) =>
    world.byRule(async (tx) => fn(tx, await world.worker.cases.lock(tx, id)));
  await step((tx, row) => world.worker.cases.bondRequired(tx, row));
  await step((tx, row) => world.worker.cases.bondLapsed(tx, row));
  await step((tx, row) => world.worker.cases.reopened(tx, row));
  await step((tx, row) => world.worker.cases.bondPosted(tx, row));
  await step((tx, row) => world.worker.cases.paymentReversed(tx, row));
  await step((tx, row) => world.worker.cases.bondPosted(tx, row));
  await world.asOfficer(awa, async (tx) =>
    world.officer.cases.refusedAfterPosting(tx, await world.officer.cases.lock(tx, id), 'security'),
  );
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

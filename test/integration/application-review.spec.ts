import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseEvent, CaseRow } from '#application';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { StateMoved, systemCtx, type Tx } from '#platform';
import { connected } from '../../tools/database.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';
import {
  declaration,
  somebody,
  startProcess,
  type Process,
  type Somebody,
} from '../support/application-world.ts';

let db: TestDatabase;
let portal: Process;
let officer: Process;
let worker: Process;
let offices: Record<string, string>;

beforeAll(async () => {
  db = await freshDatabase();
  portal = await startProcess(db, 'portal');
  officer = await startProcess(db, 'officer');
  worker = await startProcess(db, 'worker');
  const { rows } = await db.admin.query<{ id: string; city: string }>(
    'select id, city from consulate',
  );
  offices = Object.fromEntries(rows.map((row) => [row.city, row.id]));
});
afterAll(async () => {
  for (const process of [portal, officer, worker]) await process.app.close();
  await db.drop();
});

const rule = systemCtx('test');

/** A case that an applicant has just submitted to an office. */
async function submitted(city = 'Washington'): Promise<CaseRow> {
  const who = await somebody(db, 'applicant');
  return portal.database.write(who.ctx, async (tx) => {
    const opened = await portal.cases.open(tx, {
      accountId: who.accountId,
      contactPointId: who.contactPointId,
      programmeCode: 'mali-us',
      consulateId: offices[city]!,
      language: 'fr',
    });
    return mustBeOk(await portal.cases.submit(tx, mustBeOk(opened).id, declaration()));
  });
}
const as = <T>(who: Somebody, fn: (tx: Tx) => Promise<T>) => officer.database.write(who.ctx, fn);

/** A case under review, held by its officer. */
async function held(by: Somebody): Promise<CaseRow> {
  const { id } = await submitted();
  const row = mustBeOk(await as(by, (tx) => officer.cases.startReview(tx, id)));
  mustBeOk(await as(by, (tx) => officer.cases.confirmPassport(tx, id)));
  return row;
}
/** A case whose bond is held, as bond-escrow leaves it. */
async function posted(by: Somebody): Promise<CaseRow> {
  const row = await held(by);
  await as(by, async (tx) => officer.cases.bondRequired(tx, await officer.cases.lock(tx, row.id)));
  return worker.database.write(rule, async (tx) =>
    worker.cases.bondPosted(tx, await worker.cases.lock(tx, row.id)),
  );
}
async function issued(by: Somebody): Promise<CaseRow> {
  const row = await posted(by);
  mustBeOk(await as(by, (tx) => officer.cases.issueVisa(tx, row.id)));
  return row;
}

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const { rows } = await db.admin.query<Record<string, unknown>>(
    `select * from visa_case where id = $1`,
    [id],
  );
  return rows[0]!;
}
async function eventsOf(id: string): Promise<CaseEvent[]> {
  const { rows } = await db.admin.query<{ event: CaseEvent }>(
    `select event from visa_case_history where owner_id = $1 order by seq`,
    [id],
  );
  return rows.map((row) => row.event);
}
async function mailsOf(row: CaseRow): Promise<string[]> {
  const { rows } = await db.admin.query<{ template: string }>(
    `select m.template from mail m join pgboss.job j on j.data->>'mailId' = m.id::text
     where m.contact_point_id = $1 and m.params @> $2 order by m.created_at`,
    [row.contactPointId, JSON.stringify({ reference: row.reference })],
  );
  return rows.map((mail) => mail.template);
}

test('“take the next” gives the office’s longest waiting case, and its review starts', async () => {
  const awa = await somebody(db, 'staff', offices.Paris);
  const [first, second] = [await submitted('Paris'), await submitted('Paris')];
  await submitted('Washington');
  const taken = mustBeOk(await as(awa, (tx) => officer.cases.takeNext(tx, offices.Paris!)));
  expect(taken).toMatchObject({ id: first.id, state: 'in_review', assignedTo: awa.accountId });
  expect(await rowOf(first.id)).toMatchObject({ state: 'in_review', assigned_to: awa.accountId });
  expect(await eventsOf(first.id)).toEqual(['submitted', 'review_started']);
  const { rows: trail } = await db.admin.query<{ action: string }>(
    `select action, actor_id from audit_entry where subject_id = $1 and actor_id = $2 order by at, id`,
    [first.id, awa.accountId],
  );
  expect(trail.map((t) => t.action)).toEqual(['case.assigned', 'case.review_started']);

  mustBeOk(await as(awa, (tx) => officer.cases.release(tx, first.id)));
  expect(await rowOf(first.id)).toMatchObject({
    state: 'in_review',
    assigned_to: null,
    assigned_at: null,
  });
  const again = [1, 2, 3].map(() => as(awa, (tx) => officer.cases.takeNext(tx, offices.Paris!)));
  const answers = await Promise.all(again);
  expect(answers.map((a) => (a.ok ? a.value.id : a.code)).sort()).toEqual(
    [first.id, second.id, 'queue_empty'].sort(),
  );
  expect(await eventsOf(first.id)).toEqual(['submitted', 'review_started']);
});

test('officers who take the next at the same moment get different cases', async () => {
  const officers: Somebody[] = [];
  while (officers.length < 6) officers.push(await somebody(db, 'staff'));
  const waiting: string[] = [];
  for (const _ of officers) waiting.push((await submitted('Paris')).id);
  const taken = await Promise.all(
    officers.map((o) => as(o, (tx) => officer.cases.takeNext(tx, offices.Paris!))),
  );
  expect(taken.map((t) => mustBeOk(t).id).sort()).toEqual(waiting.sort());
});

test('a case is taken by one officer of its office, who alone gives it back', async () => {
  const [awa, ben] = [await somebody(db, 'staff'), await somebody(db, 'staff')];
  const { id } = await submitted();
  const start = (who: Somebody, office: string | null) =>
    as(who, (tx) => officer.cases.startReview(tx, id, office));
  expect(await start(awa, offices.Paris!)).toMatchObject({ code: 'other_consulate' });
  mustBeOk(await start(awa, offices.Washington!));
  expect(await start(ben, null)).toMatchObject({ code: 'wrong_state' });
  const before = await rowOf(id);
  expect(await as(ben, (tx) => officer.cases.assign(tx, id))).toMatchObject({
    code: 'held_by_another',
  });
  expect(await as(ben, (tx) => officer.cases.release(tx, id))).toMatchObject({
    code: 'not_held_by_you',
  });
  expect(await as(ben, (tx) => officer.cases.assign(tx, ben.accountId))).toMatchObject({
    code: 'no_such_case',
  });
  mustBeOk(await as(awa, (tx) => officer.cases.assign(tx, id)));
  expect(await rowOf(id)).toEqual(before);
  mustBeOk(await as(awa, (tx) => officer.cases.release(tx, id)));
  mustBeOk(await as(ben, (tx) => officer.cases.assign(tx, id)));
  expect(await rowOf(id)).toMatchObject({ assigned_to: ben.accountId, state: 'in_review' });
});

test('a refusal has a reason, and the applicant is told', async () => {
  const awa = await somebody(db, 'staff');
  const row = await held(awa);
  const refuse = (who: Somebody, reason: string) =>
    as(who, (tx) => officer.cases.refuse(tx, row.id, reason));
  expect(await refuse(awa, 'looks_odd')).toMatchObject({ code: 'unknown_reason' });
  expect(await refuse(await somebody(db, 'staff'), 'security')).toMatchObject({
    code: 'not_held_by_you',
  });
  expect(await mailsOf(row)).toEqual(['case_received']);
  mustBeOk(await refuse(awa, 'return_not_shown'));
  expect(await rowOf(row.id)).toMatchObject({ state: 'refused' });
  const { rows } = await db.admin.query(
    `select event, reason_code, actor_id from visa_case_history where owner_id = $1 order by seq desc limit 1`,
    [row.id],
  );
  expect(rows).toEqual([
    { event: 'refused', reason_code: 'return_not_shown', actor_id: awa.accountId },
  ]);
  expect(await mailsOf(row)).toEqual(['case_received', 'case_refused']);
  expect(await refuse(awa, 'security')).toMatchObject({ code: 'wrong_state' });
});

test('a visa is issued once, after the bond is posted, dated in the consulate’s zone', async () => {
  const awa = await somebody(db, 'staff');
  const early = await held(awa);
  expect(await as(awa, (tx) => officer.cases.issueVisa(tx, early.id))).toMatchObject({
    code: 'wrong_state',
  });
  const row = await posted(awa);
  const other = await somebody(db, 'staff');
  expect(await as(other, (tx) => officer.cases.issueVisa(tx, row.id))).toMatchObject({
    code: 'not_held_by_you',
  });
  // 01:30 in UTC on 1 December is still 30 November in Washington.
  await clockAt('2026-12-01T01:30:00Z');
  const visa = mustBeOk(await as(awa, (tx) => officer.cases.issueVisa(tx, row.id)));
  await clockAt(null);
  expect(visa.number).toMatch(/^V-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const { rows } = await db.admin.query(
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
  expect(await eventsOf(row.id)).toEqual(['submitted', 'review_started', 'bond_required', 'bond_posted', 'visa_issued']); // prettier-ignore
  expect(await mailsOf(row)).toEqual(['case_received', 'visa_issued']);
  expect(await as(awa, (tx) => officer.cases.issueVisa(tx, row.id))).toMatchObject({
    code: 'wrong_state',
  });
});

async function clockAt(moment: string | null): Promise<void> {
  await db.admin.query(
    `update legal_clock set offset_seconds =
       coalesce(extract(epoch from $1::timestamptz - now())::bigint, 0)`,
    [moment],
  );
}

test('the stay runs from admission to closing, by rule', async () => {
  const row = await issued(await somebody(db, 'staff'));
  const on = dayIn(Temporal.Now.instant(), 'Africa/Bamako');
  const leaveBy = on.add({ days: 30 });
  const write = <T>(fn: (tx: Tx) => Promise<T>) => worker.database.write(rule, fn);
  await write((tx) =>
    worker.cases.admitted(tx, row.id, { on, leaveBy, documentId: row.travelDocumentId! }),
  );
  await write((tx) => worker.cases.departed(tx, row.id, on.add({ days: 5 })));
  await write((tx) => worker.cases.close(tx, row.id, 'departed_in_time'));
  const views = await worker.database.read(rule, (tx) =>
    worker.queries.byPerson(tx, row.personId!),
  );
  expect(views.map((v) => [v.id, v.state, v.status])).toEqual([[row.id, 'closed', 'closed']]);
  const { admittedOn, leaveBy: until, departedOn } = views[0]!.visa!;
  expect([`${admittedOn}`, `${until}`, `${departedOn}`]).toEqual([
    `${on}`,
    `${leaveBy}`,
    `${on.add({ days: 5 })}`,
  ]);
  const steps = await worker.database.read(rule, (tx) => worker.queries.history(tx, row.id));
  expect(steps.slice(-2).map((s) => [s.event, s.reasonCode, s.actorKind])).toEqual([
    ['admitted', null, 'system'],
    ['closed', 'departed_in_time', 'system'],
  ]);
});

test('a stay is not recorded for a case without a visa, nor a second admission', async () => {
  const awa = await somebody(db, 'staff');
  const on = dayIn(Temporal.Now.instant(), 'UTC');
  const admit = ({ id, travelDocumentId }: CaseRow) =>
    worker.database.write(rule, (tx) =>
      worker.cases.admitted(tx, id, { on, leaveBy: on, documentId: travelDocumentId! }),
    );
  await expect(admit(await posted(awa))).rejects.toThrow('without a visa');
  const row = await issued(awa);
  await admit(row);
  await expect(admit(row)).rejects.toThrow(StateMoved);
});

test('lapse, reopening, reversal and refusal after posting are steps like the others', async () => {
  const awa = await somebody(db, 'staff');
  const { id } = await held(awa);
  const step = (fn: (tx: Tx, row: CaseRow) => Promise<CaseRow>) =>
    worker.database.write(rule, async (tx) => fn(tx, await worker.cases.lock(tx, id)));
  await step((tx, row) => worker.cases.bondRequired(tx, row));
  await step((tx, row) => worker.cases.bondLapsed(tx, row));
  await step((tx, row) => worker.cases.reopened(tx, row));
  await step((tx, row) => worker.cases.bondPosted(tx, row));
  await step((tx, row) => worker.cases.paymentReversed(tx, row));
  await step((tx, row) => worker.cases.bondPosted(tx, row));
  await as(awa, async (tx) =>
    officer.cases.refusedAfterPosting(tx, await officer.cases.lock(tx, id), 'security'),
  );
  expect((await eventsOf(id)).slice(2)).toEqual([
    'bond_required',
    'bond_lapsed',
    'reopened',
    'bond_posted',
    'payment_reversed',
    'bond_posted',
    'refused_after_posting',
  ]);
});

test('an applicant sees the own visa; nobody else’s process sees it without a context', async () => {
  const row = await issued(await somebody(db, 'staff'));
  const eve = await somebody(db, 'applicant');
  const visaSeenBy = async (accountId: string) => {
    const ctx = await signedInCtx(db, accountId, 'applicant');
    const view = await portal.database.read(ctx, (tx) => portal.queries.one(tx, row.reference));
    return view?.visa?.caseId;
  };
  expect(await visaSeenBy(row.applicantAccountId)).toBe(row.id);
  expect(await visaSeenBy(eve.accountId)).toBeUndefined();
  for (const login of ['portal', 'officer', 'worker', 'migrator'] as const) {
    await connected(db.url(login), async (client) => {
      expect((await client.query('select 1 from visa')).rowCount).toBe(0);
    });
  }
  await connected(db.url('auditor'), async (client) => {
    const { rowCount } = await client.query('select 1 from visa where case_id = $1', [row.id]);
    expect(rowCount).toBe(1);
  });
});

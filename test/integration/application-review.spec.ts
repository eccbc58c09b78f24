// Officers take cases, give them back and refuse them.
import { Cases, Reviewing } from '#application';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import type { Somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const take = (who: Somebody, id: string, consulateId: string | null = null) =>
  world.onCase(who, id, (tx, row) => world.officer.get(Reviewing).take(tx, row, consulateId));
const release = (who: Somebody, id: string) =>
  world.onCase(who, id, (tx, row) => world.officer.get(Reviewing).release(tx, row));

test('“take the next” gives the consulate’s longest waiting case, and its review starts', async () => {
  const awa = await world.anOfficer(world.consulates.Paris);
  const [first, second] = [
    await world.aCase({ city: 'Paris' }).submitted(),
    await world.aCase({ city: 'Paris' }).submitted(),
  ];
  await world.aCase({ city: 'Washington' }).submitted();
  const taken = mustBeOk(
    await world.asOfficer(awa, (tx) =>
      world.officer.get(Reviewing).takeNext(tx, world.consulates.Paris!),
    ),
  );
  expect(taken).toMatchObject({ id: first.caseId, state: 'in_review', assignedTo: awa.accountId });
  expect(await world.caseRow(first.caseId)).toMatchObject({
    state: 'in_review',
    assigned_to: awa.accountId,
  });
  expect(await world.eventsOf(first.caseId)).toEqual(['submitted', 'review_started']);
  const { rows: trail } = await world.db.admin.query<{ action: string }>(
    `select action, actor_id from audit_entry where subject_id = $1 and actor_id = $2 order by at, id`,
    [first.caseId, awa.accountId],
  );
  expect(trail.map((t) => t.action)).toEqual(['case.assigned', 'case.review_started']);

  mustBeOk(await release(awa, first.caseId));
  expect(await world.caseRow(first.caseId)).toMatchObject({
    state: 'in_review',
    assigned_to: null,
    assigned_at: null,
  });
  const again = [1, 2, 3].map(() =>
    world.asOfficer(awa, (tx) =>
      world.officer.get(Reviewing).takeNext(tx, world.consulates.Paris!),
    ),
  );
  const answers = await Promise.all(again);
  expect(answers.map((a) => (a.ok ? a.value.id : a.code)).sort()).toEqual(
    [first.caseId, second.caseId, 'queue_empty'].sort(),
  );
  expect(await world.eventsOf(first.caseId)).toEqual(['submitted', 'review_started']);
});

test('the next is of the officer’s own consulate, whatever is chosen; staff of all choose one', async () => {
  const awa = await world.anOfficer(world.consulates.Paris);
  const next = (own: string | null, chosen?: string) =>
    world.asOfficer(awa, (tx) => world.officer.get(Reviewing).takeNext(tx, own, chosen));
  const { Paris, Washington } = world.consulates;
  const { caseId: id } = await world.aCase({ city: 'Washington' }).submitted();
  expect(await next(Paris!, Washington)).toMatchObject({ code: 'queue_empty' });
  for (const none of [undefined, '', 'Washington', id]) {
    expect(await next(null, none)).toMatchObject({ code: 'no_consulate' });
  }
  expect(await next(null, Washington)).toMatchObject({ value: { consulateId: Washington } });
});

test('officers who take the next at the same moment get different cases', async () => {
  const officers: Somebody[] = [];
  while (officers.length < 6) officers.push(await world.anOfficer());
  const waiting: string[] = [];
  for (const _ of officers) waiting.push((await world.aCase({ city: 'Paris' }).submitted()).caseId);
  const taken = await Promise.all(
    officers.map((o) =>
      world.asOfficer(o, (tx) =>
        world.officer.get(Reviewing).takeNext(tx, world.consulates.Paris!),
      ),
    ),
  );
  expect(taken.map((t) => mustBeOk(t).id).sort()).toEqual(waiting.sort());
});

test('a case is taken by one officer of its consulate, who alone gives it back', async () => {
  const [awa, ben] = [await world.anOfficer(), await world.anOfficer()];
  const { caseId: id } = await world.aCase().submitted();
  expect(await take(awa, id, world.consulates.Paris)).toMatchObject({ code: 'other_consulate' });
  mustBeOk(await take(awa, id, world.consulates.Washington));
  const before = await world.caseRow(id);
  expect(await take(ben, id)).toMatchObject({
    code: 'held_by_another',
  });
  expect(await release(ben, id)).toMatchObject({
    code: 'not_held_by_you',
  });
  mustBeOk(await take(awa, id));
  expect(await world.caseRow(id)).toEqual(before);
  mustBeOk(await release(awa, id));
  mustBeOk(await take(ben, id));
  expect(await world.caseRow(id)).toMatchObject({ assigned_to: ben.accountId, state: 'in_review' });
});

test('staff have no case of a draft, nor of a reference that nobody has', async () => {
  const awa = await world.anOfficer();
  const lock = (reference: string) =>
    world.asOfficer(awa, (tx) => world.officer.get(Cases).lockSubmitted(tx, reference));
  const draft = await world.opened(await world.anApplicant());
  expect(await lock(draft.reference)).toBeNull();
  expect(await lock('VB-0000-0000')).toBeNull();
  expect(await lock('')).toBeNull();
  const { caseId: id, reference } = await world.aCase().submitted();
  expect(await lock(` ${reference.toLowerCase()} `)).toMatchObject({ id });
});

test('a refusal has a reason, and the applicant is told', async () => {
  const awa = await world.anOfficer();
  const row = await world.aCase({ officer: awa }).underReview();
  const refuse = (who: Somebody, reason: string) =>
    world.onCase(who, row.caseId, (tx, held) =>
      world.officer.get(Reviewing).refuse(tx, held, reason),
    );
  expect(await refuse(awa, 'looks_odd')).toMatchObject({ code: 'unknown_reason' });
  expect(await refuse(await world.anOfficer(), 'security')).toMatchObject({
    code: 'not_held_by_you',
  });
  expect(await world.mailsOf(row.reference)).toEqual(['case_received']);
  mustBeOk(await refuse(awa, 'return_not_shown'));
  expect(await world.caseRow(row.caseId)).toMatchObject({ state: 'refused' });
  const { rows } = await world.db.admin.query(
    `select event, reason_code, actor_id from visa_case_history where owner_id = $1 order by seq desc limit 1`,
    [row.caseId],
  );
  expect(rows).toEqual([
    { event: 'refused', reason_code: 'return_not_shown', actor_id: awa.accountId },
  ]);
  expect(await world.mailsOf(row.reference)).toEqual(['case_received', 'case_refused']);
  expect(await refuse(awa, 'security')).toMatchObject({ code: 'wrong_state' });
});

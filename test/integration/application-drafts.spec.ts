// A case before it is handed in: opened, filled in, suspended, withdrawn.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseAnswers, Cases, DRAFTS_MAX } from '#application';
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

test('a case is opened under the rules in force, and the trail says so', async () => {
  const ada = await world.anApplicant();
  const answer = await world.open(ada);
  expect(answer).toMatchObject({ ok: true, value: { reference: expect.stringMatching(/^VB-/) } });
  const { id, reference } = mustBeOk(answer);
  expect(await world.caseRow(id)).toMatchObject({
    reference,
    state: 'draft',
    programme_code: 'mali-us',
    programme_version: 1,
    consulate_id: world.consulates.Washington,
    applicant_account_id: ada.accountId,
    person_id: null,
    answers_sealed: null,
    submitted_at: null,
    version: 1,
  });
  const { rows } = await world.db.admin.query(
    `select action, actor_id from audit_entry where subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ action: 'case.opened', actor_id: ada.accountId }]);
});

test('no case where intake is closed, at a consulate of another programme, or without end', async () => {
  const ada = await world.anApplicant();
  expect(
    await world.open(ada, {
      programmeCode: 'us-pilot-2025',
      consulateId: world.consulates.Bamako!,
    }),
  ).toEqual({
    ok: false,
    code: 'programme_not_open',
    detail: { state: 'withdrawn', reason: 'nationality_delisted' },
  });
  expect(await world.open(ada, { consulateId: world.consulates.Bamako! })).toMatchObject({
    code: 'unknown_consulate',
  });
  expect(await world.open(ada, { consulateId: ada.accountId })).toMatchObject({
    code: 'unknown_consulate',
  });
  for (let n = 0; n < DRAFTS_MAX; n++) {
    mustBeOk(await world.save(ada, (await world.opened(ada)).id, 'travel', { purpose: 'tourism' }));
  }
  expect(await world.open(ada)).toEqual({
    ok: false,
    code: 'too_many_drafts',
    detail: { max: `${DRAFTS_MAX}` },
  });
  expect(await draftsOf(ada)).toBe(DRAFTS_MAX);
});

test('opening again before anything is answered gives the same draft, however often at once', async () => {
  const ada = await world.anApplicant();
  const all = await Promise.all(Array.from({ length: 5 }, () => world.opened(ada)));
  expect(new Set(all.map((draft) => draft.id)).size).toBe(1);
  expect(await draftsOf(ada)).toBe(1);
  mustBeOk(await world.save(ada, all[0]!.id, 'travel', { purpose: 'tourism' }));
  expect((await world.opened(ada)).id).not.toBe(all[0]!.id);
});

async function draftsOf(who: Somebody): Promise<number> {
  const { rows } = await world.db.admin.query<{ n: number }>(
    `select count(*)::int as n from visa_case where applicant_account_id = $1 and state = 'draft'`,
    [who.accountId],
  );
  return rows[0]!.n;
}

test('saving a page keeps what was typed, sealed, and changes nothing else', async () => {
  const ada = await world.anApplicant();
  const { id } = await world.opened(ada);
  const { answers_sealed: _none, ...before } = await world.caseRow(id);
  mustBeOk(await world.save(ada, id, 'travel', { purpose: 'tourist!', arriveOn: '31/02' }));
  mustBeOk(await world.save(ada, id, 'contact', { phone: '+1 555 0100' }));
  mustBeOk(await world.save(ada, id, 'travel', { purpose: 'Tourism' }));
  const { answers_sealed: sealed, ...after } = await world.caseRow(id);
  expect(after).toEqual(before);
  expect(Buffer.from(sealed as Buffer).toString('latin1')).not.toContain('Tourism');
  const draft = await world.as(world.portal, ada.ctx, (tx) =>
    world.portal.get(CaseAnswers).draft(tx, id),
  );
  expect(draft).toEqual({ travel: { purpose: 'Tourism' }, contact: { phone: '+1 555 0100' } });
  const { rows: trail } = await world.db.admin.query(
    `select distinct action, details->>'purpose' as purpose, details->>'table' as place
     from audit_entry where subject_id = $1 and action <> 'case.opened'`,
    [id],
  );
  expect(trail).toEqual([
    { action: 'personal_data.opened', purpose: 'filling_in', place: 'visa_case' },
  ]);
});

test('a page that is too long, of another’s case or of no draft is refused and changes nothing', async () => {
  const [ada, eve] = [await world.anApplicant(), await world.anApplicant()];
  const { id } = await world.opened(ada);
  mustBeOk(await world.save(ada, id, 'travel', { purpose: 'Tourism' }));
  const before = await world.everything();
  expect(await world.save(ada, id, 'travel', { purpose: 'x'.repeat(501) })).toMatchObject({
    code: 'answer_too_long',
    detail: { field: 'purpose' },
  });
  expect(await world.save(eve, id, 'travel', { purpose: 'Mine' })).toMatchObject({
    code: 'no_such_case',
  });
  expect(await world.submit(eve, id)).toMatchObject({ code: 'no_such_case' });
  expect(await world.everything()).toEqual(before);
  mustBeOk(await world.submit(ada, id));
  expect(await world.save(ada, id, 'travel', { purpose: 'Late' })).toMatchObject({
    code: 'not_a_draft',
  });
});

test('a draft waits while intake is suspended, and keeps its version when new rules come', async () => {
  const ada = await world.anApplicant();
  const { id } = await world.opened(ada);
  const setState = (state: string) =>
    world.db.admin.query(`update programme set state = $1 where code = 'mali-us'`, [state]);
  await setState('suspended');
  expect(await world.submit(ada, id)).toMatchObject({ code: 'programme_not_open' });
  await setState('open');
  await world.db.admin.query(
    `insert into programme_version
     select programme_code, 2, 'in_force', date '2026-01-01', 'Test decree', rules
     from programme_version where programme_code = 'mali-us' and version = 1`,
  );
  mustBeOk(await world.submit(ada, id));
  expect(await world.caseRow(id)).toMatchObject({ programme_version: 1, state: 'submitted' });
  expect(await world.caseRow((await world.opened(ada)).id)).toMatchObject({ programme_version: 2 });
});

test('a draft that is withdrawn forgets its answers', async () => {
  const ada = await world.anApplicant();
  const { id } = await world.opened(ada);
  mustBeOk(await world.save(ada, id, 'travel', { purpose: 'Tourism' }));
  await world.as(world.portal, ada.ctx, async (tx) =>
    world.portal.get(Cases).withdrawn(tx, await world.portal.get(Cases).lock(tx, id)),
  );
  expect(await world.caseRow(id)).toMatchObject({ state: 'withdrawn', answers_sealed: null });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseQueues, DRAFTS_MAX, Answers } from '#application';
import { mustBeOk } from '#kernel';
import { dayOf, schemaDrift, visitorCtx } from '#platform';
import { applicationEntities } from '#application';
import { connected } from '../../tools/database.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
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
let washington: string;
let bamako: string;

beforeAll(async () => {
  db = await freshDatabase();
  [portal, officer] = [await startProcess(db, 'portal'), await startProcess(db, 'officer')];
  const { rows } = await db.admin.query<{ id: string; city: string }>(
    'select id, city from consulate',
  );
  const office = (city: string) => rows.find((c) => c.city === city)!.id;
  [washington, bamako] = [office('Washington'), office('Bamako')];
});
afterAll(async () => {
  await portal.app.close();
  await officer.app.close();
  await db.drop();
});

const wishOf = (who: Somebody) => ({
  accountId: who.accountId,
  contactPointId: who.contactPointId,
  programmeCode: 'mali-us',
  consulateId: washington,
  language: 'en' as const,
});
const open = (who: Somebody, more: object = {}) =>
  portal.database.write(who.ctx, (tx) => portal.cases.open(tx, { ...wishOf(who), ...more }));
const opened = async (who: Somebody) => mustBeOk(await open(who));
const submit = (who: Somebody, id: string, what = declaration()) =>
  portal.database.write(who.ctx, (tx) => portal.cases.submit(tx, id, what));
const save = (who: Somebody, id: string, page: string, answers: Record<string, string>) =>
  portal.database.write(who.ctx, (tx) => portal.cases.saveAnswers(tx, id, page, answers));

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const { rows } = await db.admin.query<Record<string, unknown>>(
    `select * from visa_case where id = $1`,
    [id],
  );
  return rows[0]!;
}
/** Everything that a refused step must leave as it was. */
async function everything(): Promise<unknown> {
  const { rows } = await db.admin.query(
    `select (select jsonb_agg(to_jsonb(c) order by id) from visa_case c) as cases,
            (select count(*) from visa_case_history) as steps,
            (select count(*) from case_submission) as submissions,
            (select count(*) from person) as persons,
            (select count(*) from travel_document) as documents,
            (select count(*) from mail) as mails,
            (select count(*) from pgboss.job) as jobs`,
  );
  return rows[0];
}

test('a case is opened under the rules in force, and the trail says so', async () => {
  const ada = await somebody(db, 'applicant');
  const answer = await open(ada);
  expect(answer).toMatchObject({ ok: true, value: { reference: expect.stringMatching(/^VB-/) } });
  const { id, reference } = mustBeOk(answer);
  expect(await rowOf(id)).toMatchObject({
    reference,
    state: 'draft',
    programme_code: 'mali-us',
    programme_version: 1,
    consulate_id: washington,
    applicant_account_id: ada.accountId,
    person_id: null,
    answers_sealed: null,
    submitted_at: null,
    version: 1,
  });
  const { rows } = await db.admin.query(
    `select action, actor_id from audit_entry where subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ action: 'case.opened', actor_id: ada.accountId }]);
});

test('no case where intake is closed, at an office of another programme, or without end', async () => {
  const ada = await somebody(db, 'applicant');
  expect(await open(ada, { programmeCode: 'us-pilot-2025', consulateId: bamako })).toEqual({
    ok: false,
    code: 'programme_not_open',
    detail: { state: 'withdrawn', reason: 'nationality_delisted' },
  });
  expect(await open(ada, { consulateId: bamako })).toMatchObject({ code: 'unknown_consulate' });
  expect(await open(ada, { consulateId: ada.accountId })).toMatchObject({
    code: 'unknown_consulate',
  });
  for (let n = 0; n < DRAFTS_MAX; n++) {
    mustBeOk(await save(ada, (await opened(ada)).id, 'travel', { purpose: 'tourism' }));
  }
  expect(await open(ada)).toEqual({
    ok: false,
    code: 'too_many_drafts',
    detail: { max: `${DRAFTS_MAX}` },
  });
  expect(await draftsOf(ada)).toBe(DRAFTS_MAX);
});

test('opening again before anything is answered gives the same draft, however often at once', async () => {
  const ada = await somebody(db, 'applicant');
  const all = await Promise.all(Array.from({ length: 5 }, () => opened(ada)));
  expect(new Set(all.map((draft) => draft.id)).size).toBe(1);
  expect(await draftsOf(ada)).toBe(1);
  mustBeOk(await save(ada, all[0]!.id, 'travel', { purpose: 'tourism' }));
  expect((await opened(ada)).id).not.toBe(all[0]!.id);
});

async function draftsOf(who: Somebody): Promise<number> {
  const { rows } = await db.admin.query<{ n: number }>(
    `select count(*)::int as n from visa_case where applicant_account_id = $1 and state = 'draft'`,
    [who.accountId],
  );
  return rows[0]!.n;
}

test('saving a page keeps what was typed, sealed, and changes nothing else', async () => {
  const ada = await somebody(db, 'applicant');
  const { id } = await opened(ada);
  const { answers_sealed: _none, ...before } = await rowOf(id);
  mustBeOk(await save(ada, id, 'travel', { purpose: 'tourist!', arriveOn: '31/02' }));
  mustBeOk(await save(ada, id, 'contact', { phone: '+1 555 0100' }));
  mustBeOk(await save(ada, id, 'travel', { purpose: 'Tourism' }));
  const { answers_sealed: sealed, ...after } = await rowOf(id);
  expect(after).toEqual(before);
  expect(Buffer.from(sealed as Buffer).toString('latin1')).not.toContain('Tourism');
  const draft = await portal.database.write(ada.ctx, (tx) => portal.cases.draft(tx, id));
  expect(draft).toEqual({
    answers: { travel: { purpose: 'Tourism' }, contact: { phone: '+1 555 0100' } },
  });
  const { rows: trail } = await db.admin.query(
    `select distinct action, details->>'purpose' as purpose, details->>'table' as place
     from audit_entry where subject_id = $1 and action <> 'case.opened'`,
    [id],
  );
  expect(trail).toEqual([
    { action: 'personal_data.opened', purpose: 'filling_in', place: 'visa_case' },
  ]);
});

test('a page that is too long, of another’s case or of no draft is refused and changes nothing', async () => {
  const [ada, eve] = [await somebody(db, 'applicant'), await somebody(db, 'applicant')];
  const { id } = await opened(ada);
  mustBeOk(await save(ada, id, 'travel', { purpose: 'Tourism' }));
  const before = await everything();
  expect(await save(ada, id, 'travel', { purpose: 'x'.repeat(501) })).toMatchObject({
    code: 'answer_too_long',
    detail: { field: 'purpose' },
  });
  expect(await save(eve, id, 'travel', { purpose: 'Mine' })).toMatchObject({
    code: 'no_such_case',
  });
  expect(await submit(eve, id)).toMatchObject({ code: 'no_such_case' });
  expect(await everything()).toEqual(before);
  mustBeOk(await submit(ada, id));
  expect(await save(ada, id, 'travel', { purpose: 'Late' })).toMatchObject({ code: 'not_a_draft' });
});

test('submitting freezes the answers under the person, tells the applicant, and all at once', async () => {
  const ada = await somebody(db, 'applicant');
  const { id, reference } = await opened(ada);
  mustBeOk(await save(ada, id, 'travel', { purpose: 'A wedding in Ségou' }));
  const what = declaration();
  const row = mustBeOk(await submit(ada, id, what));
  expect(row).toMatchObject({ id, reference, state: 'submitted', version: 2 });

  const stored = await rowOf(id);
  expect(stored).toMatchObject({ state: 'submitted', answers_sealed: null, version: 2 });
  expect([stored.person_id, stored.travel_document_id]).toEqual([
    row.personId,
    row.travelDocumentId,
  ]);
  const { rows: frozen } = await db.admin.query<{ answers_sealed: Buffer }>(
    `select subject_id, form_version, answers_sealed from case_submission where case_id = $1`,
    [id],
  );
  expect(frozen).toMatchObject([{ subject_id: row.personId, form_version: '1' }]);
  expect(frozen[0]!.answers_sealed.toString('latin1')).not.toContain('wedding');
  const { rows: steps } = await db.admin.query(
    `select seq, event, from_state, to_state, actor_id from visa_case_history where owner_id = $1`,
    [id],
  );
  expect(steps).toEqual([
    {
      seq: 1,
      event: 'submitted',
      from_state: 'draft',
      to_state: 'submitted',
      actor_id: ada.accountId,
    },
  ]);
  const { rows: mails } = await db.admin.query(
    `select m.template, m.params, j.name from mail m
     join pgboss.job j on j.data->>'mailId' = m.id::text where m.contact_point_id = $1`,
    [ada.contactPointId],
  );
  const params = { reference, city: 'Washington', telephone: '+1 202 555 0142' };
  expect(mails).toMatchObject([{ template: 'case_received', params, name: 'mail.send' }]);

  const awa = await somebody(db, 'staff', washington);
  const answers = officer.app.get(Answers, { strict: false });
  const read = await officer.database.write(awa.ctx, (tx) =>
    answers.submission(tx, id, 'case_review'),
  );
  expect(read).toMatchObject({ formVersion: '1', answers: what.frozen });
});

test('two submissions at once: one case, one mail', async () => {
  const ada = await somebody(db, 'applicant');
  const { id } = await opened(ada);
  const what = declaration();
  const both = await Promise.all([submit(ada, id, what), submit(ada, id, what)]);
  expect(both.map((a) => (a.ok ? 'ok' : a.code)).sort()).toEqual(['ok', 'wrong_state']);
  const { rows } = await db.admin.query(
    `select (select count(*)::int from visa_case_history where owner_id = $1) as steps,
            (select count(*)::int from mail where contact_point_id = $2) as mails`,
    [id, ada.contactPointId],
  );
  expect(rows).toEqual([{ steps: 1, mails: 1 }]);
});

test('what may not be submitted is refused with its field, and changes nothing', async () => {
  const ada = await somebody(db, 'applicant');
  const { id } = await opened(ada);
  const before = await everything();
  const good = declaration();
  const { details, document, plan } = good;
  const needed = dayOf(plan.arrivesOn).add({ days: plan.stayDays }).add({ months: 6 });
  const refusals: [object, string, string?][] = [
    [{ ...good, frozen: [] }, 'no_answers'],
    [
      { ...good, document: { ...document, issuingState: 'MLI' } },
      'outside_programme',
      'issuingState',
    ],
    [{ ...good, details: { ...details, nationality: 'MLI' } }, 'outside_programme', 'nationality'],
    [
      { ...good, document: { ...document, expiresOn: '2020-01-01' } },
      'document_expired',
      'expiresOn',
    ],
    [
      { ...good, document: { ...document, expiresOn: `${needed.subtract({ days: 1 })}` } },
      'document_expires_too_early',
      'expiresOn',
    ],
  ];
  for (const [what, code, field] of refusals) {
    const answer = await submit(ada, id, what as typeof good);
    expect(answer).toMatchObject({ ok: false, code, ...(field && { detail: { field } }) });
  }
  expect(await everything()).toEqual(before);
});

test('a passport that another account has typed is taken like any other, without a word', async () => {
  const [ada, eve] = [await somebody(db, 'applicant'), await somebody(db, 'applicant')];
  const known = declaration();
  const first = mustBeOk(await submit(eve, (await opened(eve)).id, known));
  const second = mustBeOk(await submit(ada, (await opened(ada)).id, known));
  expect([first.state, second.state]).toEqual(['submitted', 'submitted']);
  expect(second.travelDocumentId).not.toBe(first.travelDocumentId);
});

test('a draft waits while intake is suspended, and keeps its version when new rules come', async () => {
  const ada = await somebody(db, 'applicant');
  const { id } = await opened(ada);
  const setState = (state: string) =>
    db.admin.query(`update programme set state = $1 where code = 'mali-us'`, [state]);
  await setState('suspended');
  expect(await submit(ada, id)).toMatchObject({ code: 'programme_not_open' });
  await setState('open');
  await db.admin.query(
    `insert into programme_version
     select programme_code, 2, 'in_force', date '2026-01-01', 'Test decree', rules
     from programme_version where programme_code = 'mali-us' and version = 1`,
  );
  mustBeOk(await submit(ada, id));
  expect(await rowOf(id)).toMatchObject({ programme_version: 1, state: 'submitted' });
  expect(await rowOf((await opened(ada)).id)).toMatchObject({ programme_version: 2 });
});

test('one person has one live case per programme, whatever is tried at once', async () => {
  const ada = await somebody(db, 'applicant');
  const what = declaration();
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { id } = await opened(ada);
    mustBeOk(await save(ada, id, 'travel', { purpose: 'tourism' }));
    ids.push(id);
  }
  const answers = await Promise.all(ids.map((id) => submit(ada, id, what)));
  expect(answers.map((a) => (a.ok ? 'ok' : a.code)).sort()).toEqual([
    'case_already_open',
    'case_already_open',
    'ok',
  ]);
  const first = mustBeOk(answers.find((a) => a.ok)!);
  await portal.database.write(ada.ctx, (tx) => portal.cases.withdrawn(tx, first));
  mustBeOk(
    await submit(
      ada,
      ids.find((id) => id !== first.id)!,
      what,
    ),
  );
});

test('a draft that is withdrawn forgets its answers', async () => {
  const ada = await somebody(db, 'applicant');
  const { id } = await opened(ada);
  mustBeOk(await save(ada, id, 'travel', { purpose: 'Tourism' }));
  await portal.database.write(ada.ctx, async (tx) =>
    portal.cases.withdrawn(tx, await portal.cases.lock(tx, id)),
  );
  expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', answers_sealed: null });
});

const tables = ['visa_case', 'visa_case_history', 'case_submission', 'visa'];

test('applicants see their own, visitors and unset contexts nothing', async () => {
  const [ada, eve] = [await somebody(db, 'applicant'), await somebody(db, 'applicant')];
  const { id, reference } = await opened(ada);
  mustBeOk(await submit(ada, id));
  const mine = await portal.database.read(ada.ctx, (tx) => portal.queries.ofApplicant(tx));
  expect(mine.map((c) => [c.reference, c.status, c.visa])).toEqual([
    [reference, 'under_review', null],
  ]);
  const steps = (who: Somebody) =>
    portal.database.read(who.ctx, (tx) => portal.queries.history(tx, id));
  expect((await steps(ada)).map((s) => s.event)).toEqual(['submitted']);
  expect(await steps(eve)).toEqual([]);
  const one = (ctx: Somebody['ctx']) =>
    portal.database.read(ctx, (tx) => portal.queries.one(tx, reference.toLowerCase()));
  expect((await one(ada.ctx))?.id).toBe(id);
  expect(await one(eve.ctx)).toBeNull();
  expect(await one(visitorCtx('request-1'))).toBeNull();
  for (const table of tables) {
    await connected(db.url('portal'), async (client) => {
      expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    });
    await connected(db.url('migrator'), async (client) => {
      expect((await client.query(`select 1 from ${table}`)).rowCount).toBe(0);
    });
  }
});

test('what is no reference and no id finds no case, and is no failure', async () => {
  const ada = await somebody(db, 'applicant');
  const found = await portal.database.read(ada.ctx, async (tx) => [
    await portal.queries.one(tx, 'VB-\0'),
    await portal.queries.one(tx, 'x'.repeat(100_000)),
    await portal.queries.byId(tx, 'not-an-id'),
  ]);
  expect(found).toEqual([null, null, null]);
});

test('nobody opens or moves a case in another’s name', async () => {
  const [ada, eve] = [await somebody(db, 'applicant'), await somebody(db, 'applicant')];
  const before = await everything();
  await expect(
    portal.database.write(eve.ctx, (tx) => portal.cases.open(tx, wishOf(ada))),
  ).rejects.toThrow('row-level security');
  expect(await everything()).toEqual(before);
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
    await connected(db.url(login), (client) =>
      expect(client.query(sql)).rejects.toThrow('permission denied'),
    );
  }
  for (const table of ['visa_case_history', 'case_submission']) {
    await expect(db.admin.query(`delete from ${table}`)).rejects.toThrow('rows are only added');
  }
});

test('entities and schema agree, and each queue has its index', async () => {
  const drift = await schemaDrift(db.adminUrl, applicationEntities);
  // Checks, foreign keys and plain indexes are the migrations' alone; columns and keys must match.
  expect(drift.filter((sql) => !/DROP CONSTRAINT|DROP INDEX/.test(sql))).toEqual([]);
  const { rows } = await db.admin.query<{ name: string }>(
    `select indexname as name from pg_indexes where indexname like 'visa_case_queue_%'`,
  );
  expect(rows.map((r) => r.name.slice('visa_case_queue_'.length)).sort()).toEqual(
    Object.keys(caseQueues).sort(),
  );
});

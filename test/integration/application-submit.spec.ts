// Handing a case in: all at once, once, and only what the programme takes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseAnswers, Cases } from '#application';
import { mustBeOk } from '#kernel';
import { dayOf } from '#platform';
import { declaration } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';
import { passportLines } from '../support/traveller.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('submitting freezes the answers under the person, tells the applicant, and all at once', async () => {
  const ada = await world.anApplicant();
  const { id, reference } = await world.opened(ada);
  mustBeOk(await world.save(ada, id, 'travel', { purpose: 'A wedding in Ségou' }));
  const what = declaration();
  const row = mustBeOk(await world.submit(ada, id, what));
  expect(row).toMatchObject({ id, reference, state: 'submitted', version: 2 });

  const stored = await world.caseRow(id);
  expect(stored).toMatchObject({ state: 'submitted', answers_sealed: null, version: 2 });
  expect([stored.person_id, stored.travel_document_id]).toEqual([
    row.personId,
    row.travelDocumentId,
  ]);
  const { rows: frozen } = await world.db.admin.query<{ answers_sealed: Buffer }>(
    `select subject_id, form_version, answers_sealed from case_submission where case_id = $1`,
    [id],
  );
  expect(frozen).toMatchObject([{ subject_id: row.personId, form_version: '1' }]);
  expect(frozen[0]!.answers_sealed.toString('latin1')).not.toContain('wedding');
  const { rows: steps } = await world.db.admin.query(
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
  const { rows: mails } = await world.db.admin.query(
    `select m.template, m.params, j.name from mail m
     join pgboss.job j on j.data->>'mailId' = m.id::text where m.contact_point_id = $1`,
    [ada.contactPointId],
  );
  const params = { reference, city: 'Washington', telephone: '+1 202 555 0142' };
  expect(mails).toMatchObject([{ template: 'case_received', params, name: 'mail.send' }]);

  const awa = await world.anOfficer(world.consulates.Washington);
  const answers = world.officer.get(CaseAnswers, { strict: false });
  const read = await world.as(world.officer, awa.ctx, (tx) =>
    answers.submission(tx, id, 'case_review'),
  );
  expect(read).toMatchObject({ formVersion: '1', answers: what.frozen });
});

test('two submissions at once: one case, one mail', async () => {
  const ada = await world.anApplicant();
  const { id } = await world.opened(ada);
  const what = declaration();
  const both = await Promise.all([world.submit(ada, id, what), world.submit(ada, id, what)]);
  expect(both.map((a) => (a.ok ? 'ok' : a.code)).sort()).toEqual(['ok', 'wrong_state']);
  const { rows } = await world.db.admin.query(
    `select (select count(*)::int from visa_case_history where owner_id = $1) as steps,
            (select count(*)::int from mail where contact_point_id = $2) as mails`,
    [id, ada.contactPointId],
  );
  expect(rows).toEqual([{ steps: 1, mails: 1 }]);
});

test('what may not be submitted is refused with its field, and changes nothing', async () => {
  const ada = await world.anApplicant();
  const { id } = await world.opened(ada);
  const before = await world.everything();
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
    const answer = await world.submit(ada, id, what as typeof good);
    expect(answer).toMatchObject({ ok: false, code, ...(field && { detail: { field } }) });
  }
  expect(await world.everything()).toEqual(before);
});

test('a passport that another account has typed is taken like any other, without a word', async () => {
  const [ada, eve] = [await world.anApplicant(), await world.anApplicant()];
  const known = declaration();
  const first = mustBeOk(await world.submit(eve, (await world.opened(eve)).id, known));
  const second = mustBeOk(await world.submit(ada, (await world.opened(ada)).id, known));
  expect([first.state, second.state]).toEqual(['submitted', 'submitted']);
  expect(second.travelDocumentId).not.toBe(first.travelDocumentId);
});

test('one person has one live case per programme, whatever is tried at once', async () => {
  const ada = await world.anApplicant();
  const what = declaration();
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { id } = await world.opened(ada);
    mustBeOk(await world.save(ada, id, 'travel', { purpose: 'tourism' }));
    ids.push(id);
  }
  const answers = await Promise.all(ids.map((id) => world.submit(ada, id, what)));
  expect(answers.map((a) => (a.ok ? 'ok' : a.code)).sort()).toEqual([
    'case_already_open',
    'case_already_open',
    'ok',
  ]);
  const first = mustBeOk(answers.find((a) => a.ok)!);
  await world.as(world.portal, ada.ctx, (tx) => world.portal.get(Cases).withdrawn(tx, first));
  mustBeOk(
    await world.submit(
      ada,
      ids.find((id) => id !== first.id)!,
      what,
    ),
  );
});

test('where the lines of the passport say otherwise is found by who keeps them, not told', async () => {
  const ada = await world.anApplicant();
  const flagsFor = async (number: string, linesSay: object | null) => {
    const { id } = await world.opened(ada);
    const what = declaration({ number });
    const says = { ...what.details, ...what.document, ...linesSay };
    mustBeOk(await world.submit(ada, id, { ...what, mrz: passportLines(says).join('\n') }));
    const [kept] = await world.rows('select mrz_flags from case_submission where case_id = $1', id);
    await world.db.admin.query(`update visa_case set state = 'closed' where id = $1`, [id]);
    return kept!.mrz_flags;
  };
  expect(await flagsFor('LINES0003', null)).toEqual([]);
  expect(await flagsFor('LINES0004', { bornOn: '1991-05-17' })).toEqual(['bornOn']);
});

// Records that name nobody's passport, and those whom they may mean: shown to people, never guessed.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { MovementAssessor } from '#departure';
import { Identity, TravelDocuments } from '#identity';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { CandidateAnswers, CandidateQueries, Matching } from '#travel';
import { aToken, somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { minutesAgo } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ada: Somebody;
let head: Somebody;
let second: Somebody;

beforeAll(async () => {
  world = await World.start();
  [ada, head, second] = [
    await somebody(world.db, 'staff'),
    await somebody(world.db, 'staff'),
    await somebody(world.db, 'staff'),
  ];
  await world.rows(
    `delete from account_role where account_id = $1 and role <> 'officer'`,
    ada.accountId,
  );
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** The number with another figure in the middle. */
const misread = ({ issuingState, number }: TestBond['passport'], at = 4) => {
  const other = number[at] === '7' ? '6' : '7';
  return { issuingState, number: number.slice(0, at) + other + number.slice(at + 1) };
};
const candidatesOf = (recordId: string) =>
  world.rows<{ id: string; person: string; state: string; score: number; likenesses: string[] }>(
    `select c.id, c.person_id as person, c.state, c.score, c.likenesses
     from movement_candidate c join movement m on m.id = c.movement_id
     where m.record_id = $1 order by c.score desc`,
    recordId,
  );
const firstOf = async (recordId: string) => (await candidatesOf(recordId))[0]!.id;
const personOf = async ({ caseId }: TestBond) =>
  (await world.one<{ id: string }>('select person_id as id from visa_case where id = $1', caseId))
    .id;
const stateOf = async (recordId: string) =>
  (await world.one<{ state: string }>('select state from movement where record_id = $1', recordId))
    .state;

/** Reported, assessed and looked for. */
async function looked(record: object): Promise<void> {
  const batchId = await world.report(record);
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  await world.worker.get(Matching).findOfBatch(batchId);
}
const answers = () => world.officer.get(CandidateAnswers);
const propose = (by: Somebody, id: string) =>
  world.asOfficer(by, (tx) => answers().propose(tx, id, 'misread'));
const join = (by: Somebody, id: string) => world.asOfficer(by, (tx) => answers().join(tx, id));

test('one wrong figure: the traveller is a candidate and nothing more', async () => {
  const posted = await world.aBond().withVisa();
  const record = world.record('admitted', posted, { document: misread(posted.passport) });
  await looked(record);
  expect(await stateOf(record.recordId)).toBe('unmatched');
  expect(await candidatesOf(record.recordId)).toMatchObject([
    { person: await personOf(posted), state: 'open', likenesses: ['one_character'], score: 40 },
  ]);
  expect(await world.bondOf(posted.bondId)).toMatchObject({ case_state: 'visa_issued' });
});

test('two people join a departure to its traveller: the bond goes back, and the trail says how', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  const record = world.record('departed', posted, { document: misread(posted.passport) });
  await looked(record);
  const id = await firstOf(record.recordId);
  mustBeOk(await propose(ada, id));
  expect(await join(ada, id)).toMatchObject({ code: 'same_person' });
  mustBeOk(await join(head, id));
  expect(await stateOf(record.recordId)).toBe('unmatched');
  const assessor = world.worker.get(MovementAssessor);
  await assessor.assessJoined(id);
  await assessor.assessJoined(id);
  expect(await stateOf(record.recordId)).toBe('assessed');
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    ...{ case_state: 'closed', state: 'cancelled' },
  });
  const trail = await world.rows<{ action: string; source: string | null }>(
    `select action, details->>'source' as source from audit_entry a
     join movement m on m.id = a.subject_id where m.record_id = $1 order by a.at`,
    record.recordId,
  );
  expect(trail.map((entry) => entry.action)).toEqual([
    ...['movement_candidate.join_proposed', 'movement_candidate.joined'],
    ...['movement.joined', 'movement.assessed'],
  ]);
  expect(trail.at(-1)!.source).toBe('joined_by_people');
});

test('the database itself wants two people, each in their own name and role', async () => {
  const posted = await world.aBond().withVisa();
  const record = world.record('departed', posted, { document: misread(posted.passport) });
  await looked(record);
  const id = await firstOf(record.recordId);
  const set = (state: string, more: string) =>
    `update movement_candidate set state = '${state}', reason_code = 'misread', ${more}
     where id = '${id}'`;
  const tries = async (by: Somebody, ...statements: string[]) => {
    const client = new pg.Client({ connectionString: world.db.url('officer') });
    await client.connect();
    try {
      const token = await aToken(world.db.admin, by.accountId, 'staff');
      await client.query('begin');
      await client.query('select app.enter($1, $2, $3)', [token, 'staff', by.accountId]);
      for (const sql of statements) await client.query(sql);
      return 'done';
    } catch (e) {
      return (e as { code: string }).code;
    } finally {
      await client.end();
    }
  };
  const proposed = (by: Somebody) => set('join_proposed', `proposed_by = '${by.accountId}'`);
  const joined = (by: Somebody) => set('joined', `decided_by = '${by.accountId}'`);
  expect(await tries(ada, proposed(head))).toBe('VB005');
  expect(await tries(head, joined(head))).toBe('VB005');
  expect(await tries(head, proposed(head), joined(head))).toBe('23514');
  mustBeOk(await propose(head, id));
  expect(await tries(ada, joined(ada))).toBe('42501');
  expect(await tries(second, joined(second))).toBe('done');
  // The worker gives the record to nobody whom its document does not name.
  await expect(
    world.byRule((tx) =>
      tx.query(
        `update movement m set state = 'matched', person_id = c.person_id,
           document_id = c.document_id
         from movement_candidate c where c.id = $1 and m.id = c.movement_id`,
        [id],
      ),
    ),
  ).rejects.toThrow('neither its document nor two people say so');
});

test('a pair that was rejected never comes back', async () => {
  const posted = await world.aBond().withVisa();
  const record = world.record('admitted', posted, { document: misread(posted.passport, 5) });
  await looked(record);
  const id = await firstOf(record.recordId);
  mustBeOk(await world.asOfficer(ada, (tx) => answers().reject(tx, id, 'another_person')));
  await world.rows('update movement set searched_at = null where record_id = $1', record.recordId);
  const { batch } = await world.one<{ batch: string }>(
    'select batch_id as batch from movement where record_id = $1',
    record.recordId,
  );
  await world.worker.get(Matching).findOfBatch(batch);
  expect(await candidatesOf(record.recordId)).toMatchObject([{ id, state: 'rejected' }]);
  expect(await propose(ada, id)).toMatchObject({ code: 'wrong_state' });
});

test('names and birth find whoever has another passport, in whatever order they were typed', async () => {
  const posted = await world.aBond().withVisa();
  const person = await world.byRule(async (tx) =>
    world.worker.get(Identity).person(tx, await personOf(posted), 'test'),
  );
  const [year, month, dayOfMonth] = person.bornOn.split('-');
  const renewed = { issuingState: posted.passport.issuingState, number: 'ZQ7700001' };
  const said = (more: object) =>
    world.record('admitted', posted, {
      ...{ document: renewed, recordId: randomUUID() },
      traveller: { familyName: person.familyName, givenNames: person.givenNames, bornOn: person.bornOn, ...more }, // prettier-ignore
    });
  const same = said({});
  const swapped = said({ familyName: person.givenNames, givenNames: person.familyName });
  const isMonth = Number(dayOfMonth) <= 12 && dayOfMonth !== month;
  const born = said(isMonth ? { bornOn: `${year}-${dayOfMonth}-${month}` } : {});
  const other = said({ familyName: 'Somebody', givenNames: 'Else' });
  for (const record of [same, swapped, born, other]) await looked(record);
  const found = async (r: typeof same) => {
    const mine = (await candidatesOf(r.recordId)).filter((c) => c.likenesses[0] === 'same_person');
    return mine.map((c) => c.likenesses.slice(1));
  };
  expect(await found(same)).toContainEqual([]);
  expect(await found(swapped)).toContainEqual(['names_swapped']);
  expect(await found(born)).toContainEqual(isMonth ? ['birth_swapped'] : []);
  expect(await found(other)).toEqual([]);
});

test('a document that is confirmed later finds the records that almost name it', async () => {
  const posted = await world.aBond().withVisa();
  const { documentId } = await world.one<{ documentId: string }>(
    'select travel_document_id as "documentId" from visa_case where id = $1',
    posted.caseId,
  );
  const release = (tx: Parameters<TravelDocuments['release']>[0]) =>
    world.officer.get(TravelDocuments).release(tx, [documentId], 'test');
  await world.asOfficer(ada, release);
  const record = world.record('admitted', posted, {
    ...{ document: misread(posted.passport), happenedAt: minutesAgo(45) },
  });
  await looked(record);
  expect(await candidatesOf(record.recordId)).toEqual([]);
  const personId = await personOf(posted);
  mustBeOk(
    await world.asOfficer(ada, (tx) =>
      world.officer.get(TravelDocuments).confirm(tx, { personId, documentId }),
    ),
  );
  const jobs = await world.rows(
    `select 1 from pgboss.job where name = 'documents.confirmed' and data->>'documentId' = $1`,
    documentId,
  );
  expect(jobs.length).toBeGreaterThan(0);
  await world.worker.get(Matching).findForDocument(documentId);
  expect(await candidatesOf(record.recordId)).toMatchObject([{ person: personId, state: 'open' }]);
  // The exact record comes: the border itself says whose it is, and nobody need compare.
  const exact = { ...record, recordId: randomUUID(), corrects: record.recordId };
  await world.crossed({ ...exact, document: posted.passport });
  expect(await stateOf(record.recordId)).toBe('superseded');
  expect(await candidatesOf(record.recordId)).toMatchObject([{ state: 'lapsed' }]);
});

test('the officer sees both sides, and that it was opened is in the trail', async () => {
  const posted = await world.aBond().withVisa();
  const traveller = { familyName: 'Example', givenNames: 'Ada', bornOn: '1990-01-02' };
  const record = world.record('departed', posted, {
    ...{ document: misread(posted.passport), traveller },
  });
  await looked(record);
  const id = await firstOf(record.recordId);
  const { officer } = world;
  const pair = await officer
    .get(Database)
    .write(ada.ctx, (tx) => officer.get(CandidateQueries).pair(tx, id));
  expect(pair!.said).toMatchObject({ document: misread(posted.passport), traveller });
  const opened = await world.rows(
    `select 1 from audit_entry where action = 'personal_data.opened'
       and details->>'purpose' = 'movement_matching' and details->>'table' = 'movement_batch'`,
  );
  expect(opened).toHaveLength(1);
});

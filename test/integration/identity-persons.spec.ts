import { Identity, Persons, TravelDocuments, type PersonRecord } from '#identity';
import { Database, newId, systemCtx, Vault, visitorCtx, type Ctx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { signedInCtx } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;
let people: World['people'];
let worker: TestingModule;
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
  worker = await world.another('worker');
});
afterAll(async () => {
  await worker.close();
  expect(await world.stop()).toEqual([]);
});

let documents = 0;
const ADA = {
  givenNames: 'Ada Marie',
  familyName: 'Lovelace',
  bornOn: '1990-12-10',
  nationality: 'USA',
};
const aDocument = () => ({
  issuingState: 'USA',
  number: `C${String(10_000_000 + ++documents)}`,
  expiresOn: '2033-12-09',
});

const asApplicant = (accountId: string) => signedInCtx(world.db, accountId, 'applicant');

const record = async (accountId: string, more: Partial<PersonRecord> = {}) =>
  world.portal
    .get(Database)
    .write(await asApplicant(accountId), (tx) =>
      world.portal
        .get(Persons)
        .record(tx, { accountId, details: ADA, document: aDocument(), ...more }),
    );

const claimants = (app: TestingModule, ctx: Ctx, document: { number: string }) =>
  app
    .get(Database)
    .read(ctx, (tx) => app.get(Persons).claimants(tx, { issuingState: 'USA', ...document }));

const personAs = (app: TestingModule, ctx: Ctx, personId: string) =>
  app.get(Database).write(ctx, (tx) => app.get(Identity).person(tx, personId, 'case_review'));

const trail = (subjectId: string) =>
  world.rows<Record<string, unknown>>(
    `select action, outcome, actor_id, details from audit_entry
     where subject_id = $1 order by at`,
    subjectId,
  );

test('a person is recorded sealed, and found by any spelling of the document', async () => {
  const { accountId } = await people.anApplicant();
  const document = aDocument();
  const recorded = await record(accountId, { document });
  const [kept] = await world.rows<{ person: object; document: { issuing_state: string } }>(
    `select to_jsonb(p) as person, to_jsonb(d) as document
     from person p join travel_document d on d.person_id = p.id where p.id = $1`,
    recorded.personId,
  );
  const all = JSON.stringify(kept);
  for (const secret of ['Lovelace', 'Ada', '1990', document.number]) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  }
  expect(kept!.document.issuing_state).toBe('USA');
  const spelled = ` ${document.number.toLowerCase().replace(/(\d{4})$/, '-$1')} `;
  expect(await claimants(worker, systemCtx('t'), { number: spelled })).toEqual([
    { ...recorded, isConfirmed: false },
  ]);
  expect((await trail(recorded.personId)).map((e) => e.action)).toEqual([
    'person.recorded',
    'travel_document.recorded',
  ]);
});

test('what is no number of a document is not recorded under an empty one', async () => {
  const { accountId } = await people.anApplicant();
  const document = { ...aDocument(), number: 'ЖЖЖ' };
  await expect(record(accountId, { document })).rejects.toThrow('not the number of a document');
});

test('the same person with a new passport stays one person', async () => {
  const { accountId } = await people.anApplicant();
  const first = await record(accountId);
  const details = { ...ADA, givenNames: 'ADA-MARIE', familyName: 'LOVELACE' };
  const second = await record(accountId, { details });
  expect(second.personId).toBe(first.personId);
  expect(second.documentId).not.toBe(first.documentId);
  const child = await record(accountId, { details: { ...ADA, bornOn: '2015-01-01' } });
  expect(child.personId).not.toBe(first.personId);
});

test('the same document again is the same record, with its details put right', async () => {
  const { accountId } = await people.anApplicant();
  const document = aDocument();
  const first = await record(accountId, { document });
  expect(await record(accountId, { document })).toEqual(first);
  const details = { ...ADA, givenNames: 'Adah Marie' };
  expect(await record(accountId, { document, details })).toEqual(first);
  expect(await personAs(world.portal, await asApplicant(accountId), first.personId)).toEqual(
    details,
  );
  expect((await trail(first.personId)).map((e) => e.action)).toEqual([
    'person.recorded',
    'travel_document.recorded',
    'person.details_changed',
    'personal_data.opened',
  ]);
});

test('what another account has typed is neither refused nor told', async () => {
  const [one, two] = [await people.anApplicant(), await people.anApplicant()];
  const document = aDocument();
  const answers = await Promise.all([one, two].map((a) => record(a.accountId, { document })));
  expect(answers[0]!.documentId).not.toBe(answers[1]!.documentId);
  for (const [i, { accountId }] of [one, two].entries()) {
    const seen = await claimants(world.portal, await asApplicant(accountId), document);
    expect(seen).toEqual([{ ...answers[i]!, isConfirmed: false }]);
  }
});

test('nobody renames a person whose passport an officer has confirmed by typing', async () => {
  const { accountId } = await people.anApplicant();
  const document = aDocument();
  const first = await record(accountId, { document });
  const officer = await people.aStaffMember(['officer']);
  const staff = await signedInCtx(world.db, officer.accountId, 'staff');
  await world.officer
    .get(Database)
    .write(staff, (tx) => world.officer.get(TravelDocuments).confirm(tx, first));
  const details = { ...ADA, givenNames: 'Bob' };
  const second = await record(accountId, { document, details });
  expect(second.personId).not.toBe(first.personId);
  expect(await personAs(world.officer, staff, first.personId)).toEqual(ADA);
  // Typed again as it was confirmed, it is the same.
  expect(await record(accountId, { document })).toEqual(first);
});

test('nobody records a person for another account', async () => {
  const [one, two] = [await people.anApplicant(), await people.anApplicant()];
  const foreign = world.portal
    .get(Database)
    .write(await asApplicant(one.accountId), (tx) =>
      world.portal
        .get(Persons)
        .record(tx, { accountId: two.accountId, details: ADA, document: aDocument() }),
    );
  await expect(foreign).rejects.toThrow('row-level security');
});

test('an officer reads who a person is, and the trail says so', async () => {
  const { accountId } = await people.anApplicant();
  const document = aDocument();
  const { personId, documentId } = await record(accountId, { document });
  const officer = await people.aStaffMember(['officer']);
  const ctx = await signedInCtx(world.db, officer.accountId, 'staff', 'r1');
  expect(await personAs(world.officer, ctx, personId)).toEqual(ADA);
  const read = world.officer
    .get(Database)
    .write(ctx, (tx) => world.officer.get(Identity).document(tx, documentId, 'case_review'));
  expect(await read).toEqual(document);
  const opened = { action: 'personal_data.opened', outcome: 'done', actor_id: officer.accountId };
  const purpose = 'case_review';
  expect((await trail(personId)).slice(2)).toEqual([
    { ...opened, details: { purpose, table: 'person', column: 'details_sealed', row: personId } },
    {
      ...opened,
      details: { purpose, table: 'travel_document', column: 'sealed', row: documentId },
    },
  ]);
});

test('an applicant reads his own e-mail address, not another’s', async () => {
  const [one, two] = [await people.anApplicant(), await people.anApplicant()];
  const emailOf = async (accountId: string) =>
    world.portal
      .get(Database)
      .write(await asApplicant(one.accountId), (tx) =>
        world.portal.get(Identity).emailOf(tx, accountId, 'own_account'),
      );
  expect(await emailOf(one.accountId)).toBe(one.email);
  await expect(emailOf(two.accountId)).rejects.toThrow('may not be seen');
});

test('others see no persons: another applicant, a visitor, a job that says it is staff', async () => {
  const { accountId } = await people.anApplicant();
  const { personId } = await record(accountId);
  const other = await people.anApplicant();
  for (const ctx of [await asApplicant(other.accountId), visitorCtx('t'), systemCtx('t')]) {
    await expect(personAs(world.portal, ctx, personId)).rejects.toThrow('may not be seen');
  }
  const asVisitor = personAs(world.officer, visitorCtx('t'), personId);
  await expect(asVisitor).rejects.toThrow('may not be seen');
});

test('nothing is opened in a transaction that cannot write the trail', async () => {
  const { accountId } = await people.anApplicant();
  const { personId } = await record(accountId);
  const read = world.portal
    .get(Database)
    .read(await asApplicant(accountId), (tx) =>
      world.portal.get(Identity).person(tx, personId, 'case_review'),
    );
  await expect(read).rejects.toThrow('read-only transaction');
});

test('what was moved to another place does not open, and the try stays in the trail', async () => {
  const { accountId } = await people.anApplicant();
  const ctx = await asApplicant(accountId);
  const subjectId = newId();
  const place = { table: 'visa_case', column: 'answers_sealed', row: newId() };
  const attempt = world.portal.get(Database).write(ctx, async (tx) => {
    const identity = world.portal.get(Identity);
    const sealed = await identity.seal(tx, subjectId, place, 'answers');
    const opening = { subjectId, place, sealed, purpose: 'draft' };
    expect(await identity.open(tx, opening)).toBe('answers');
    return identity.open(tx, { ...opening, place: { ...place, row: newId() } });
  });
  await expect(attempt).rejects.toThrow();
  // The opening that worked was rolled back with everything it was for; the failure was not.
  expect(await trail(subjectId)).toMatchObject([
    { action: 'personal_data.opened', outcome: 'failed', actor_id: accountId },
  ]);
});

test('a subject whose key is gone cannot be read any more', async () => {
  const { accountId } = await people.anApplicant();
  const { personId } = await record(accountId);
  await world.db.admin.query('delete from data_key where subject_id = $1', [personId]);
  await expect(personAs(world.portal, await asApplicant(accountId), personId)).rejects.toThrow(
    'gone',
  );
  expect((await trail(personId)).at(-1)).toMatchObject({ outcome: 'failed' });
});

test('a border system’s token needs no rights and no database', () => {
  const persons = world.portal.get(Persons);
  const token = world.portal.get(Vault).token('document', 'DEU:C01X0006H');
  expect(persons.documentToken('D', 'c01x 0006h')).toEqual(token);
});

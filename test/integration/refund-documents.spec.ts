// Whose departure it was: only a document that an officer has confirmed returns a bond (R32).
import { Applying, CaseDocuments, Cases, Reviewing, type CaseRow } from '#application';
import { MovementAssessor } from '#departure';
import { mustBeOk, type Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { declaration } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const asOfficer = <T>(caseId: string, fn: (tx: Tx, row: CaseRow) => Promise<T>) => {
  const { officer } = world;
  return officer
    .get(Database)
    .write(world.staff.ctx, async (tx) => fn(tx, await officer.get(Cases).lock(tx, caseId)));
};
const reviewing = () => world.officer.get(Reviewing);
const documents = () => world.officer.get(CaseDocuments);
const sweep = () => world.worker.get(MovementAssessor).sweep();

/** Handed in by this applicant with this passport, and taken by the officer on duty. */
async function aCaseOf(applicant: Somebody, number?: string, familyName = 'Example') {
  const { portal } = world;
  const declared = declaration(number ? { number } : {});
  const details = { ...declared.details, familyName };
  const { consulateId } = world;
  const row = await portal.get(Database).write(applicant.ctx, async (tx) => {
    const { accountId, contactPointId } = applicant;
    const wish = { accountId, contactPointId, programmeCode: 'mali-us', consulateId };
    const opened = mustBeOk(await portal.get(Applying).open(tx, { ...wish, language: 'en' }));
    return mustBeOk(await portal.get(Applying).submit(tx, opened.id, { ...declared, details }));
  });
  mustBeOk(await asOfficer(row.id, (tx, locked) => reviewing().take(tx, locked, null)));
  return { caseId: row.id, reference: row.reference, passport: declared.document };
}
const confirm = (caseId: string, reason?: string) =>
  asOfficer(caseId, (tx, row) => documents().confirmPassport(tx, row, reason));
const refuse = async (caseId: string) =>
  mustBeOk(await asOfficer(caseId, (tx, row) => reviewing().refuse(tx, row, 'documents_missing')));
const renew = (caseId: string, number: string): Promise<Result<true>> => {
  const document = { issuingState: 'USA', number, expiresOn: '2036-01-31' };
  return asOfficer(caseId, (tx, row) =>
    documents().recordRenewal(tx, row, null, { document, reasonCode: 'lost_or_stolen' }),
  );
};

const stateOf = ({ caseId, bondId }: TestBond) =>
  world.one<{ case: string; bond: string; refunds: string }>(
    `select c.state as case, b.state as bond,
       (select count(*) from refund r where r.bond_id = b.id) as refunds
     from visa_case c join bond b on b.case_id = c.id where c.id = $1 and b.id = $2`,
    caseId,
    bondId,
  );
const untouched = { case: 'travelling', bond: 'held', refunds: '0' };
const newest = async (n: number) =>
  (
    await world.rows<{ state: string; reason: string }>(
      `select m.state, (select reason_code from movement_history h where h.owner_id = m.id
         order by seq desc limit 1) as reason from movement m order by m.id desc limit $1`,
      n,
    )
  ).map((m) => `${m.state} ${m.reason ?? ''}`.trim());
const withPassport = (of: TestBond, number: string): TestBond => ({
  ...of,
  passport: { issuingState: 'USA', number },
});

test('the passport of a refused application of the same person returns no bond', async () => {
  const posted = await world.aBond().withVisa();
  const earlier = await aCaseOf(posted.applicant, 'REFUSED01', 'Former');
  mustBeOk(await confirm(earlier.caseId));
  await refuse(earlier.caseId);
  await world.crossed(world.record('admitted', posted));
  const calls = await world.refundCalls();
  await world.crossed(world.record('departed', withPassport(posted, 'REFUSED01')));
  expect(await stateOf(posted)).toEqual(untouched);
  expect(await newest(1)).toEqual(['unmatched']);
  expect(await world.refundCalls()).toEqual(calls);
});

test('a passport that somebody merely typed matches nobody, until an officer confirms it', async () => {
  const { passport, caseId } = await aCaseOf(await somebody(world.db, 'applicant'));
  const crossing = { ...(await world.aBond().withVisa()), passport };
  await world.crossed(world.record('admitted', crossing));
  expect(await newest(1)).toEqual(['unmatched']);
  await sweep();
  expect(await newest(1)).toEqual(['unmatched']);
  mustBeOk(await confirm(caseId));
  await sweep();
  expect(await newest(1)).toEqual(['assessed no_visa']);
});

test('a departure on another passport than the one shown at entry waits for an officer', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  mustBeOk(await renew(posted.caseId, 'RENEWED01'));
  const calls = await world.refundCalls();
  await world.crossed(world.record('departed', withPassport(posted, 'RENEWED01')));
  expect(await stateOf(posted)).toEqual(untouched);
  expect(await newest(1)).toEqual(['set_aside not_the_admissions_document']);
  expect(await world.refundCalls()).toEqual(calls);
});

test('a passport renewed before the journey counts, and its earlier record is taken up', async () => {
  const posted = await world.aBond().withVisa();
  const renewed = withPassport(posted, 'RENEWED02');
  await world.crossed(world.record('admitted', renewed));
  expect(await stateOf(posted)).toMatchObject({ case: 'visa_issued' });
  mustBeOk(await renew(posted.caseId, 'RENEWED02'));
  await sweep();
  expect(await stateOf(posted)).toEqual(untouched);
  await world.crossed(world.record('departed', renewed));
  expect(await stateOf(posted)).toEqual({ case: 'closed', bond: 'cancelled', refunds: '1' });
  const [trail] = await world.rows<{ details: object }>(
    `select details from audit_entry where action = 'movement.assessed' order by at desc limit 1`,
  );
  expect(trail!.details).toMatchObject({ outcome: 'R15a', document: 'renewal' });
});

test('the passport of an earlier journey is set aside, and taken up once it is this one’s too', async () => {
  const earlier = await world.aBond().cancelled();
  const { number } = earlier.passport;
  const posted = await world.aBond({ applicant: earlier.applicant }).withVisa();
  await world.crossed(world.record('admitted', withPassport(posted, number)));
  expect(await newest(1)).toEqual(['set_aside other_document']);
  expect(await stateOf(posted)).toMatchObject({ case: 'visa_issued' });
  await sweep();
  expect(await stateOf(posted)).toMatchObject({ case: 'visa_issued' });
  mustBeOk(await renew(posted.caseId, number));
  await sweep();
  expect(await stateOf(posted)).toEqual(untouched);
});

test('however many passports of earlier journeys wait, one that is recorded is taken up', async () => {
  const earlier = await world.aBond().cancelled();
  const other = await world.aBond({ applicant: earlier.applicant }).withVisa();
  const waits = world.record('admitted', withPassport(other, earlier.passport.number));
  await world.crossed(waits);
  await world.setAsideBefore(waits.recordId, 500);
  const mine = await world.aBond().cancelled();
  const posted = await world.aBond({ applicant: mine.applicant }).withVisa();
  await world.crossed(world.record('admitted', withPassport(posted, mine.passport.number)));
  mustBeOk(await renew(posted.caseId, mine.passport.number));
  await sweep();
  expect(await stateOf(posted)).toEqual(untouched);
});

test('a renewal is of the programme’s nationality, in force, with a reason, in time', async () => {
  const posted = await world.aBond().withVisa();
  const tryTo = (document: object, reasonCode = 'renewed', consulateId: string | null = null) =>
    asOfficer(posted.caseId, (tx, row) =>
      documents().recordRenewal(tx, row, consulateId, {
        document: {
          issuingState: 'USA',
          number: 'RENEWED03',
          expiresOn: '2036-01-31',
          ...document,
        },
        reasonCode,
      }),
    );
  expect(await tryTo({ issuingState: 'MLI' })).toMatchObject({ code: 'outside_programme' });
  expect(await tryTo({ expiresOn: '2020-01-31' })).toMatchObject({ code: 'document_expired' });
  expect(await tryTo({}, 'because')).toMatchObject({ code: 'unknown_reason' });
  expect(await tryTo({}, 'renewed', posted.caseId)).toMatchObject({ code: 'other_consulate' });
  const other = await world.aBond().withVisa();
  expect(await tryTo({ number: other.passport.number })).toMatchObject({
    code: 'held_by_another_traveller',
  });
  expect(await renew((await world.aBond().held()).caseId, 'RENEWED04')).toMatchObject({ ok: true });
  const { caseId } = await aCaseOf(await somebody(world.db, 'applicant'));
  expect(await renew(caseId, 'RENEWED05')).toMatchObject({ code: 'wrong_state' });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fillIn, openCase, startSite, Visitor } from '../support/world/sites.ts';
import { answersOf, aTraveller } from '../support/traveller.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
let hosts = 0;
const rows = async <R extends object>(sql: string, ...params: unknown[]) =>
  (await db.admin.query<R>(sql, params)).rows;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await db?.drop();
});

async function applicant(): Promise<Visitor> {
  const visitor = new Visitor(app, db, `198.51.100.${++hosts}`);
  await visitor.signUp();
  return visitor;
}

/** Version, state and sealed answers of a case: what a refused request may not touch. */
const stored = (reference: string) =>
  rows('select state, version, answers_sealed from visa_case where reference = $1', reference);

test('the lines of the passport fill in its page and the next, for the person to check', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  const { mrz, number } = answersOf(aTraveller(), new Date()).passport!;
  const at = (page: string) => `/cases/${reference}/apply/${page}`;
  const none = await ann.post(at('passport'), { fill: 'yes' });
  expect([none.status, none.words]).toEqual([422, expect.stringContaining('Enter the two lines')]);
  const filled = await ann.post(at('passport'), { mrz: mrz!.replaceAll('<', '‹'), fill: 'yes' });
  expect([filled.status, filled.words]).toEqual([200, expect.stringContaining('Check it against')]);
  expect(filled.body).toContain(`value="${number}"`);
  expect(await stored(reference)).toMatchObject([{ answers_sealed: null }]);
  await ann.post(at('passport'), answersOf(aTraveller({ number: number! }), new Date()).passport);
  const next = await ann.get(at('personal-details'));
  expect(next.body).toContain('value="Ada Maria"');
  expect(next.body).toContain('value="1990"');
});

test('a slip in the lines is named; what differs is submitted once checked, and flagged', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  const traveller = aTraveller();
  await fillIn(ann, reference, traveller);
  const at = (page: string) => `/cases/${reference}/apply/${page}`;
  const typed = answersOf(traveller, new Date());
  const slip = { ...typed.passport!, mrz: typed.passport!.mrz!.replace(/\nX./, '\nX9') };
  const mistyped = await ann.post(at('passport'), slip);
  expect(mistyped.words).toContain('Check the passport number in the two lines.');

  const personal = { ...typed['personal-details']!, familyName: 'Somebody' };
  const differs = await ann.post(at('personal-details'), personal);
  expect([differs.status, differs.words]).toEqual([
    422,
    expect.stringContaining('Family name is different in the lines of your passport.'),
  ]);
  const checked = await ann.post(at('personal-details'), { ...personal, mrzChecked: 'yes' });
  expect(checked.to).toBe(at('check'));
  await ann.post(at('check'), { declared: 'yes' });
  const kept = await rows(
    `select state, mrz_flags from visa_case c join case_submission s on s.case_id = c.id
     where reference = $1`,
    reference,
  );
  expect(kept).toEqual([{ state: 'submitted', mrz_flags: ['familyName'] }]);
});

test('the second of two windows says that the first was saved, and loses nothing', async () => {
  const ann = await applicant();
  const reference = await openCase(ann);
  const url = `/cases/${reference}/apply/contact`;
  const { contact } = answersOf(aTraveller(), new Date());
  const seen = /name="seen" value="([^"]+)"/.exec((await ann.get(url)).body)![1]!;
  await ann.post(url, { ...contact, seen });
  const before = await stored(reference);
  const late = await ann.post(url, { ...contact, address: 'Elsewhere 1', seen });
  expect([late.status, late.words]).toEqual([409, expect.stringContaining('in another window')]);
  expect(late.words).toContain('12 Example Street, Springfield, USA');
  expect(late.body).toContain('Elsewhere 1');
  expect(await stored(reference)).toEqual(before);
  const now = /name="seen" value="([^"]+)"/.exec(late.body)![1]!;
  const again = await ann.post(url, { ...contact, address: 'Elsewhere 1', seen: now });
  expect(again.status).toBe(303);
  expect((await ann.get(url)).body).toContain('Elsewhere 1');
});

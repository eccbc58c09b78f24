// Somebody types for longer than a session lasts: at the real portal, without a script.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { PASSWORD } from '../support/world/people.ts';
import { openCase, startSite, Visitor, type Answer } from '../support/world/sites.ts';

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

const visitor = () => new Visitor(app, db, `198.51.100.${++hosts}`);
const typed = { phone: '+1 202 555 0142', address: '12 Quiet Lane, Springfield' };
/** As after half an hour, when what was kept of the session has been removed. */
async function endSessions(): Promise<void> {
  await db.admin.query('update account_session set ended_at = clock_timestamp()');
  await db.admin.query('delete from session');
}
const signsIn = (who: Visitor, over: Answer, email: string, password = PASSWORD) =>
  who.send(over, '/sign-in', { email, password });
const everythingStored = async () =>
  JSON.stringify(await rows('select * from session')) +
  JSON.stringify(await rows('select * from visa_case')) +
  JSON.stringify(await rows('select * from audit_entry'));

async function typesTooLong() {
  const ann = visitor();
  const { email } = await ann.signUp();
  const reference = await openCase(ann);
  const url = `/cases/${reference}/apply/contact`;
  const page = await ann.get(url);
  await endSessions();
  return { ann, email, url, over: await ann.send(page, url, typed) };
}

test('sign in, and the form is there with what was typed; the address of no page tells it', async () => {
  const { ann, email, url, over } = await typesTooLong();
  expect([over.status, over.words]).toEqual([
    403,
    expect.stringContaining('Sign in, and you will'),
  ]);
  expect(over.body).not.toContain('Quiet Lane');
  expect(await rows('select from session')).toEqual([]);

  const slip = await signsIn(ann, over, email, 'not the password');
  expect([slip.status, slip.words]).toEqual([422, expect.stringContaining('is wrong')]);
  const done = await signsIn(ann, slip, email);
  expect([done.status, done.to]).toEqual([303, url]);
  expect(await everythingStored()).not.toContain('Quiet Lane');

  const back = await ann.get(url);
  expect(back.body).toContain('12 Quiet Lane, Springfield');
  expect(back.body).toContain('value="+1 202 555 0142"');
  expect(back.words).toContain('has not been sent yet');
  expect(await rows('select from session where sess::text like $1', '%keptForm%')).toEqual([]);
  expect((await ann.send(back, url, typed)).status).toBe(303);
  expect((await ann.get(url)).body).toContain('12 Quiet Lane, Springfield');
});

test('another account at the same browser is led elsewhere and sees nothing of it', async () => {
  const { ann, over, url } = await typesTooLong();
  const { email } = await visitor().signUp();
  const other = await signsIn(ann, over, email);
  expect([other.status, other.to]).toEqual([303, url]);
  const page = await ann.get(url);
  expect([page.status, page.body.includes('Quiet Lane')]).toEqual([404, false]);
  expect(await rows('select from session where sess::text like $1', '%keptForm%')).toEqual([]);
});

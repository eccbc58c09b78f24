// Pages that are only read leave no session behind, and the rows that there are end with theirs.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { startSite, Visitor } from '../support/world/sites.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const sessions = async () => {
  const { rows } = await db.admin.query<{ sid: string }>('select sid from session');
  return rows.map((row) => row.sid);
};

test('a visitor reads, is sent to sign in and gets lost, and no row is written', async () => {
  const visitor = new Visitor(app, db);
  const pages = [
    '/',
    '/programmes/compare',
    '/figures',
    '/proof',
    '/privacy',
    '/accessibility',
    '/sign-in',
    '/sign-up',
  ];
  for (const url of [...pages, '/cases', '/nowhere', '/?lang=fr']) await visitor.get(url);
  await visitor.postBlind('/sign-in');
  visitor.cookies.set('sid', 'forged.forged');
  visitor.cookies.set('sid-token', 'forged');
  for (const url of pages) await visitor.get(url);
  expect(await sessions()).toEqual([]);
});

test('somebody signed in has one row, whatever they read', async () => {
  const visitor = new Visitor(app, db);
  await visitor.signUp();
  const [mine, ...others] = await sessions();
  expect(others).toEqual([]);
  for (const url of ['/', '/cases', '/account', '/privacy']) await visitor.get(url);
  expect(await sessions()).toEqual([mine]);
});

test('a session that was ended elsewhere takes its row with it and leaves no empty one', async () => {
  const visitor = new Visitor(app, db);
  await visitor.signUp();
  const before = await sessions();
  await db.admin.query(`delete from account_session where account_id = $1`, [visitor.accountId]);
  const page = await visitor.get('/');
  expect([page.status, page.words.includes('Sign in')]).toEqual([200, true]);
  for (const url of ['/cases', '/sign-in']) await visitor.get(url);
  expect(await sessions()).toHaveLength(before.length - 1);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { PASSWORD } from '../support/world/people.ts';
import { startSite, Visitor } from '../support/world/sites.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
let hosts = 10;
const visitor = () => new Visitor(app, db, `192.0.2.${++hosts}`);
const count = async (table: string) =>
  (await db.admin.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await db?.drop();
});

test('an account: address, code, signed in; out and in again', async () => {
  const ann = visitor();
  const { email } = await ann.signUp();
  expect((await ann.get('/sign-in')).to).toBe('/cases');
  expect((await ann.post('/sign-out', {}, '/privacy')).to).toBe('/sign-in?out=1');
  expect((await ann.get('/sign-in?out=1')).words).toContain('You have signed out.');
  const back = await ann.post('/sign-in', { email, password: PASSWORD, next: '/privacy' });
  expect([back.status, back.to]).toEqual([303, '/privacy']);
});

test.each([
  ['', 'Enter your email address'],
  ['nobody', 'Enter an email address in the correct format'],
])('sign-up refuses the address %j', async (email, message) => {
  const before = await count('mailed_code');
  const page = await visitor().post('/sign-up', { email });
  expect([page.status, page.words]).toEqual([422, expect.stringContaining(message)]);
  if (email) expect(page.body).toContain(`value="${email}"`);
  expect(await count('mailed_code')).toBe(before);
});

test.each([
  ['', 'Enter a password of at least 15 characters'],
  ['short', 'Password must have 15 characters or more'],
  ['x'.repeat(129), 'Password must have 128 characters or fewer'],
  ['password password', 'Password is too easy to guess'],
])('sign-up refuses the password %j, and takes a better one', async (password, message) => {
  const ann = visitor();
  await ann.post('/sign-up', { email: `ann${hosts}@example.org` });
  const code = await ann.codeFor('sign-up');
  expect((await ann.post('/sign-up/code', { code })).to).toBe('/sign-up/password');
  const page = await ann.post('/sign-up/password', { password });
  expect([page.status, page.words]).toEqual([422, expect.stringContaining(message)]);
  expect(page.body).not.toMatch(/name="password"[^>]* value/);
  expect((await ann.post('/sign-up/password', { password: PASSWORD })).to).toBe('/cases');
});

test('an address with an account is answered like any other; only the mail differs', async () => {
  const { email } = await visitor().signUp();
  const again = await visitor().post('/sign-up', { email });
  expect([again.status, again.to]).toEqual([303, '/sign-up/code']);
  const { rows } = await db.admin.query<{ template: string }>(
    'select template from mail order by created_at desc limit 1',
  );
  expect(rows[0]!.template).toBe('already_registered');
});

test('a wrong code and a code of the wrong shape', async () => {
  const ann = visitor();
  await ann.post('/sign-up', { email: 'codes@example.org' });
  const accounts = await count('account');
  const shape = await ann.post('/sign-up/code', { code: '12' });
  expect([shape.status, shape.words]).toEqual([
    422,
    expect.stringContaining('Code must be 8 digits'),
  ]);
  expect(shape.body).toContain('value="12"');
  const code = await ann.codeFor('sign-up');
  const wrong = await ann.post('/sign-up/code', {
    code: code === '11111111' ? '22222222' : '11111111',
  });
  expect([wrong.status, wrong.words]).toEqual([422, expect.stringContaining('Code is wrong')]);
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  expect((await ann.post('/sign-up/code', { code: spaced })).to).toBe('/sign-up/password');
  expect(await count('account')).toBe(accounts);
});

test('another browser cannot go on with a sign-up, with the code and without', async () => {
  const ann = visitor();
  await ann.post('/sign-up', { email: 'bound@example.org' });
  const code = await ann.codeFor('sign-up');
  const eve = visitor();
  for (const page of ['/sign-up/code', '/sign-up/password']) {
    expect((await eve.get(page)).to).toBe('/sign-up');
  }
  const tried = await eve.post('/sign-up/code', { code }, '/sign-up');
  expect([tried.status, tried.words]).toEqual([
    422,
    expect.stringContaining('you started in another browser'),
  ]);
  const taken = await eve.post('/sign-up/password', { password: PASSWORD }, '/sign-up');
  expect([taken.status, taken.words]).toEqual([422, expect.stringContaining('Start again')]);
});

test.each([
  [{ email: '', password: '' }, 'Enter your password'],
  [{ email: 'ghost@example.org', password: '' }, 'Enter your password'],
  [{ email: 'ghost@example.org', password: PASSWORD }, 'Email address or password is wrong'],
])('sign-in refuses %j on the same page', async (typed, message) => {
  const page = await visitor().post('/sign-in', { ...typed, next: '/cases/new' });
  expect([page.status, page.words]).toEqual([422, expect.stringContaining(message)]);
  if (typed.email) expect(page.body).toContain(`value="${typed.email}"`);
  expect(page.body).toContain('name="next" value="/cases/new"');
});

test('a wrong password and an unknown address read the same', async () => {
  const { email } = await visitor().signUp();
  const known = await visitor().post('/sign-in', { email, password: 'not the right password' });
  const unknown = await visitor().post('/sign-in', {
    email: `x${email}`,
    password: 'not the right password',
  });
  const plain = (html: string) => html.replace(/value="[^"]*"|nonce="[^"]*"/g, '');
  expect(plain(known.body)).toBe(plain(unknown.body));
});

test('nobody is sent to another site after signing in', async () => {
  const { email } = await visitor().signUp();
  const page = await visitor().post('/sign-in', {
    email,
    password: PASSWORD,
    next: '//evil.example',
  });
  expect(page.to).toBe('/cases');
});

test('too many tries are stopped: by account with words on the page, by network with a page', async () => {
  const { email } = await visitor().signUp();
  const eve = visitor();
  for (let i = 0; i < 10; i++) await eve.post('/sign-in', { email, password: 'wrong wrong wrong' });
  const stopped = await eve.post('/sign-in', { email, password: PASSWORD });
  expect([stopped.status, stopped.words]).toEqual([
    422,
    expect.stringContaining('Too many attempts'),
  ]);
  for (let i = 0; i < 19; i++) await eve.post('/sign-in', { email: '', password: '' });
  const limited = await eve.post('/sign-in', { email: '', password: '' });
  expect([limited.status, limited.headers['retry-after']]).toEqual([429, expect.any(String)]);
}, 60_000);

test('who has signed in with this browser before is let in, whatever its network does', async () => {
  const ann = visitor();
  const { email } = await ann.signUp();
  await ann.post('/sign-out', {}, '/privacy');
  const eve = new Visitor(app, db, ann.address);
  for (let i = 0; i < 31; i++) await eve.post('/sign-in', { email, password: 'wrong wrong wrong' });
  expect((await eve.post('/sign-in', { email, password: PASSWORD })).status).toBe(429);
  expect((await ann.post('/sign-in', { email, password: PASSWORD })).to).toBe('/cases');
  // Made up, it is nothing.
  eve.cookies.set('browser', `b1:${'A'.repeat(22)}:${'B'.repeat(22)}.${'C'.repeat(43)}`);
  expect((await eve.post('/sign-in', { email, password: PASSWORD })).status).toBe(429);
}, 60_000);

test('a change without our token is refused', async () => {
  const page = await visitor().postBlind('/sign-in');
  expect(page.status).toBe(403);
});

test('a visitor leaves no session behind, however many pages are opened; signing out clears the browser', async () => {
  const sessions = async () =>
    Number((await db.admin.query<{ n: string }>('select count(*) as n from session')).rows[0]!.n);
  const before = await sessions();
  for (const page of ['/sign-in', '/sign-up', '/sign-in?lang=fr', '/']) {
    for (let i = 0; i < 5; i++) expect((await new Visitor(app, db).get(page)).status).toBe(200);
  }
  expect(await sessions()).toBe(before);
  const visitor = new Visitor(app, db, '192.0.2.77');
  await visitor.signUp();
  const left = await visitor.post('/sign-out', {}, '/cases/new');
  expect([left.to, left.headers['clear-site-data']]).toEqual([
    '/sign-in?out=1',
    '"cache", "storage"',
  ]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { PASSWORD, startPortal, Visitor } from './portal-site.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
let hosts = 10;
const visitor = () => new Visitor(app, db, `192.0.2.${++hosts}`);
const count = async (table: string) =>
  (await db.admin.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startPortal(db);
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
  expect((await ann.get('/sign-in?out=1')).words).toContain('You are signed out.');
  const back = await ann.post('/sign-in', { email, password: PASSWORD, next: '/privacy' });
  expect([back.status, back.to]).toEqual([303, '/privacy']);
});

test.each([
  [{ email: '', password: PASSWORD }, 'Enter your e-mail address'],
  [{ email: 'nobody', password: PASSWORD }, 'Enter an e-mail address in the right form'],
  [{ email: 'a@example.org', password: '' }, 'Enter a password of at least 15 characters'],
  [{ email: 'a@example.org', password: 'short' }, 'Password must have 15 characters or more'],
  [
    { email: 'a@example.org', password: 'x'.repeat(129) },
    'Password must have 128 characters or fewer',
  ],
  [{ email: 'a@example.org', password: 'password password' }, 'Password is too easy to guess'],
])('sign-up refuses %j', async (typed, message) => {
  const before = await count('sign_up');
  const page = await visitor().post('/sign-up', typed);
  expect(page.status).toBe(422);
  expect(page.words).toContain(message);
  if (typed.email) expect(page.html).toContain(`value="${typed.email}"`);
  expect(page.html).not.toMatch(/name="password"[^>]* value/);
  expect(await count('sign_up')).toBe(before);
});

test('an address with an account is answered like any other; only the mail differs', async () => {
  const { email } = await visitor().signUp();
  const again = await visitor().post('/sign-up', { email, password: PASSWORD });
  expect([again.status, again.to]).toEqual([303, expect.stringMatching(/^\/sign-up\/code\?id=/)]);
  const { rows } = await db.admin.query<{ template: string }>(
    'select template from mail order by created_at desc limit 1',
  );
  expect(rows[0]!.template).toBe('already_registered');
});

test('a wrong code and a code of the wrong shape', async () => {
  const ann = visitor();
  const begun = await ann.post('/sign-up', { email: 'codes@example.org', password: PASSWORD });
  const id = new URL(begun.to!, 'http://x').searchParams.get('id')!;
  const accounts = await count('account');
  const shape = await ann.post('/sign-up/code', { id, code: '12' }, begun.to);
  expect([shape.status, shape.words]).toEqual([
    422,
    expect.stringContaining('Code must be 6 figures'),
  ]);
  expect(shape.html).toContain('value="12"');
  const { rows } = await db.admin.query<{ code: string }>(
    `select m.params->>'code' as code from mail m join sign_up s using (contact_point_id)
     where s.id = $1`,
    [id],
  );
  const wrong = rows[0]!.code === '111111' ? '222222' : '111111';
  const refused = await ann.post('/sign-up/code', { id, code: wrong }, begun.to);
  expect([refused.status, refused.words]).toEqual([
    422,
    expect.stringContaining('Code is not right'),
  ]);
  const unknown = await ann.post('/sign-up/code', { id: 'x', code: '123456' }, begun.to);
  expect([unknown.status, unknown.words]).toEqual([
    422,
    expect.stringContaining('no longer valid'),
  ]);
  expect(await count('account')).toBe(accounts);
});

test.each([
  [{ email: '', password: '' }, 'Enter your password'],
  [{ email: 'ghost@example.org', password: '' }, 'Enter your password'],
  [{ email: 'ghost@example.org', password: PASSWORD }, 'E-mail address or password is wrong'],
])('sign-in refuses %j on the same page', async (typed, message) => {
  const page = await visitor().post('/sign-in', { ...typed, next: '/cases/new' });
  expect([page.status, page.words]).toEqual([422, expect.stringContaining(message)]);
  if (typed.email) expect(page.html).toContain(`value="${typed.email}"`);
  expect(page.html).toContain('name="next" value="/cases/new"');
});

test('a wrong password and an unknown address read the same', async () => {
  const { email } = await visitor().signUp();
  const known = await visitor().post('/sign-in', { email, password: 'not the right password' });
  const unknown = await visitor().post('/sign-in', {
    email: `x${email}`,
    password: 'not the right password',
  });
  const plain = (html: string) => html.replace(/value="[^"]*"|nonce="[^"]*"/g, '');
  expect(plain(known.html)).toBe(plain(unknown.html));
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

test('too many tries are stopped: by account with words on the page, by address with a page', async () => {
  const { email } = await visitor().signUp();
  for (let i = 0; i < 10; i++)
    await visitor().post('/sign-in', { email, password: 'wrong wrong wrong' });
  const stopped = await visitor().post('/sign-in', { email, password: PASSWORD });
  expect([stopped.status, stopped.words]).toEqual([422, expect.stringContaining('Too many tries')]);
  const same = visitor();
  for (let i = 0; i < 30; i++) await same.post('/sign-in', { email: '', password: '' });
  const limited = await same.post('/sign-in', { email: '', password: '' });
  expect([limited.status, limited.headers['retry-after']]).toEqual([429, expect.any(String)]);
}, 60_000);

test('a change without our token is refused', async () => {
  const page = await visitor().postBlind('/sign-in');
  expect(page.status).toBe(403);
});

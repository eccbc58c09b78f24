// Pages that say the same to everybody who is not signed in.
import { beforeEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { drawings } from './test-pages.tsx';
import { app, get, signedIn, type Jar } from './test-site.tsx';

const A_WHILE_MS = 1_050;
const visit = (headers: Record<string, string> = {}, jar?: Jar) =>
  get('/news', { headers: { 'accept-language': 'en', ...headers }, ...(jar && { jar }) });
const tagOf = async (headers?: Record<string, string>) =>
  String((await visit(headers)).headers.etag);

beforeEach(async () => {
  await pause(A_WHILE_MS);
  drawings.count = 0;
});

test('drawn once, answered often: the same page and header each time, and no cookie', async () => {
  const answers = [await visit(), await visit(), await visit()];
  expect(drawings.count).toBe(1);
  const [first] = answers;
  expect(first!.body).toContain('<h1>Hello everybody</h1>');
  for (const { statusCode, headers, body, cookies } of answers) {
    expect([statusCode, body, cookies]).toEqual([200, first!.body, []]);
    expect({ ...headers, date: '' }).toEqual({ ...first!.headers, date: '' });
  }
  expect(first!.headers).toMatchObject({
    'cache-control': 'public, no-cache',
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'permissions-policy': expect.stringContaining('camera=()'),
    vary: expect.stringMatching(/^cookie, accept-language, accept-encoding/),
  });
});

test('its policy names our own scripts, since a nonce cannot be shared', async () => {
  const { headers, body } = await visit();
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('nonce');
  expect(body).toContain('<script type="module" src="/assets/portal-1a2b.js"></script>');
});

test('a browser that has it is told so, by any of the ways to ask', async () => {
  const etag = await tagOf();
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const { statusCode, body, headers } = await visit({ 'if-none-match': known });
    expect([known, statusCode, body, headers.etag]).toEqual([known, 304, '', etag]);
    expect(headers['content-length'] ?? '0').toBe('0');
    expect(headers['cache-control']).toBe('public, no-cache');
  }
  expect((await visit({ 'if-none-match': '"other"' })).statusCode).toBe(200);
});

test('the tag is the page: it stays when nothing changed, and each language has its own', async () => {
  const [english, french] = [await tagOf(), await tagOf({ 'accept-language': 'fr' })];
  expect(french).not.toBe(english);
  expect((await visit({ 'accept-language': 'fr' })).body).toContain('Bonjour everybody');
  await pause(A_WHILE_MS);
  expect([await tagOf(), drawings.count]).toEqual([english, 3]);
  expect((await visit({}, { lang: 'fr' })).headers.etag).toBe(french);
});

test('whoever is signed in gets a page of their own, which nobody keeps', async () => {
  await visit();
  const jar = await signedIn();
  const etag = await tagOf();
  const { statusCode, body, headers } = await visit({ 'if-none-match': etag }, jar);
  expect(statusCode).toBe(200);
  expect(body).toContain('<h1>Hello Ann</h1>');
  expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
  expect((await visit()).body).toContain('<h1>Hello everybody</h1>');
});

test('a cookie that only looks like a session is asked about, and shows nobody’s page', async () => {
  const { body, headers } = await visit({}, { sid: 'forged' });
  expect(body).toContain('<h1>Hello everybody</h1>');
  expect(headers['cache-control']).toBe('private, no-cache');
});

test('what is chosen in the address is not kept: it sets a cookie, or is anybody’s words', async () => {
  for (const url of ['/news?lang=fr', '/news?x=%3Cb%3E', '/news/a', '/news/b']) {
    const { headers, statusCode } = await get(url);
    expect([url, statusCode, headers.etag]).toEqual([url, 200, undefined]);
    expect(headers['cache-control']).toBe('private, no-cache');
  }
  expect((await get('/news?lang=fr')).cookies.map((c) => c.name)).toEqual(['lang']);
  expect((await visit()).body).not.toContain('&lt;b>');
});

test('a form that strayed onto such a page is never shared: each visitor has a token', async () => {
  const [one, other] = [await get('/empty-form'), await get('/empty-form')];
  expect(one.headers.etag).toBeUndefined();
  expect(one.cookies.map((c) => c.name)).toEqual(['form']);
  expect(one.body).not.toBe(other.body);
  const jar = Object.fromEntries(one.cookies.map((c) => [c.name, c.value]));
  expect((await get('/empty-form', { jar })).headers.etag).toBeUndefined();
});

test('HEAD and POST go their usual way', async () => {
  await visit();
  expect((await app.inject({ method: 'POST', url: '/news' })).statusCode).toBe(404);
  const head = await app.inject({ method: 'HEAD', url: '/news' });
  expect([head.statusCode, head.body]).toEqual([200, '']);
});

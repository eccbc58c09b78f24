import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addWeb, webAdapter } from '#web';
import { Counts, Pages, Silent } from './test-pages.tsx';
import { app, get, moduleWith, optionsFor, post, signedIn, type Jar } from './test-site.tsx';

describe('pages', () => {
  test('a vnode becomes a whole document, escaped once', async () => {
    const answer = await get('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(/^<!doctype html><html lang="en"/);
    expect(answer.body).toContain('<h1>Hello &lt;Ann &amp; co></h1>');
    expect(answer.body).toContain('<title>Start - Visa Bond Portal</title>');
  });

  test('a visitor who only reads gets no session cookie', async () => {
    expect((await get('/')).cookies).toEqual([]);
  });

  test('the policy carries this request’s nonce, and no script is inline', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const nonceIn = (csp: unknown) => /script-src 'nonce-([0-9a-f]{32})'/.exec(String(csp))?.[1];
    const nonce = nonceIn(first.headers['content-security-policy']);
    expect(nonce).toBeDefined();
    expect(nonce).not.toBe(nonceIn(second.headers['content-security-policy']));
    const scripts = [...first.body.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.map(([, attributes, inside]) => [attributes, inside])).toEqual([
      [` type="module" src="/assets/portal-1a2b.js" nonce="${nonce}"`, ''],
    ]);
    expect(first.body).not.toMatch(/ on\w+=|style=|javascript:/i);
  });

  test('security headers', async () => {
    const { headers } = await get('/');
    const csp = String(headers['content-security-policy']);
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("form-action 'self' https://checkout.stripe.com");
    expect(csp).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toContain('camera=(), ');
    expect(headers['permissions-policy']).toContain('payment=()');
    expect(headers['cache-control']).toBe('private, no-cache');
    const inside = await get('/me', { jar: await signedIn() });
    expect(inside.headers['cache-control']).toBe('no-store');
  });

  test('assets are kept for good, and read no session', async () => {
    const answer = await get('/assets/portal-1a2b.css', { jar: { sid: 'anything' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.cookies).toEqual([]);
    expect((await get('/assets/manifest.json')).statusCode).toBe(404);
  });
});

describe('languages', () => {
  test('?lang= is remembered; then the cookie decides, then the browser', async () => {
    const jar: Jar = {};
    const french = await get('/?lang=fr', { jar });
    expect(french.body).toContain('<html lang="fr"');
    expect(french.cookies).toMatchObject([
      { name: 'lang', value: 'fr', maxAge: 31_536_000, sameSite: 'Lax' },
    ]);
    const headers = { 'accept-language': 'en' };
    expect((await get('/', { jar, headers })).body).toContain('Bonjour');
    const browser = { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.3' };
    expect((await get('/', { headers: browser })).body).toContain('Bonjour');
  });

  test('the switch leads to the same page in the other language', async () => {
    expect((await get('/form?a=1')).body).toContain('href="?a=1&amp;lang=fr"');
  });
});

describe('errors', () => {
  test.each([
    ['en', 'Page not found'],
    ['fr', 'Page introuvable'],
  ])('404 in %s', async (lang, title) => {
    const answer = await get(`/nowhere?lang=${lang}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
  });

  test.each(['en', 'fr'])('500 in %s leaks nothing and gives a reference', async (lang) => {
    const answer = await get('/broken', { jar: { lang } });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('relation');
    expect(answer.body).toMatch(/(Reference to quote|Référence à indiquer)\u00a0?: [\w-]+/);
  });

  test.each(['//', '//evil.example/x', '/.//evil.example', '/%2e//evil.example?a=1'])(
    'the page for %s leads nowhere else',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('Page not found');
      const links = [...answer.body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      expect(links.filter((href) => /^(\/[/\\.%]|\w+:)/.test(href))).toEqual([]);
    },
  );

  test('a part of the address that is sent on cannot end the header', async () => {
    const answer = await get('/on/a%0d%0aset-cookie:%20b%C3%A9');
    expect([answer.statusCode, answer.headers.location, answer.cookies]).toEqual([
      303,
      '/on/a%0D%0Aset-cookie:%20b%C3%A9/further',
      [],
    ]);
  });

  test('a reference names one request, here and after a restart', async () => {
    const references = await Promise.all(
      [1, 2].map(async () => /Reference to quote: ([\w-]+)/.exec((await get('/broken')).body)?.[1]),
    );
    for (const r of references) expect(r).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(references[0]).not.toBe(references[1]);
  });

  test('429 says when to try again, and counts a digest of the address', async () => {
    await get('/often');
    await get('/often');
    const answer = await get('/often');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '130']);
    expect(answer.body).toContain('Try again in 3 minutes.');
    const keys = app.get(Counts, { strict: false }).keys();
    expect(keys).toEqual([expect.stringMatching(/^often:address:portal:[\w-]{22}$/)]);
    const plain = createHash('sha256').update('127.0.0.1').digest('base64url').slice(0, 22);
    expect(keys).not.toEqual([`often:address:portal:${plain}`]);
  });

  test('413 and 415 of the server itself have pages', async () => {
    const large = await post('/form', { body: { email: 'x'.repeat(300_000) } });
    expect([large.statusCode, large.body.includes('What you sent is too large')]).toEqual([
      413,
      true,
    ]);
    const json = { 'content-type': 'application/json' };
    const bad = await app.inject({ method: 'POST', url: '/form', headers: json, payload: '{"a":' });
    expect([bad.statusCode, bad.body.includes('We could not read your request')]).toEqual([
      415,
      true,
    ]);
  });

  test('a form has at most 64 KB and 200 fields', async () => {
    const statusOf = async (body: Record<string, string>) =>
      (await post('/form', { body })).statusCode;
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, '']));
    expect(await statusOf({ email: 'x'.repeat(65_000) })).toBe(403); // read; only the token is missing
    expect(await statusOf({ email: 'x'.repeat(66_000) })).toBe(413);
    expect(await statusOf(fields(200))).toBe(403);
    expect(await statusOf(fields(201))).toBe(413);
  });
});

test('a route that declares nothing stops the boot, by name', async () => {
  const bad = await NestFactory.create<NestFastifyApplication>(
    moduleWith(Pages, Silent),
    webAdapter(),
    { logger: false },
  );
  await expect(addWeb(bad, optionsFor())).rejects.toThrow('GET /silent/page (Silent.page)');
  await bad.close();
});

test('over HTTPS: __Host- cookies, HSTS, another name for the officers', async () => {
  const secure = await NestFactory.create<NestFastifyApplication>(
    moduleWith(Pages),
    webAdapter({ trustedProxies: ['127.0.0.1'] }),
    { logger: false },
  );
  await addWeb(secure, optionsFor({ site: 'officer', secure: true }));
  await secure.init();
  const headers = { 'x-forwarded-proto': 'https' };
  const answer = await secure.inject({ url: '/form?lang=fr', headers });
  const host = { secure: true, httpOnly: true, path: '/', sameSite: 'Lax' };
  expect(answer.cookies).toMatchObject([
    { ...host, name: '__Host-lang', value: 'fr' },
    { ...host, name: '__Host-officer-form' },
  ]);
  const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const body = new URLSearchParams({
    who: 'bob',
    _csrf: /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '',
  }).toString();
  const form = { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const entered = await secure.inject({
    ...{ method: 'POST', url: '/enter', headers: form, payload: body },
  });
  expect(entered.cookies).toMatchObject([
    { ...host, name: '__Host-officer-sid' },
    { ...host, name: '__Host-officer-sid-token' },
  ]);
  const again = await secure.inject({ url: '/', headers: { ...headers, cookie } });
  expect(again.body).toContain('<html lang="fr"');
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
  await secure.close();
});

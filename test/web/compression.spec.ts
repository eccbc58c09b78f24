// A page with a secret is packed only for whoever comes from our own pages: see compression.ts.
import { expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get, signedIn, type Jar } from './test-site.tsx';

type Headers = Record<string, string>;
const encodings = { 'accept-encoding': 'gzip, deflate, br' };
const own = { ...encodings, 'sec-fetch-site': 'same-origin' };
const ask = (url: string, headers: Headers, jar?: Jar) =>
  get(url, { headers, ...(jar && { jar }) });
const encodingOf = async (url: string, headers: Headers, jar?: Jar) =>
  (await ask(url, headers, jar)).headers['content-encoding'];

test.each(['/', '/news', '/nowhere'])(
  '%s has no secret and is packed, whoever asks',
  async (url) => {
    for (const site of [{}, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }]) {
      expect(await encodingOf(url, { ...encodings, ...site } as Headers)).toBe('br');
    }
    const plain = await ask(url, {});
    const [br, gzip] = [await ask(url, encodings), await ask(url, { 'accept-encoding': 'gzip' })];
    const bare = (html: string) => html.replace(/nonce="[^"]*"/, '');
    expect(bare(brotliDecompressSync(br.rawPayload).toString())).toBe(bare(plain.body));
    expect(bare(gunzipSync(gzip.rawPayload).toString())).toBe(bare(plain.body));
    expect(br.headers['content-length']).toBe(String(br.rawPayload.length));
  },
);

test.each([
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['identity', undefined],
  ['br;q=0', undefined],
  ['zstd, deflate', undefined],
  ['', undefined],
])('"%s" is answered with %s', async (accept, encoding) => {
  for (const url of ['/', '/news']) {
    expect(await encodingOf(url, { 'accept-encoding': accept })).toBe(encoding);
  }
});

test('a page with a token is packed when it is asked for from our own pages', async () => {
  expect(await encodingOf('/form', own)).toBe('br');
  expect(await encodingOf('/me', own, await signedIn())).toBe('br');
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
  ['an address that somebody was given', { 'sec-fetch-site': 'none' }],
  ['a browser that does not say', {}],
])('a token and what %s put into the address are not packed together', async (_, site) => {
  const headers = { ...encodings, ...site } as Headers;
  const jar = await signedIn();
  for (const [url, cookies] of [
    ['/form?guess=_csrf', {}],
    ['/me?guess=_csrf', jar],
    ['/?guess=_csrf', jar], // the form for signing out is on every page
    ['/news?guess=_csrf', jar],
  ] as const) {
    const { headers: given, body } = await ask(url, headers, { ...cookies });
    expect([url, given['content-encoding']]).toEqual([url, undefined]);
    expect(body).toMatch(/name="_csrf" value="[\w-]+"/);
  }
});

test('no two answers hold the same token: what is guessed of one is no part of the next', async () => {
  const jar = await signedIn();
  const tokens = new Set<string>();
  for (let i = 0; i < 5; i++) {
    const { body } = await get('/me', { jar });
    tokens.add(/name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '');
  }
  expect(tokens.size).toBe(5);
  // After the salt, which differs too; a few letters may be the same by chance.
  const proofs = [...tokens].map((token) => token.slice(-43));
  expect(new Set(proofs.map((proof) => proof.slice(0, 6))).size).toBe(5);
});

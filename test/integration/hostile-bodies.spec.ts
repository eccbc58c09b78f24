// Every kind of body that nobody should send, to every route of the three processes, from outside.
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { declaredRoutes } from '#web';
import { startProcesses, type Processes } from '../support/processes.ts';
import { tokenIn, type Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

const SITES = ['portal', 'officer', 'api'] as const;
type Site = (typeof SITES)[number];
const ANSWERS_WITHIN_MS = 1_000;
// Dozens at once, all sent and timed by this one process, on a machine that may be busy.
const MEANWHILE_WITHIN_MS = 5_000;
const FORM = 'application/x-www-form-urlencoded';

let world: World;
let processes: Processes;
const apps = {} as Record<Site, NestFastifyApplication>;
/** Nobody, and somebody who is signed in with every permission of the site. */
const callers = {} as Record<Site, { cookie: string; token: string }[]>;

beforeAll(async () => {
  world = await World.start();
  // Before the portal is made: passport keeps one strategy a process, the last one's.
  const officer = await world.signedIn(['head_of_section', 'treasury', 'auditor']);
  for (const site of ['officer', 'portal', 'api'] as const) apps[site] = await world.site(site);
  processes = await startProcesses(world.db, { programs: [...SITES] });
  const applicant = await world.visitor('portal');
  await applicant.signIn((await world.people.anApplicant()).email);
  callers.portal = [
    await known(await world.visitor('portal'), '/sign-in'),
    await known(applicant, '/'),
  ];
  callers.officer = [
    await known(await world.visitor('officer'), '/sign-in'),
    await known(officer, '/'),
  ];
  callers.api = [{ cookie: '', token: '' }];
}, 120_000);

afterAll(async () => {
  await processes?.stop();
  expect(await world.stop()).toEqual([]);
});

/** A browser's cookies and a token that holds; sessions and keys are those of the processes. */
async function known(visit: Visitor, page: string) {
  const token = tokenIn(await visit.get(page));
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, token };
}

const nested = (levels: number) => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;
const repeated = (count: number, one: (i: number) => string, by: string) =>
  Array.from({ length: count }, (_, i) => one(i)).join(by);

/** Type and body; the form's bodies carry the caller's token in front, so that they get far. */
const bodies = (token: string): [what: string, type: string | undefined, body: string][] => {
  const form = (rest: string) => `_csrf=${token}&${rest}`;
  const json = (rest: string) => `{"_csrf":"${token}","movements":${rest}}`;
  return [
    ['JSON 1,500 deep', 'application/json', json(nested(1_500))],
    ['JSON 100,000 deep', 'application/json', json(nested(100_000))],
    ['JSON 30,000 wide', 'application/json', `{${repeated(30_000, (i) => `"a${i}":1`, ',')}}`],
    ['JSON broken', 'application/json', '{"a":'],
    ['JSON with a prototype', 'application/json', '{"__proto__":{"a":1},"constructor":{}}'],
    ['30,000 fields', FORM, form(repeated(30_000, (i) => `a${i}=`, '&'))],
    ['200 fields of one name', FORM, form(repeated(199, (i) => `email=${i}`, '&'))],
    ['names 1,500 deep', FORM, form(`a${'[a]'.repeat(1_500)}=1&email[$ne]=1`)],
    ['a long value', FORM, form(`email=${'@'.repeat(60_000)}&password=${'x'.repeat(3_000)}`)],
    ['2 MB', FORM, form(`email=${'x'.repeat(2_000_000)}`)],
    ['2 MB of JSON', 'application/json', json(`[${repeated(1_000_000, () => '1', ',')}]`)],
    ['broken escapes', FORM, form('email=%ff%zz%&password=%00%c0%af&__proto__=1&%=%')],
    ['files', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data;\r\n\r\n'],
    ['text', 'text/plain', nested(1_500)],
    ['XML', 'application/xml', '<a>'.repeat(10_000)],
    ['bytes', 'application/octet-stream', '\0'.repeat(10_000)],
    ['a type that is none', '[object Object];;=', 'a=b'],
    ['no type', undefined, nested(1_500)],
  ];
};

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly cookie: string;
  readonly type: string | undefined;
  readonly body: string;
}

/** The status, or 0 when the answer came before all was sent and the connection was closed. */
function send({ method, url, cookie, type, body }: Sent): Promise<number> {
  return new Promise((done) => {
    const headers = { cookie, 'content-length': String(Buffer.byteLength(body)) };
    const asked = httpRequest(
      url,
      { method, headers: { ...headers, ...(type && { 'content-type': type }) } },
      (answer) => {
        answer.resume();
        answer.once('close', () => done(answer.statusCode ?? 0));
      },
    );
    asked.once('error', () => done(0));
    asked.end(body);
  });
}

async function liveWithin(site: Site): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${processes.urls[site]}/health/live`);
  expect(answer.status).toBe(200);
  return performance.now() - began;
}

const routesOf = (site: Site) => {
  const routes = declaredRoutes(apps[site]).map(({ path }) => path.split(' ')[1]!);
  const filled = routes.map((path) => path.replace(':id', world.consulateId).replace(/:\w+/g, 'x'));
  return [...new Set([...filled, '/nowhere'])].filter((path) => path !== '/sign-out');
};

test.each(SITES)(
  '%s: no body ends it, breaks a page or holds up the others',
  async (site) => {
    const { pid } = processes.get(site);
    const senders = callers[site].map(({ cookie, token }) => ({ cookie, all: bodies(token) }));
    const broken: string[] = [];
    const slow: string[] = [];
    for (const path of routesOf(site)) {
      const url = processes.urls[site] + path;
      const sent = senders.flatMap(({ cookie, all }) =>
        ['POST', 'PUT', 'DELETE'].flatMap((method) =>
          (method === 'POST' ? all : all.slice(0, 1)).map(async ([what, type, body]) => {
            const status = await send({ method, url, cookie, type, body });
            if (status >= 500) broken.push(`${status} ${method} ${path}: ${what}`);
          }),
        ),
      );
      const waited = await liveWithin(site);
      if (waited > MEANWHILE_WITHIN_MS) slow.push(`${Math.round(waited)} ms ${path}`);
      await Promise.all(sent);
      const after = await liveWithin(site);
      if (after > ANSWERS_WITHIN_MS) slow.push(`${Math.round(after)} ms after ${path}`);
    }
    expect(broken).toEqual([]);
    expect(slow).toEqual([]);
    expect(await liveWithin(site)).toBeLessThan(ANSWERS_WITHIN_MS);
    expect(processes.get(site)).toMatchObject({ pid });
    expect(processes.get(site).isRunning()).toBe(true);
  },
  180_000,
);

// Every request leaves one line in the log; whoever is refused leaves an entry in the trail.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProcesses, type Processes } from '../support/processes.ts';
import { World } from '../support/world/world.ts';

type Site = 'portal' | 'officer' | 'api';
interface Line {
  readonly request?: string;
  readonly route?: string;
  readonly status?: number;
  readonly [name: string]: unknown;
}

let world: World;
let processes: Processes;
beforeAll(async () => {
  world = await World.start();
  processes = await startProcesses(world.db, {
    programs: ['portal', 'officer', 'api'],
    env: { LOG_LEVEL: 'info' },
  });
}, 120_000);
afterAll(async () => {
  await processes?.stop();
  expect(await world.stop()).toEqual([]);
});

const ask = (site: Site, path: string, more: RequestInit = {}) =>
  fetch(processes.urls[site] + path, { redirect: 'manual', ...more });

const linesOf = (site: Site): Line[] =>
  processes
    .get(site)
    .log()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));

/** The lines that were written since, once there are as many requests as were made. */
async function linesAfter(site: Site, requests: number, before: number): Promise<Line[]> {
  for (const end = Date.now() + 5_000; Date.now() < end;) {
    const lines = linesOf(site).slice(before);
    if (lines.filter((l) => l.status !== undefined).length >= requests) return lines;
    await new Promise((done) => setTimeout(done, 20));
  }
  return linesOf(site).slice(before);
}

const trail = () =>
  world.rows<{ code: string; route: string; status: number; subject: string; request: string }>(
    `select details->>'code' as code, details->>'route' as route,
            (details->>'status')::int as status, subject_id as subject, request_id as request
     from audit_entry where action = 'access.refused' and outcome = 'refused' order by at`,
  );

const visitor = async (site: Site) => {
  const page = await ask(site, '/sign-in');
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { token, cookie };
};
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers,
  body: new URLSearchParams(fields),
});

test('one line for each request: status, time, the pattern of the route, its id, nothing personal', async () => {
  const before = linesOf('portal').length;
  await ask('portal', '/?name=Awa');
  await ask('portal', '/cases/VB-AWA1-AWA2?name=Awa');
  await ask('portal', '/nowhere/Awa');
  await ask('portal', '/%zz/Awa');
  await ask('portal', '/privacy%00Awa');
  await ask('portal', '/sign-in', form({ email: 'awa@example.org', password: 'Awa' }));
  await ask('portal', '/health/live');
  const lines = await linesAfter('portal', 6, before);
  expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['GET', '/', 200],
    ['GET', '/cases/:reference', 303],
    ['GET', 'no route', 404],
    ['GET', 'no route', 400],
    ['GET', 'no route', 400],
    ['POST', '/sign-in', 403],
  ]);
  for (const line of lines) {
    expect(line.request).toMatch(/^[0-9a-f-]{36}$/);
    expect(line['ms']).toEqual(expect.any(Number));
    expect(Object.keys(line).sort()).toEqual(
      ['context', 'hostname', 'level', 'method', 'ms', 'name', 'pid', 'request', 'route']
        .concat('status', 'time')
        .sort(),
    );
  }
  expect(JSON.stringify(lines)).not.toMatch(/awa|127\.0\.0\.1/i);
});

test('a page that was drawn before has its line too', async () => {
  const before = linesOf('portal').length;
  for (let i = 0; i < 5; i++) await (await ask('portal', '/accessibility')).text();
  const lines = await linesAfter('portal', 5, before);
  expect(lines.map(({ route, status }) => [route, status])).toEqual(
    Array.from({ length: 5 }, () => ['/accessibility', 200]),
  );
  expect(new Set(lines.map((line) => line.request)).size).toBe(5);
});

test('the officers’ site and the API log theirs', async () => {
  const [officer, api] = [linesOf('officer').length, linesOf('api').length];
  await ask('officer', '/cases/VB-0000-0000');
  await ask('api', '/border/movements', { method: 'POST' });
  expect(await linesAfter('officer', 1, officer)).toMatchObject([
    { route: '/cases/:reference', status: 303 },
  ]);
  expect(await linesAfter('api', 1, api)).toMatchObject([
    { route: '/border/movements', status: 401 },
  ]);
});

test('a refusal of every kind is in the trail, with the request of its line', async () => {
  const seen = (await trail()).length;
  const from = linesOf('portal').length;
  const { token, cookie } = await visitor('portal');
  const other = { cookie, 'sec-fetch-site': 'cross-site' };
  await ask('portal', '/sign-in', form({ email: 'a' }, { cookie }));
  await ask('portal', '/sign-up', form({ _csrf: token }, other));
  for (let i = 0; i < 21; i++) await ask('portal', '/sign-up', form({ _csrf: token }, { cookie }));
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  await ask('api', '/border/movements', json);
  await ask('api', '/webhooks/stripe', json);
  const entries = (await trail()).slice(seen);
  expect(entries.map(({ code, route, status }) => [code, route, status])).toEqual([
    ['expired', '/sign-in', 403],
    ['crossSite', '/sign-up', 403],
    ['tooMany', '/sign-up', 429],
    ['bad_token', '/border/movements', 401],
    ['bad_signature', '/webhooks/stripe', 400],
  ]);
  const logged = (await linesAfter('portal', 24, from)).map((line) => line.request);
  expect(logged).toEqual(expect.arrayContaining(entries.slice(0, 3).map((e) => e.request)));
}, 60_000);

test('who is signed in and may not come here is named by id', async () => {
  const seen = (await trail()).length;
  const auditor = await world.signedIn(['auditor']);
  expect((await auditor.get('/approvals')).status).toBe(403);
  expect((await trail()).slice(seen)).toMatchObject([
    { code: 'forbidden', route: '/approvals', status: 403, subject: auditor.accountId },
  ]);
});

test('refused over and over, somebody cannot fill the trail', async () => {
  const auditor = await world.signedIn(['auditor']);
  await world.rows(
    `insert into rate_limit (key, points, window_ends)
     values ($1, 100, now() + interval '1 hour')`,
    `refused:${auditor.accountId}:forbidden`,
  );
  const seen = (await trail()).length;
  expect((await auditor.get('/approvals')).status).toBe(403);
  expect(await trail()).toHaveLength(seen);
});

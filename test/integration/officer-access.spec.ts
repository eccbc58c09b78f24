// Every route of the officers' site for every role: who may come there, and what others are told.
import { DESK } from '../../apps/officer/src/accounts-for-web.service.ts';
import { permissionsOf, staffRoles } from '#identity';
import { declaredRoutes } from '#web';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MAY, type Who } from '../support/officer-routes.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let visits: Map<Who, Visitor>;
beforeAll(async () => {
  world = await World.start();
  visits = new Map();
  for (const role of staffRoles) visits.set(role, await world.signedIn([role]));
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

// Nothing is at these addresses: who is let in gets past the guard and finds nothing.
const addressOf = (path: string) =>
  path
    .replace(':reference', 'VB-0000-0000')
    .replace(':id', '0190a0a0-0000-7000-8000-000000000000')
    .replace(':keyId', '0190a0a0-0000-7000-8000-000000000003')
    .replace(':proposalId', '0190a0a0-0000-7000-8000-000000000002')
    .replace(':ruling', '0190a0a0-0000-7000-8000-000000000001')
    .replace(':queue', 'new');

const guarded = Object.entries(MAY).filter(
  (entry): entry is [string, readonly Who[]] => entry[1] !== 'open',
);

test('every route has its row here, and no row is without a route', async () => {
  const declared = declaredRoutes(await world.site('officer')).map((route) => route.path);
  expect(declared.sort()).toEqual(Object.keys(MAY).sort());
});

test('what is written here is what the routes declare', async () => {
  const may = (needs: string) =>
    staffRoles.filter((role) => needs === DESK || permissionsOf([role]).has(needs as never));
  const declared = declaredRoutes(await world.site('officer')).map(({ path, access }) => [
    path,
    access === 'open' ? 'open' : may(access!.needs).sort(),
  ]);
  const written = Object.entries(MAY).map(([path, who]) => [
    path,
    who === 'open' ? who : [...who].sort(),
  ]);
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(written));
});

test.each(guarded)('%s', async (route, allowed) => {
  const [method, path] = route.split(' ') as ['GET' | 'POST', string];
  const url = addressOf(path);
  for (const [role, visit] of visits) {
    const { status, body } = method === 'GET' ? await visit.get(url) : await visit.post(url);
    const isIn = allowed.includes(role);
    expect([role, status === 403]).toEqual([role, !isIn]);
    if (!isIn) expect(body).toContain('You cannot open this page');
    expect(status).toBeLessThan(500);
  }
});

test.each(guarded)('%s: a visitor is asked to sign in', async (route) => {
  const [method, path] = route.split(' ') as ['GET' | 'POST', string];
  const visitor = await world.visitor('officer');
  const url = addressOf(path);
  if (method === 'GET') {
    const next = encodeURIComponent(url);
    expect(await visitor.get(url)).toMatchObject({ status: 303, to: `/sign-in?next=${next}` });
    return;
  }
  const { status, body } = await visitor.post(url, {}, '/sign-in');
  expect([status, body.includes('Your session has ended')]).toEqual([403, true]);
});

test('a change without the form’s token is refused, whoever asks', async () => {
  const { reference, caseId } = await world.aCase().submitted();
  const answer = await visits.get('officer')!.postBlind(`/cases/${reference}/take`);
  expect(answer.status).toBe(403);
  expect(await world.stateOf('visa_case', caseId)).toBe('submitted');
});

test('an applicant’s draft is nobody’s here', async () => {
  const { reference } = await world.opened(await world.anApplicant());
  const officer = visits.get('officer')!;
  expect((await officer.get(`/cases/${reference}`)).status).toBe(404);
  expect((await officer.post(`/cases/${reference}/take`)).status).toBe(404);
  const found = await officer.get(`/search?reference=${reference}`);
  expect(found.body).toContain('No cases found');
});

test('an applicant’s session is none here', async () => {
  const visit = await world.visitor('officer');
  const { email } = await world.people.anApplicant();
  const answer = await visit.signIn(email);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Email address or password is wrong');
});

// Every route of the officers' site for every role: who may come there, and what others are told.
import { DESK } from '../../apps/officer/src/accounts-for-web.service.ts';
import { permissionsOf, staffRoles, type StaffRole } from '#identity';
import { declaredRoutes } from '#web';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

type Who = StaffRole;
const judging: Who[] = ['adjudicator', 'appeal_member'];
const reading: Who[] = ['officer', 'head_of_section', ...judging, 'auditor'];
const reviewing: Who[] = ['officer', 'head_of_section'];
const money: Who[] = [...reading, 'treasury'];
const breaches: Who[] = ['adjudicator'];
const appeals: Who[] = ['appeal_member'];
const nobodyElse = 'open';

/** By hand: a route that is not here fails, and so does a role that may more than is written. */
const MAY: Record<string, readonly Who[] | 'open'> = {
  'GET /sign-in': nobodyElse,
  'POST /sign-in': nobodyElse,
  'POST /sign-out': nobodyElse,
  'GET /health/live': nobodyElse,
  'GET /health/ready': nobodyElse,
  'GET /forgotten-password': nobodyElse,
  'POST /forgotten-password': nobodyElse,
  'GET /forgotten-password/code': nobodyElse,
  'POST /forgotten-password/code': nobodyElse,
  'GET /forgotten-password/password': nobodyElse,
  'POST /forgotten-password/password': nobodyElse,
  'GET /account': staffRoles,
  'GET /account/password': staffRoles,
  'POST /account/password': staffRoles,
  'POST /account/sessions/:id/end': staffRoles,
  'GET /': staffRoles,
  'POST /desk/next': reviewing,
  'GET /queues': reading,
  'GET /queues/:queue': reading,
  'GET /search': reading,
  'POST /search/passport': reading,
  'GET /cases/:reference': reading,
  'POST /cases/:reference/take': reviewing,
  'POST /cases/:reference/release': reviewing,
  'GET /cases/:reference/correct': reviewing,
  'POST /cases/:reference/correct': reviewing,
  'GET /cases/:reference/direct': reviewing,
  'POST /cases/:reference/direct': reviewing,
  'GET /cases/:reference/refuse': reviewing,
  'POST /cases/:reference/refuse': reviewing,
  'GET /cases/:reference/reopen': reviewing,
  'POST /cases/:reference/reopen': reviewing,
  'GET /cases/:reference/revoke': reviewing,
  'POST /cases/:reference/revoke': reviewing,
  'GET /cases/:reference/freeze': reviewing,
  'POST /cases/:reference/freeze': reviewing,
  'GET /freezes': reviewing,
  'GET /freezes/:id': reviewing,
  'POST /freezes/:id/lift': reviewing,
  'POST /freezes/:id/approve': ['head_of_section'],
  'POST /freezes/:id/decline': reviewing,
  'GET /revocations': reviewing,
  'GET /revocations/:id': reviewing,
  'POST /revocations/:id/approve': ['head_of_section'],
  'POST /revocations/:id/decline': reviewing,
  'GET /cases/:reference/visa': reviewing,
  'POST /cases/:reference/visa': reviewing,
  'POST /cases/:reference/passport/confirm': reviewing,
  'GET /cases/:reference/passport/renewal': reviewing,
  'POST /cases/:reference/passport/renewal': reviewing,
  'GET /approvals': reviewing,
  'GET /approvals/:id': reviewing,
  'POST /approvals/:id/approve': ['head_of_section'],
  'POST /approvals/:id/decline': ['head_of_section'],
  'GET /bonds': money,
  'GET /refunds': money,
  'GET /refunds/:id': money,
  'POST /refunds/:id/approve': ['treasury'],
  'POST /refunds/:id/ask': ['treasury'],
  'POST /refunds/:id/ask-account': ['treasury'],
  'GET /reversals': money,
  'GET /reversals/:id': money,
  'POST /reversals/:id/propose': ['treasury'],
  'POST /reversals/:id/approve': ['treasury'],
  'POST /reversals/:id/decline': ['treasury'],
  'GET /suspense': money,
  'GET /suspense/:id': money,
  'POST /suspense/:id/take': ['treasury'],
  'POST /suspense/:id/release': ['treasury'],
  'GET /suspense/:id/match': ['treasury'],
  'POST /suspense/:id/match': ['treasury'],
  'GET /suspense/:id/return': ['treasury'],
  'POST /suspense/:id/return': ['treasury'],
  'GET /suspense/:id/keep': ['treasury'],
  'POST /suspense/:id/keep': ['treasury'],
  'POST /suspense/:id/proposals/:proposalId/approve': ['treasury'],
  'POST /suspense/:id/proposals/:proposalId/decline': ['treasury'],
  'GET /movements': [...reviewing, ...judging],
  'GET /movements/imports': reviewing,
  'GET /movements/imports/new': reviewing,
  'POST /movements/imports': reviewing,
  'GET /movements/imports/:id': reviewing,
  'GET /movements/imports/:id/problems.csv': reviewing,
  'GET /movements/imports/:id/proof': reviewing,
  'POST /movements/imports/:id/confirm': ['head_of_section'],
  'POST /movements/imports/:id/decline': reviewing,
  'GET /movements/entry': reviewing,
  'POST /movements/entry': reviewing,
  'GET /movements/matching': reviewing,
  'GET /movements/matching/:id': reviewing,
  'POST /movements/matching/:id/propose': reviewing,
  'POST /movements/matching/:id/reject': reviewing,
  'POST /movements/matching/:id/join': ['head_of_section'],
  'POST /movements/matching/:id/decline': reviewing,
  'GET /breaches': reading,
  'GET /breaches/:id': reading,
  'POST /breaches/:id/answer': breaches,
  'GET /breaches/:id/notice': breaches,
  'POST /breaches/:id/notice': breaches,
  'GET /breaches/:id/decision': breaches,
  'POST /breaches/:id/decision': breaches,
  'GET /breaches/:id/rulings/:ruling/letter': reading,
  'POST /breaches/:id/rulings/:ruling/approve': breaches,
  'POST /breaches/:id/rulings/:ruling/decline': breaches,
  'GET /breaches/:id/appeal': appeals,
  'POST /breaches/:id/appeal': appeals,
  'POST /breaches/:id/appeal/:ruling/approve': appeals,
  'POST /breaches/:id/appeal/:ruling/decline': appeals,
  'GET /breaches/:id/rescission': breaches,
  'POST /breaches/:id/rescission': breaches,
  'GET /evidence': reviewing,
  'GET /evidence/:id': reviewing,
  'GET /evidence/:id/files/:fileId': reviewing,
  'POST /evidence/:id/propose': reviewing,
  'POST /evidence/:id/confirm': ['head_of_section'],
  'POST /evidence/:id/send-back': ['head_of_section'],
  'GET /cases/:reference/record': reviewing,
  'POST /cases/:reference/record': reviewing,
  'GET /stay-facts': reviewing,
  'GET /stay-facts/:id': reviewing,
  'GET /stay-facts/:id/files': reviewing,
  'POST /stay-facts/:id/files': reviewing,
  'GET /stay-facts/:id/files/:fileId': reviewing,
  'POST /stay-facts/:id/record': reviewing,
  'POST /stay-facts/:id/propose': reviewing,
  'POST /stay-facts/:id/confirm': ['head_of_section'],
  'POST /stay-facts/:id/send-back': ['head_of_section'],
  'GET /events': money,
  'POST /events/retry': ['treasury'],
  'GET /unfinished': money,
  'GET /books': ['auditor'],
};

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

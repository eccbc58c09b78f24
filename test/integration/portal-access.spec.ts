// Who may come to which route: every route × every kind of caller. A route without a row fails.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { declaredRoutes } from '#web';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { openCase, startSite, submitCase, Visitor } from '../support/world/sites.ts';

let db: TestDatabase;
let app: NestFastifyApplication;
const people = {} as Record<Caller, Visitor>;
let draft: string;
let submitted: string;

type Caller = 'visitor' | 'owner' | 'stranger' | 'officer';
/** A status, or where the caller is sent. */
type Expected = Record<Caller, number | string>;

const everybody = (answer: number | string): Expected => ({
  visitor: answer,
  owner: answer,
  stranger: answer,
  officer: answer,
});
// An officer's session is none here: he is asked to sign in like a visitor.
const signIn = 'sign-in';
const applicants = (answer: number | string): Expected => ({
  visitor: signIn,
  owner: answer,
  stranger: answer,
  officer: signIn,
});
const own = (answer: number | string): Expected => ({ ...applicants(answer), stranger: 404 });
/** Posts of visitors carry no token that holds: their session is gone. */
const ownPost = (answer: number | string): Expected => ({
  ...own(answer),
  visitor: 403,
  officer: 403,
});

const table: Record<string, Expected> = {
  'GET /': everybody(200),
  'GET /programmes/compare': everybody(200),
  'GET /check': everybody(200),
  'POST /check': everybody(422),
  'POST /check/proof': everybody(404),
  'GET /figures': everybody(200),
  'GET /proof': everybody(200),
  'GET /proof/days/:day': everybody(404),
  'GET /privacy': everybody(200),
  'GET /accessibility': everybody(200),
  'GET /health/live': everybody(200),
  'GET /health/ready': everybody(200),
  'GET /sign-in': { visitor: 200, owner: '/cases', stranger: '/cases', officer: 200 },
  'POST /sign-in': everybody(422),
  'POST /sign-out': everybody('/sign-in?out=1'),
  'GET /sign-up': { visitor: 200, owner: '/cases', stranger: '/cases', officer: 200 },
  'POST /sign-up': everybody(422),
  // The way on is open to the browser that began, and to no other.
  'GET /sign-up/code': everybody('/sign-up'),
  'POST /sign-up/code': everybody(422),
  'GET /sign-up/password': everybody('/sign-up'),
  'POST /sign-up/password': everybody(422),
  'GET /forgotten-password': everybody(200),
  'POST /forgotten-password': everybody(422),
  'GET /forgotten-password/code': everybody('/forgotten-password'),
  'POST /forgotten-password/code': everybody(422),
  'GET /forgotten-password/password': everybody('/forgotten-password'),
  'POST /forgotten-password/password': everybody(422),
  'GET /former-address': everybody(410),
  'POST /former-address': everybody(410),
  'GET /account': applicants(200),
  'GET /account/password': applicants(200),
  'POST /account/password': { ...applicants(422), visitor: 403, officer: 403 },
  'POST /account/sessions/:id/end': { ...applicants('/account'), visitor: 403, officer: 403 },
  'GET /account/email': applicants(200),
  'POST /account/email': { ...applicants(422), visitor: 403, officer: 403 },
  'GET /account/email/code': applicants('/account/email'),
  'POST /account/email/code': { ...applicants(422), visitor: 403, officer: 403 },
  // Without a link there is nothing to see, for nobody.
  'GET /asked-to-pay': everybody('/asked-to-pay/bond'),
  'GET /asked-to-pay/bond': everybody(410),
  'POST /asked-to-pay/no': everybody(410),
  'POST /asked-to-pay/yes': { ...applicants(410), visitor: 403, officer: 403 },
  'GET /bonds': applicants(200),
  'GET /cases': applicants(200),
  'GET /cases/new': applicants(200),
  'POST /cases/new': { ...applicants(422), visitor: 403, officer: 403 },
  'GET /cases/:reference': own(200),
  'GET /cases/:reference/application': own('/cases/DRAFT'),
  'GET /cases/:reference/dates.ics': own(404),
  'GET /cases/:reference/apply/outside': own('/cases/DRAFT'),
  'GET /cases/:reference/apply/check': own('/cases/DRAFT?notice=not_complete'),
  'POST /cases/:reference/apply/check': ownPost('/cases/DRAFT?notice=not_complete'),
  'GET /cases/:reference/apply/:page': own(200),
  'POST /cases/:reference/apply/:page': ownPost(422),
  'GET /cases/:reference/departure': own(409),
  'POST /cases/:reference/departure': ownPost(409),
  'POST /cases/:reference/departure/send': ownPost(409),
  'GET /cases/:reference/departure/files': own('/cases/DRAFT/departure'),
  'POST /cases/:reference/departure/files': ownPost('/cases/DRAFT/departure/files'),
  'GET /cases/:reference/departure/files/:id': own(404),
  'GET /cases/:reference/extension': own(409),
  'POST /cases/:reference/extension': ownPost(409),
  'POST /cases/:reference/extension/send': ownPost(409),
  'GET /cases/:reference/extension/files': own('/cases/DRAFT/extension'),
  'POST /cases/:reference/extension/files': ownPost('/cases/DRAFT/extension/files'),
  'GET /cases/:reference/extension/files/:id': own(404),
  'GET /cases/:reference/bond': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/payer': own('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/payer': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/payer/take-back': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/payer/step-back': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/refund-account': own('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/refund-account': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/refund-account/take-back': ownPost(
    '/cases/SUBMITTED?notice=no_bond',
  ),
  'GET /cases/:reference/bond/undertaking.pdf': own(404),
  'GET /cases/:reference/bond/undertaking': own('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/undertaking': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/pay': own('/cases/SUBMITTED?notice=no_bond'),
  'POST /cases/:reference/bond/pay': ownPost('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/paid': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/not-paid': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/receipt': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/receipt.pdf': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/bond/receipt-proof.json': own('/cases/SUBMITTED?notice=no_bond'),
  'GET /cases/:reference/information': own(404),
  'POST /cases/:reference/information': ownPost(404),
  'POST /cases/:reference/information/files': ownPost(404),
  'GET /cases/:reference/information/files/:id': own(404),
  'GET /cases/:reference/breach': own(404),
  'POST /cases/:reference/breach/reply': ownPost(404),
  'POST /cases/:reference/breach/question': ownPost(404),
  'GET /cases/:reference/breach/grounds/:ground/files': own(404),
  'POST /cases/:reference/breach/grounds/:ground/files': ownPost(404),
  'GET /cases/:reference/breach/grounds/:ground/files/:id': own(404),
  'GET /cases/:reference/breach/letters/:ruling': own(404),
  'GET /cases/:reference/breach/appeal': own(404),
  'POST /cases/:reference/breach/appeal': ownPost(404),
  'GET /cases/:reference/refunds/:id/account': own(404),
  'POST /cases/:reference/refunds/:id/account': ownPost(404),
  'POST /cases/:reference/refunds/:id/account/beforehand': ownPost(404),
  'POST /cases/:reference/refunds/:id/account/take-back': ownPost(404),
  'GET /cases/:reference/withdraw': own(200),
  'POST /cases/:reference/withdraw': ownPost('/cases/DRAFT?notice=draft_deleted'),
};

const callers = ['visitor', 'owner', 'stranger', 'officer'] as const;

beforeAll(async () => {
  db = await freshDatabase();
  app = await startSite('portal', db);
  for (const [i, caller] of callers.entries()) {
    people[caller] = new Visitor(app, db, `192.0.2.${100 + i}`);
  }
  for (const caller of ['owner', 'stranger', 'officer'] as const) await people[caller].signUp();
  // Somebody who is staff by now: the session is there, the scope is another.
  await db.admin.query(
    `update account set kind = 'staff', display_name = 'A. Keita' where id = $1`,
    [people.officer.accountId],
  );
  // In this order: an untouched draft would be the one that is then submitted.
  submitted = await submitCase(people.owner);
  draft = await openCase(people.owner);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const addressOf = (path: string) =>
  path
    .replace(':reference', path.includes('/bond') ? submitted : draft)
    .replace(':page', 'contact');

async function answerTo(caller: Caller, route: string): Promise<number | string> {
  const [method = '', path = ''] = route.split(' ');
  const url = addressOf(path);
  const visitor = people[caller];
  // A copy, so that signing out in one row does not sign out in the next.
  const copy = new Visitor(app, db, visitor.address);
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  const answer = method === 'GET' ? await copy.get(url) : await copy.post(url, {}, pageFor(caller));
  if (answer.to?.startsWith('/sign-in?next=')) return signIn;
  return answer.to?.replace(draft, 'DRAFT').replace(submitted, 'SUBMITTED') ?? answer.status;
}

/** A page with a form that the caller can see: its token is his. */
const pageFor = (caller: Caller) =>
  caller === 'owner' || caller === 'stranger' ? '/cases/new' : '/sign-in';

test('every declared route has its row, and every row its route', () => {
  const routes = [...new Set(declaredRoutes(app).map((r) => r.path))];
  expect(routes.sort()).toEqual(Object.keys(table).sort());
});

test('a reference that nobody has is answered like another’s', async () => {
  const unknown = await people.stranger.get('/cases/VB-0000-0000');
  expect(unknown.status).toBe(404);
});

// A draft that is deleted is gone for the rows after it; signing out ends the session for everybody
// who shares it: last.
const ENDS = ['withdraw', 'sign-out'];
const turnOf = (route: string) => ENDS.findIndex((end) => route.includes(end));
const routes = Object.keys(table).sort((a, b) => turnOf(a) - turnOf(b));
describe.each(callers)('%s', (caller) => {
  test.each(routes)('%s', async (route) => {
    expect(await answerTo(caller, route)).toBe(table[route]![caller]);
  });
});

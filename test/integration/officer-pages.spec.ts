// Signing in, finding cases, and what the money pages say.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oracleWatch } from '../support/oracle-watch.ts';
import { PASSWORD } from '../support/world/people.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
let treasury: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  treasury = await world.signedIn(['treasury'], 'Treasury');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const bare = (body: string) => body.replaceAll(/value="[^"]*"|nonce="[^"]*"|@example\.org/g, '');

test('a wrong password and an unknown address are answered alike, and the address is kept', async () => {
  const { email } = await world.people.aStaffMember(['officer'], { name: 'Somebody' });
  const wrong = await (await world.visitor('officer')).signIn(email, 'not the password at all');
  const unknown = await (
    await world.visitor('officer')
  ).signIn('nobody@example.org', 'not the password');
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(wrong.body).toContain('Email address or password is wrong. Check both and try again');
  expect(wrong.body).toContain(`value="${email}"`);
  expect(wrong.body).not.toContain('not the password at all');
  expect(bare(wrong.body)).toBe(bare(unknown.body));
});

test.each([
  [{ email: '', password: PASSWORD }, 'Enter your email address'],
  [{ email: 'awa', password: PASSWORD }, 'Enter an email address in the correct format'],
  [{ email: 'awa@example.org', password: '' }, 'Enter your password'],
])('sign-in with %j names the field and the mend', async (typed, message) => {
  const visit = await world.visitor('officer');
  const answer = await visit.post('/sign-in', typed, '/sign-in');
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(message);
  expect((await visit.get('/')).status).toBe(303);
});

test('an account is tried ten times in a quarter of an hour and then rests', async () => {
  const { email } = await world.people.aStaffMember(['officer'], { name: 'Somebody' });
  for (let i = 0; i < 10; i++)
    await (await world.visitor('officer')).signIn(email, 'not the password');
  const right = await (await world.visitor('officer')).signIn(email);
  expect(right.status).toBe(422);
  expect(right.body).toContain('Too many attempts to sign in');
});

test('after signing in one goes on where one was, and never to another site', async () => {
  const { email } = await world.people.aStaffMember(['officer'], { name: 'Somebody' });
  const there = await world.visitor('officer');
  const typed = { email, password: PASSWORD };
  expect(await there.post('/sign-in', { ...typed, next: '/bonds' }, '/sign-in')).toMatchObject({
    status: 303,
    to: '/bonds',
  });
  const away = await world.visitor('officer');
  const lured = { ...typed, next: 'https://evil.example/' };
  expect((await away.post('/sign-in', lured, '/sign-in')).to).toBe('/');
});

test('signing out ends the session on the server', async () => {
  const visit = await world.signedIn(['officer'], 'Somebody');
  const kept = new Map(visit.cookies);
  expect((await visit.post('/sign-out')).to).toBe('/sign-in?out=1');
  for (const [name, value] of kept) visit.cookies.set(name, value);
  expect((await visit.get('/')).status).toBe(303);
});

test('a passport is found by state and number, which are in no address; the look is in the trail', async () => {
  const { reference, passport } = await world.aCase().submitted();
  const typed = { state: 'usa', number: ` ${passport.number.toLowerCase()} ` };
  const found = await awa.post('/search/passport', typed, '/search');
  expect(found.status).toBe(303);
  expect(found.to).toMatch(/^\/search\?person=[0-9a-f-]{36}$/);
  expect((await awa.get(found.to as string)).body).toContain(reference);
  const looked = await world.rows(
    `select outcome from audit_entry where action = 'person.looked_up' and actor_id = $1`,
    awa.accountId,
  );
  expect(looked).toEqual([{ outcome: 'done' }]);

  const none = await awa.post('/search/passport', { ...typed, state: 'FRA' }, '/search');
  expect((await awa.get(none.to as string)).body).toContain('No cases found');
});

test.each([
  [{ state: 'United States', number: 'X123' }, 'Enter the code of the issuing state'],
  [{ state: 'USA', number: '' }, 'Enter the passport number as it appears in the passport'],
])('search by passport with %j says what to mend and keeps it', async (typed, message) => {
  const answer = await awa.post('/search/passport', typed, '/search');
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(message);
  expect(answer.body).toContain(`value="${typed.state}"`);
});

test('a reference is found as people type it', async () => {
  const { reference } = await world.aCase().submitted();
  const found = await awa.get(`/search?reference=%20${reference.toLowerCase()}`);
  expect(found.body).toContain(`/cases/${reference}`);
  expect((await awa.get('/search?reference=')).body).toContain('Enter a reference');
});

test('approvals count what one may decide, in the same way on the desk and in the menu', async () => {
  const head = await world.signedIn(['head_of_section'], 'Mariam Traoré');
  const countOf = (body: string) =>
    Number(/<a[^>]*href="\/approvals"[^>]*>\s*(\d+)<span/.exec(body)?.[1] ?? 0);
  const before = countOf((await head.get('/')).body);
  const own = await world.aProposal(head);
  const other = await world.aProposal(awa);
  const desk = await head.get('/');
  expect(countOf(desk.body) - before).toBe(1);
  const [mine, theirs] = (await head.get('/approvals')).body.split('Waiting for somebody else');
  expect(mine).toContain(`/approvals/${other.directionId}`);
  expect(mine).not.toContain(`/approvals/${own.directionId}`);
  expect(theirs).toContain(`/approvals/${own.directionId}`);

  const proposer = await awa.get('/');
  expect(proposer.body).not.toContain('href="/approvals"');
  expect((await awa.get('/approvals')).body).toContain(`/approvals/${other.directionId}`);
});

test('the desk counts what the person may see, and lists lead there', async () => {
  const desk = await treasury.get('/');
  expect(desk.body).toContain('href="/suspense"');
  // What is empty is one line, not a tile: they are to see what waits.
  expect(desk.body.split('Nothing is waiting in')[1]).toContain('href="/refunds/run"');
  expect(desk.body).not.toMatch(/>\s*0<span class="govuk-visually-hidden">/);
  expect(desk.body).not.toContain('href="/queues/new"');
  expect(desk.body).not.toContain('Take the next case');
  for (const path of ['/queues/new', '/queues/all?consulate=all&page=2', '/bonds?state=held']) {
    expect([path, (await awa.get(path)).status]).toEqual([path, 200]);
  }
  expect((await awa.get('/queues/nothing')).status).toBe(404);
});

test('a held bond shows its account in plain words', async () => {
  const held = await world.aBond().held();
  const page = await awa.get(`/cases/${held.reference}`);
  expect(page.body).toContain('Account statement of the bond');
  expect(page.body).toContain('Payment received and held');
  expect(page.body).toContain('Bond held: decide on the visa');
});

test('money without a bond is listed with why it is there', async () => {
  await world.control('payment_intents', { amount: 123_400, currency: 'usd' });
  await world.news();
  const page = await treasury.get('/suspense');
  expect(page.body).toContain('$1,234');
  expect(page.body).toContain('Not paid on one of our payment pages');
});

test('a refund that came back is approved again by the treasury, once', async () => {
  const failing = await world.aBond().cancelled('refundFails');
  await world.send(failing.disbursementId);
  await world.later();
  await world.news();
  const [{ id }] = (await world.rows<{ id: string }>(
    'select id from refund where bond_id = $1',
    failing.bondId,
  )) as [{ id: string }];
  const list = await treasury.get('/refunds');
  expect(list.body).toContain(`/refunds/${id}`);
  const page = await treasury.get(`/refunds/${id}`);
  expect(page.body).toContain('Failed after it had succeeded');
  expect(page.body).toContain('The card has expired or was cancelled');

  const approved = await treasury.post(`/refunds/${id}/approve`);
  expect(approved.to).toBe(`/refunds/${id}?notice=approved`);
  const disbursements = await world.rows(
    'select attempt, state, approved_by from disbursement where refund_id = $1 order by attempt',
    id,
  );
  expect(disbursements).toMatchObject([
    { attempt: 1, state: 'failed_after_success' },
    { attempt: 2, state: 'approved', approved_by: treasury.accountId },
  ]);
  const twice = await treasury.post(`/refunds/${id}/approve`);
  expect(twice.to).toBe(`/refunds/${id}?notice=wrong_state`);
});

test('a record whose traveller nobody knows is on the movements page', async () => {
  const visa = await world.aBond().withVisa();
  const document = { issuingState: 'USA', number: 'UNKNOWN1' };
  await world.crossed({ ...world.record('admitted', visa), document });
  const page = await awa.get('/movements');
  expect(page.body).toContain('No traveller found');
  expect((await awa.get('/movements?show=recent')).body).toContain('BKO');
});

test('the auditor sees balances, and that two ways lead to the same sum', async () => {
  const auditor = await world.signedIn(['auditor'], 'Auditor');
  await world.aBond().held();
  expect((await auditor.get('/books')).body).toContain('nothing has been added up');
  expect(await oracleWatch((token) => world.worker.get(token)).pass()).toEqual([]);
  const page = await auditor.get('/books');
  expect(page.body).toContain('Owed to payers: bonds');
  expect(page.body).toContain('They agree');
  expect(page.body).toMatch(/\$[\d,.]+ is owed and \$[\d,.]+ is available\. The difference of \$/);
  expect(page.body).toContain('processor’s fees paid by the operator');
  expect(page.body).not.toMatch(/[-−]\$/);
  expect(page.body).not.toContain('They differ');
});

test('parked news of the processor is listed with its problem', async () => {
  await world.rows(
    `insert into processor_event (id, type, object_id, object_kind, api_version, livemode,
       created_at, body_sha256, received_at, state, attempts, problem, processed_at)
     values ('evt_parked', 'charge.dispute.created', 'dp_1', 'dispute', '2025-01-01', false,
       now(), sha256('x'), now(), 'parked', 1, 'needs_a_person', now())`,
  );
  const page = await treasury.get('/events');
  expect(page.body).toContain('charge.dispute.created');
  expect(page.body).toContain('Needs a person');
});

import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anEmail, codeIdOf, from, HERE, PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const otherCode = (code: string) => (code === '11111111' ? '22222222' : '11111111');
const expired = { ok: false, code: 'expired' };

test('the code and then a password make an account, once, and nothing is kept in the clear', async () => {
  const { email, ticket, code } = await people.begun();
  expect(code).toMatch(/^\d{8}$/);
  expect(await people.confirm(ticket, ` ${code.slice(0, 4)} ${code.slice(4)} `)).toMatchObject({
    ok: true,
  });
  const codeId = codeIdOf(ticket);
  const account = 'from account where id = (select account_id from mailed_code where id = $1)';
  expect(await world.rows(`select 1 ${account}`, codeId)).toEqual([]);
  const { accountId } = mustBeOk(await people.finish(ticket));
  const [made] = await world.rows<Record<string, unknown>>(
    `select id, kind, display_name, language, password_hash ${account}`,
    codeId,
  );
  expect(made).toMatchObject({ id: accountId, kind: 'applicant', display_name: null });
  expect(made).toMatchObject({ language: 'fr' });
  expect(made!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const all = JSON.stringify(
    await world.rows(
      `select to_jsonb(m), (select to_jsonb(a) from account a where a.id = m.account_id),
              (select to_jsonb(c) from contact_point c where c.id = m.contact_point_id)
       from mailed_code m where m.id = $1`,
      codeId,
    ),
  );
  const secrets = [email.split('@')[0]!, PASSWORD, code, ticket.split('.')[1]!];
  for (const secret of secrets) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('hex'));
  }
  expect(
    await world.rows(
      'select action, details, actor_kind from audit_entry where subject_id = $1',
      accountId,
    ),
  ).toEqual([{ action: 'account.created', details: { kind: 'applicant' }, actor_kind: 'sign-in' }]);

  expect(await people.confirm(ticket, code)).toEqual(expired);
  expect(await people.finish(ticket)).toEqual(expired);
  expect(mustBeOk(await people.signIn(world.portal, email)).accountId).toBe(accountId);
});

test('whoever begins with another’s address has no account by it, code or not', async () => {
  const victim = anEmail();
  const attacker = await people.begun(victim);
  // The victim types the code he was sent, in his own browser: it is not where it was asked for.
  const ofVictim = `${codeIdOf(attacker.ticket)}.${'A'.repeat(43)}`;
  expect(await people.confirm(ofVictim, attacker.code)).toEqual(expired);
  expect(await people.finish(ofVictim)).toEqual(expired);
  // The attacker has no code, so no password of his is taken.
  expect(await people.finish(attacker.ticket)).toEqual(expired);
  const { rowCount } = await world.db.admin.query(
    'select 1 from account a join mailed_code m using (email_token) where m.id = $1',
    [codeIdOf(attacker.ticket)],
  );
  expect(rowCount).toBe(0);
});

test('an address that has an account gets the same answer and another mail', async () => {
  const { email, accountId } = await people.anApplicant();
  const again = await people.begin(` ${email.toUpperCase()} `);
  expect(again).toEqual({ ok: true, value: { ticket: expect.any(String) } });
  const { ticket } = mustBeOk(again);
  expect(await people.mailOf(ticket)).toEqual({ template: 'already_registered', params: {} });
  for (let tries = 1; tries <= 5; tries++) {
    expect(await people.confirm(ticket, '12345678')).toEqual({ ok: false, code: 'wrong_code' });
  }
  expect(await people.confirm(ticket, '12345678')).toEqual({ ok: false, code: 'too_many_tries' });
  expect(mustBeOk(await people.signIn(world.portal, email)).accountId).toBe(accountId);
});

test('five wrong codes and the right one is refused too; the tries are kept', async () => {
  const { ticket, code } = await people.begun();
  const row = () =>
    world.rows('select tries, confirmed_at from mailed_code where id = $1', codeIdOf(ticket));
  for (let tries = 1; tries <= 5; tries++) {
    const answer = await people.confirm(ticket, otherCode(code));
    expect(answer).toEqual({ ok: false, code: 'wrong_code' });
    expect(await row()).toEqual([{ tries, confirmed_at: null }]);
  }
  expect(await people.confirm(ticket, code)).toEqual({ ok: false, code: 'too_many_tries' });
  expect(await row()).toEqual([{ tries: 5, confirmed_at: null }]);
});

test('codes at the same time are as many tries', async () => {
  const { ticket, code } = await people.begun();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => people.confirm(ticket, otherCode(code))),
  );
  const codes = answers.map((a) => (a.ok ? 'ok' : a.code)).sort();
  expect(codes).toEqual([...Array(3).fill('too_many_tries'), ...Array(5).fill('wrong_code')]);
});

test('a code ends after its time, and so does what it opened', async () => {
  const { ticket, code } = await people.begun();
  const end = () =>
    world.rows('update mailed_code set expires_at = now() where id = $1', codeIdOf(ticket));
  mustBeOk(await people.confirm(ticket, code));
  await end();
  expect(await people.finish(ticket)).toEqual(expired);
  const late = await people.begun();
  await world.rows(
    'update mailed_code set expires_at = now() where id = $1',
    codeIdOf(late.ticket),
  );
  expect(await people.confirm(late.ticket, late.code)).toEqual(expired);
});

test.each(['', 'nonsense', newId(), `${newId()}.secret`])('nobody holds %j', async (ticket) => {
  expect(await people.confirm(ticket, '12345678')).toEqual(expired);
  expect(await people.finish(ticket)).toEqual(expired);
});

test('begun twice, the second comes too late and changes nothing', async () => {
  const first = await people.begun();
  const second = await people.begun(first.email);
  for (const { ticket, code } of [first, second]) mustBeOk(await people.confirm(ticket, code));
  const { accountId } = mustBeOk(await people.finish(first.ticket));
  expect(await people.finish(second.ticket, 'quite another sentence, long')).toEqual(expired);
  expect(mustBeOk(await people.signIn(world.portal, first.email)).accountId).toBe(accountId);
});

test.each([
  ['a short password', 'short', 'password_too_short'],
  ['a common password', 'password12345678', 'password_common'],
  ['a password without end', 'x1 y2'.repeat(50), 'password_too_long'],
])('%s is refused by name, and another may follow', async (_what, password, problem) => {
  const { ticket, code } = await people.begun();
  mustBeOk(await people.confirm(ticket, code));
  expect(await people.finish(ticket, password)).toMatchObject({ ok: false, code: problem });
  expect(await people.finish(ticket)).toMatchObject({ ok: true });
});

test('what is no address is refused and nothing is kept', async () => {
  const before = await world.rows('select count(*) from mailed_code');
  expect(await people.begin('ada')).toMatchObject({ ok: false, code: 'bad_email' });
  expect(await world.rows('select count(*) from mailed_code')).toEqual(before);
});

test('from one network an address is written to five times in a quarter of an hour, ten a day', async () => {
  const email = anEmail();
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(await people.begin(email));
  expect(answers.map((a) => a.ok)).toEqual([...Array(5).fill(true), false]);
  const quarterOver = () =>
    world.rows(`update rate_limit set window_ends = now() where key like 'code:%'`);
  for (let i = 0; i < 6; i++) {
    await quarterOver();
    answers.push(await people.begin(email));
  }
  expect(answers.slice(6).map((a) => a.ok)).toEqual([...Array(5).fill(true), false]);
  expect(answers[11]).toMatchObject({
    code: 'too_many_tries',
    detail: { retryAfterSeconds: expect.stringMatching(/^\d{5}$/) },
  });
});

test('who uses up an address’s codes elsewhere keeps nobody else from theirs', async () => {
  const { email, browser } = await people.anApplicant();
  for (let network = 0; network < 4; network++) {
    for (let i = 0; i < 6; i++) await people.begin(email, from(`elsewhere ${network}`));
  }
  // All strangers together have had the day's twenty; a browser that was used before has its own.
  expect(await people.begin(email, from('one more'))).toMatchObject({ code: 'too_many_tries' });
  expect(await people.begin(email, { ...HERE, browser })).toMatchObject({ ok: true });
});

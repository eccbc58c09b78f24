import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anEmail, PASSWORD, People } from '../support/people.ts';

let people: People;
beforeAll(async () => {
  people = await People.start();
});
afterAll(() => people.stop());

const otherCode = (code: string) => (code === '111111' ? '222222' : '111111');

test('the code makes an account, once, and nothing is kept in the clear', async () => {
  const { email, signUpId, code } = await people.begun();
  expect(code).toMatch(/^\d{6}$/);
  expect(
    await people.rows(
      'select 1 from account where id = (select account_id from sign_up where id = $1)',
      signUpId,
    ),
  ).toEqual([]);

  const accountId = mustBeOk(
    await people.confirm(signUpId, ` ${code.slice(0, 3)} ${code.slice(3)} `),
  );
  const [account] = await people.rows<Record<string, unknown>>(
    'select kind, display_name, language, state, password_hash from account where id = $1',
    accountId,
  );
  expect(account).toMatchObject({ kind: 'applicant', display_name: null, language: 'fr' });
  expect(account!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const all = JSON.stringify(
    await people.rows(
      `select to_jsonb(s), (select to_jsonb(a) from account a where a.id = s.account_id),
              (select to_jsonb(c) from contact_point c where c.id = s.contact_point_id)
       from sign_up s where s.id = $1`,
      signUpId,
    ),
  );
  expect(all).not.toContain(email.split('@')[0]);
  expect(all).not.toContain(Buffer.from(email).toString('hex'));
  expect(all).not.toContain(PASSWORD);
  expect(
    await people.rows(
      'select action, details, actor_kind from audit_entry where subject_id = $1',
      accountId,
    ),
  ).toEqual([{ action: 'account.created', details: { kind: 'applicant' }, actor_kind: 'sign-in' }]);

  expect(await people.confirm(signUpId, code)).toEqual({ ok: false, code: 'expired' });
  expect(mustBeOk(await people.signIn(people.portal, email))).toEqual({
    accountId,
    scope: 'applicant',
  });
});

test('an address that has an account gets the same answer and another mail', async () => {
  const { email, accountId } = await people.anApplicant();
  const again = await people.begin(` ${email.toUpperCase()} `);
  expect(again).toEqual({ ok: true, value: { signUpId: expect.any(String) } });
  const { signUpId } = mustBeOk(again);
  expect(await people.mailOf(signUpId)).toEqual({ template: 'already_registered', params: {} });
  for (let tries = 1; tries <= 5; tries++) {
    expect(await people.confirm(signUpId, '123456')).toEqual({ ok: false, code: 'wrong_code' });
  }
  expect(await people.confirm(signUpId, '123456')).toEqual({ ok: false, code: 'too_many_tries' });
  expect(mustBeOk(await people.signIn(people.portal, email)).accountId).toBe(accountId);
});

test('five wrong codes and the right one is refused too; the tries are kept', async () => {
  const { signUpId, code } = await people.begun();
  for (let tries = 1; tries <= 5; tries++) {
    expect(await people.confirm(signUpId, otherCode(code))).toEqual({
      ok: false,
      code: 'wrong_code',
    });
    expect(await people.rows('select tries from sign_up where id = $1', signUpId)).toEqual([
      { tries },
    ]);
  }
  expect(await people.confirm(signUpId, code)).toEqual({ ok: false, code: 'too_many_tries' });
  expect(await people.rows('select used_at from sign_up where id = $1', signUpId)).toEqual([
    { used_at: null },
  ]);
});

test('codes at the same time are as many tries', async () => {
  const { signUpId, code } = await people.begun();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => people.confirm(signUpId, otherCode(code))),
  );
  const codes = answers.map((a) => (a.ok ? 'ok' : a.code)).sort();
  expect(codes).toEqual([...Array(3).fill('too_many_tries'), ...Array(5).fill('wrong_code')]);
});

test('a code ends after its time', async () => {
  const { signUpId, code } = await people.begun();
  await people.db.admin.query('update sign_up set expires_at = now() where id = $1', [signUpId]);
  expect(await people.confirm(signUpId, code)).toEqual({ ok: false, code: 'expired' });
});

test.each(['nonsense', newId()])('an unknown sign-up (%s) reads as expired', async (id) => {
  expect(await people.confirm(id, '123456')).toEqual({ ok: false, code: 'expired' });
});

test('begun twice, the second code comes too late and changes nothing', async () => {
  const first = await people.begun();
  const second = await people.begun(first.email);
  const accountId = mustBeOk(await people.confirm(first.signUpId, first.code));
  expect(await people.confirm(second.signUpId, second.code)).toEqual({
    ok: false,
    code: 'expired',
  });
  expect(mustBeOk(await people.signIn(people.portal, first.email)).accountId).toBe(accountId);
});

test.each([
  ['no address', 'ada', PASSWORD, 'bad_email'],
  ['a short password', 'a@example.org', 'short', 'password_too_short'],
  ['a common password', 'a@example.org', 'password12345678', 'password_common'],
  ['a password without end', 'a@example.org', 'x1 y2'.repeat(50), 'password_too_long'],
])('%s is refused by name and nothing is kept', async (_what, email, password, code) => {
  const before = await people.rows('select count(*) from sign_up');
  expect(await people.begin(email, password)).toMatchObject({ ok: false, code });
  expect(await people.rows('select count(*) from sign_up')).toEqual(before);
});

test('an address is written to five times in a quarter of an hour, ten times a day', async () => {
  const email = anEmail();
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(await people.begin(email));
  expect(answers.map((a) => a.ok)).toEqual([...Array(5).fill(true), false]);
  const quarterOver = () =>
    people.rows(`update rate_limit set window_ends = now() where key like 'sign-up:%'`);
  for (let i = 0; i < 6; i++) {
    await quarterOver();
    answers.push(await people.begin(email));
  }
  expect(answers.slice(6).map((a) => a.ok)).toEqual([...Array(5).fill(true), false]);
  expect(answers[11]).toMatchObject({
    code: 'too_many_tries',
    detail: { retryAfterSeconds: expect.stringMatching(/^\d{5}$/) },
  });
  expect(answers[5]).toMatchObject({
    code: 'too_many_tries',
    detail: { retryAfterSeconds: expect.stringMatching(/^\d{2,3}$/) },
  });
});

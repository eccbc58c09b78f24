// Password, address and sessions: each changes with its proof, ends the rest, and is told.
import {
  Accounts,
  EmailChange,
  EmailUndo,
  OwnAccount,
  PasswordChange,
  PasswordReset,
} from '#identity';
import { mustBeOk } from '#kernel';
import { accountCtx, Database, signInCtx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anEmail, codeIdOf, from, HERE, PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

const OTHER = 'three herons above the Bani';
const expired = { ok: false, code: 'expired' };
const STAFF_SITE = from('here', 'officer');

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const reset = () => world.portal.get(PasswordReset);
const ctxOf = (o: { accountId: string; token: string }) =>
  accountCtx(o.accountId, 'applicant', 'test', o.token);
const isIn = async (o: { accountId: string; token: string }) =>
  (await world.portal.get(Accounts).signedIn('applicant', o)) !== null;
const mailsTo = (accountId: string, template: string) =>
  world.rows<{ params: Record<string, string> }>(
    `select m.params from mail m join contact_point c on c.id = m.contact_point_id
     where c.account_id = $1 and m.template = $2 order by m.created_at`,
    ...[accountId, template],
  );
const changedAt = async (accountId: string) =>
  (
    await world.rows<{ at: Date | null }>(
      'select access_changed_at as at from account where id = $1',
      accountId,
    )
  )[0]!.at;

async function asked(email: string) {
  const begun = await reset().begin({ email, language: 'en', origin: HERE });
  const { ticket } = mustBeOk(begun);
  return { ticket, mail: await people.mailOf(ticket) };
}

test('a forgotten password: the mailed code, another password, and everybody is out', async () => {
  const ann = await people.anApplicant();
  const { ticket, mail } = await asked(ann.email);
  expect(mail).toMatchObject({ template: 'password_reset_code', params: { site: 'portal' } });
  expect(await reset().finish({ ticket, password: OTHER, origin: HERE })).toEqual(expired);
  mustBeOk(await reset().confirm({ ticket, code: mail.params.code! }));
  const short = await reset().finish({ ticket, password: 'short', origin: HERE });
  expect(short).toMatchObject({ code: 'password_too_short' });
  expect(await isIn(ann)).toBe(true);
  mustBeOk(await reset().finish({ ticket, password: OTHER, origin: HERE }));
  expect(await isIn(ann)).toBe(false);
  expect(await people.signIn(world.portal, ann.email)).toMatchObject({ ok: false });
  mustBeOk(await people.signIn(world.portal, ann.email, OTHER));
  expect(await mailsTo(ann.accountId, 'password_changed')).toEqual([
    { params: { site: 'portal' } },
  ]);
  expect(await changedAt(ann.accountId)).toBeInstanceOf(Date);
  expect(await reset().finish({ ticket, password: PASSWORD, origin: HERE })).toEqual(expired);
});

test('an address without an account is answered the same, and its owner is written to', async () => {
  const { ticket, mail } = await asked(anEmail());
  expect(mail).toEqual({ template: 'no_account', params: { site: 'portal' } });
  expect(await reset().confirm({ ticket, code: '12345678' })).toMatchObject({ code: 'wrong_code' });
  // Even a code that was guessed opens nothing.
  await world.rows('update mailed_code set confirmed_at = now() where id = $1', codeIdOf(ticket));
  expect(await reset().finish({ ticket, password: OTHER, origin: HERE })).toEqual(expired);
});

test('the code of a reset is worthless in another browser', async () => {
  const { email, accountId } = await people.anApplicant();
  const { ticket, mail } = await asked(email);
  const elsewhere = `${codeIdOf(ticket)}.${'A'.repeat(43)}`;
  const code = mail.params.code!;
  expect(await reset().confirm({ ticket: elsewhere, code })).toEqual(expired);
  mustBeOk(await reset().confirm({ ticket, code }));
  expect(await reset().finish({ ticket: elsewhere, password: OTHER, origin: HERE })).toEqual(
    expired,
  );
  expect(await changedAt(accountId)).toBeNull();
});

test('staff reset theirs on the officer site, and the portal resets none of theirs', async () => {
  const { email } = await people.aStaffMember(['treasury']);
  expect((await asked(email)).mail.template).toBe('no_account');
  const resets = world.officer.get(PasswordReset);
  const { ticket } = mustBeOk(await resets.begin({ email, language: 'en', origin: STAFF_SITE }));
  const { template, params } = await people.mailOf(ticket);
  expect([template, (params as { site?: string }).site]).toEqual([
    'password_reset_code',
    'officer',
  ]);
  mustBeOk(await resets.confirm({ ticket, code: params.code! }));
  mustBeOk(await resets.finish({ ticket, password: OTHER, origin: STAFF_SITE }));
  mustBeOk(await people.signIn(world.officer, email, OTHER, STAFF_SITE));
});

test('another password needs the current one, and ends the other sessions only', async () => {
  const ann = await people.anApplicant();
  const other = mustBeOk(await people.signIn(world.portal, ann.email));
  const change = (current: string) =>
    world.portal.get(PasswordChange).change(ctxOf(ann), { current, password: OTHER, origin: HERE });
  expect(await change('not the right password')).toMatchObject({ code: 'wrong_password' });
  expect([await isIn(other), await changedAt(ann.accountId)]).toEqual([true, null]);
  mustBeOk(await change(PASSWORD));
  expect([await isIn(ann), await isIn(other)]).toEqual([true, false]);
  mustBeOk(await people.signIn(world.portal, ann.email, OTHER));
  expect(await mailsTo(ann.accountId, 'password_changed')).toHaveLength(1);
});

test('a new password is none that one’s own name is guessed by', async () => {
  const staff = await people.aStaffMember(['treasury']);
  const name = 'Tamsin Vandersloot';
  await world.rows('update account set display_name = $2 where id = $1', staff.accountId, name);
  const signedIn = await people.signIn(world.officer, staff.email, PASSWORD, STAFF_SITE);
  const { accountId, token } = mustBeOk(signedIn);
  const change = (password: string) =>
    world.officer.get(PasswordChange).change(accountCtx(accountId, 'staff', 'test', token), {
      ...{ current: PASSWORD, password, origin: STAFF_SITE },
    });
  expect(await change('tamsin.vandersloot2026')).toMatchObject({ code: 'password_common' });
  mustBeOk(await change('tamara.vanderstraat2026'));
});

async function movesTo(who: { accountId: string; token: string }, email: string) {
  const change = world.portal.get(EmailChange);
  const wish = { email, password: PASSWORD, language: 'en', origin: HERE } as const;
  const { ticket } = mustBeOk(await change.begin(ctxOf(who), wish));
  const { code } = (await people.mailOf(ticket)).params;
  return change.confirm(ctxOf(who), { ticket, code: code ?? '12345678' });
}

test('another address: the code from it, the old one told, and the change can be taken back', async () => {
  const ann = await people.anApplicant();
  const other = mustBeOk(await people.signIn(world.portal, ann.email));
  const email = anEmail();
  const wrong = { email, password: OTHER, language: 'en', origin: HERE } as const;
  expect(await world.portal.get(EmailChange).begin(ctxOf(ann), wrong)).toMatchObject({
    code: 'wrong_password',
  });
  mustBeOk(await movesTo(ann, email));
  expect([await isIn(ann), await isIn(other)]).toEqual([true, false]);
  expect(await people.signIn(world.portal, ann.email)).toMatchObject({ ok: false });
  const thief = mustBeOk(await people.signIn(world.portal, email));
  expect((await world.portal.get(OwnAccount).facts(ctxOf(thief))).email).toBe(email);

  const [notice] = await mailsTo(ann.accountId, 'email_changed');
  const undo = world.portal.get(EmailUndo);
  const secret = notice!.params.secret!;
  expect(await undo.mayUndo(secret)).toBe(true);
  mustBeOk(await undo.undo(secret));
  expect([await isIn(thief), await undo.mayUndo(secret)]).toEqual([false, false]);
  expect(await undo.undo(secret)).toEqual(expired);
  for (const address of [email, ann.email]) {
    expect(await people.signIn(world.portal, address)).toMatchObject({ ok: false });
  }
  const { ticket, mail } = await asked(ann.email);
  mustBeOk(await reset().confirm({ ticket, code: mail.params.code! }));
  mustBeOk(await reset().finish({ ticket, password: OTHER, origin: HERE }));
  const back = mustBeOk(await people.signIn(world.portal, ann.email, OTHER));
  expect(back.accountId).toBe(ann.accountId);
});

test('an address of somebody else is taken by nobody, and nobody is told whose it is', async () => {
  const [ann, bob] = [await people.anApplicant(), await people.anApplicant()];
  expect(await movesTo(ann, bob.email)).toMatchObject({ code: 'wrong_code' });
  expect(mustBeOk(await people.signIn(world.portal, bob.email)).accountId).toBe(bob.accountId);
});

test('one’s own sessions are listed and ended, and nobody else’s', async () => {
  const [ann, bob] = [await people.anApplicant(), await people.anApplicant()];
  const own = world.portal.get(OwnAccount);
  const others = [];
  for (let i = 0; i < 3; i++) others.push(mustBeOk(await people.signIn(world.portal, ann.email)));
  const { sessions } = await own.facts(ctxOf(ann));
  expect([sessions.length, sessions.filter((s) => s.isThisOne).length]).toEqual([4, 1]);
  const some = sessions.find((s) => !s.isThisOne)!;
  expect(await own.end(ctxOf(bob), some.id)).toBe(0);
  expect(await own.end(ctxOf(ann), some.id)).toBe(1);
  expect(await own.end(ctxOf(ann), 'others')).toBe(2);
  expect(await Promise.all([ann, ...others, bob].map(isIn))).toEqual([
    ...[true, false, false, false, true],
  ]);
});

test('no login changes an account but by these functions', async () => {
  const { accountId } = await people.anApplicant();
  const run = (sql: string) =>
    world.portal.get(Database).write(signInCtx('t'), (tx) => tx.query(sql, [accountId]));
  for (const set of [`password_hash = 'x'`, `email_token = ''`, 'access_changed_at = null']) {
    const update = `update account set ${set} where id = $1`;
    await expect(run(update)).rejects.toThrow('permission denied');
  }
  const end = 'select app.end_sessions($1, null)';
  await expect(run(end)).rejects.toThrow('permission denied');
  expect(await run(`select app.reset_password($1, 'x') as done`)).toEqual([{ done: null }]);
  await expect(run('select * from email_change where id = $1')).rejects.toThrow(
    'permission denied',
  );
});

// Whoever tries an account out stops himself, and not its owner.
import { Accounts } from '#identity';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anEmail, from, PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

const WRONG = 'a walk along the Bani at dawn!';

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Signs in wrongly so often from there; gives the answers' codes. */
async function triesOut(email: string, times: number, origin = from('a cellar')) {
  const codes: string[] = [];
  for (let i = 0; i < times; i++) {
    const process = origin.site === 'officer' ? world.officer : world.portal;
    const answer = await people.signIn(process, email, WRONG, origin);
    codes.push(answer.ok ? 'in' : answer.code);
  }
  return codes;
}
const stoppedMails = (accountId: string) =>
  world.rows(
    `select m.params from mail m join account a using (contact_point_id)
     where a.id = $1 and m.template = 'sign_in_stopped'`,
    accountId,
  );

test('wrong passwords on the portal keep no member of staff from the officer site', async () => {
  const { email } = await people.aStaffMember(['treasury']);
  const codes = await triesOut(email, 11);
  expect(codes).toEqual([...Array(10).fill('wrong_credentials'), 'too_many_tries']);
  const cellar = from('a cellar', 'officer');
  mustBeOk(await people.signIn(world.officer, email, PASSWORD, cellar));
});

test('nor from another network on the same site', async () => {
  const { email } = await people.aStaffMember(['treasury']);
  expect((await triesOut(email, 11, from('a cellar', 'officer'))).at(-1)).toBe('too_many_tries');
  mustBeOk(await people.signIn(world.officer, email, PASSWORD, from('the office', 'officer')));
});

test('from many networks at once strangers are stopped; a browser used before is let in', async () => {
  const { email, browser } = await people.anApplicant();
  for (let network = 0; network < 10; network++) {
    await triesOut(email, 10, from(`cellar ${network}`));
  }
  const home = from('home');
  const stranger = await people.signIn(world.portal, email, PASSWORD, home);
  expect(stranger).toMatchObject({ ok: false, code: 'too_many_tries' });
  const own = { ...home, browser };
  const again = mustBeOk(await people.signIn(world.portal, email, PASSWORD, own));
  expect(again.browser.split(':')[1]).toBe(browser.split(':')[1]);
  // Its allowance is its own, and no larger.
  expect((await triesOut(email, 10, own)).at(-1)).toBe('too_many_tries');
});

test.each([
  ['made up', () => `b1:${'A'.repeat(22)}:${'B'.repeat(22)}`],
  ['of no shape', () => 'b1'],
])('what is kept in a browser counts for nothing when it is %s', async (_what, kept) => {
  const { email } = await people.anApplicant();
  for (let network = 0; network < 10; network++) {
    await triesOut(email, 10, from(`cellar ${network}`));
  }
  const answer = await people.signIn(world.portal, email, PASSWORD, {
    ...from('home'),
    browser: kept(),
  });
  expect(answer).toMatchObject({ ok: false, code: 'too_many_tries' });
});

test('a browser known to one account is a stranger to another, and on the other site', async () => {
  const mine = await people.anApplicant();
  const theirs = await people.anApplicant();
  const origin = { ...from('a cellar'), browser: mine.browser };
  expect(await triesOut(theirs.email, 11, origin)).toContain('too_many_tries');
  // The count was that of the network, which the stranger has used up without the cookie too.
  expect(await triesOut(theirs.email, 1)).toEqual(['too_many_tries']);
  expect(await triesOut(mine.email, 1, origin)).toEqual(['wrong_credentials']);
});

test('the owner is told, once a day; of an address without an account nobody is', async () => {
  const { email, accountId } = await people.anApplicant();
  await triesOut(email, 10);
  expect(await stoppedMails(accountId)).toEqual([]);
  await triesOut(email, 3);
  await triesOut(email, 11, from('another cellar'));
  expect(await stoppedMails(accountId)).toEqual([{ params: { site: 'portal' } }]);
  const before = await world.rows('select count(*) from mail');
  expect((await triesOut(anEmail(), 11)).at(-1)).toBe('too_many_tries');
  expect(await world.rows('select count(*) from mail')).toEqual(before);
});

test('a member of staff is told by a mail that leads to the officer site', async () => {
  const { email, accountId } = await people.aStaffMember(['officer']);
  await triesOut(email, 11, from('a cellar', 'officer'));
  expect(await stoppedMails(accountId)).toEqual([{ params: { site: 'officer' } }]);
});

test('being stopped stands in the trail', async () => {
  const email = anEmail();
  await triesOut(email, 10);
  const requestId = newId();
  const more = { email, password: WRONG, origin: from('a cellar'), requestId };
  await world.portal.get(Accounts).authenticate(more);
  expect(
    await world.rows('select action, outcome from audit_entry where request_id = $1', requestId),
  ).toEqual([{ action: 'account.sign_in_stopped', outcome: 'refused' }]);
});

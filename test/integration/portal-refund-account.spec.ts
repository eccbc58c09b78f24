// The page on which a payer gives a bank account: what is asked, refused, shown again and never shown.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Payer } from '../support/world/payer.ts';
import { PASSWORD } from '../support/world/people.ts';
import { IBAN, RescueStory, US } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
let payer: Payer;
let at: string;
let refundId: string;

beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
  payer = await Payer.held(world, 'refundLater');
  await payer.visaIssued();
  const of = { passport: payer.passport };
  await world.crossed(world.record('admitted', of), world.record('departed', of));
  const { id } = await payer.bondRow();
  await world.send(await world.openDisbursement(id));
  const [refund] = await world.refundsOf(id);
  await world.control(`refunds/${refund!.id}/fail`, { reason: 'lost_or_stolen_card' });
  await world.news();
  refundId = await story.refundOf(id);
  at = `${payer.home}/refunds/${refundId}/account`;
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const { number: accountNumber, ...account } = US;
const good = { ...account, accountNumber, current: PASSWORD };
const send = (more: Record<string, string> = {}) => payer.visitor.post(at, { ...good, ...more });

test('there is no such page before the treasury has asked', async () => {
  expect((await payer.visitor.get(at)).to).toBe(`${payer.home}?notice=account_not_asked`);
  const taken = await payer.visitor.post(`${at}/take-back`, {}, '/cases/new');
  expect(taken.to).toBe(`${payer.home}?notice=account_not_asked`);
  mustBeOk(await story.ask(refundId));
  expect(await payer.reads()).toMatch(/Who needs to act You .*Give a bank account/);
});

test.each([
  ['a holder', { holder: ' ' }, 'Enter the name of the account holder'],
  ['a kind', { kind: 'cash' }, 'Select what kind of account it is'],
  ['a routing number', { routing: '021000022' }, 'Enter the 9 digits of the routing number'],
  ['an account number', { accountNumber: '12' }, 'Enter the account number'],
  ['an IBAN', { ...IBAN, iban: 'FR14 2004' }, 'Enter the IBAN as it is on a bank statement'],
  ['the password', { current: '' }, 'Enter your current password'],
  ['the right password', { current: 'a walk along the Senegal' }, 'password'],
])('%s is missing or wrong: the page says so, and nothing is given', async (_, more, words) => {
  const answer = await send(more);
  expect(answer.status).toBe(422);
  expect(answer.words).toContain(words);
  expect(answer.body).not.toContain(PASSWORD);
  expect(await story.stateOf(refundId)).toBe('asked');
});

test('given, it is shown by its end only, and can be replaced and taken back', async () => {
  expect((await send()).to).toBe(`${payer.home}?notice=account_given`);
  const said = await payer.reads('?notice=account_given');
  expect(said).toContain('You have given a bank account. We have sent you an email.');
  expect(said).toMatch(/bank account ending in 6789 on .* Nothing is paid to it before/);
  const pages = [await payer.visitor.get(payer.home), await payer.visitor.get(at)];
  for (const { body } of pages) expect(body).not.toContain(accountNumber);
  expect(pages[1]!.words).toContain('This replaces the account ending in 6789');
  expect((await send({ ...IBAN })).to).toBe(`${payer.home}?notice=account_given`);
  expect(await payer.reads()).toContain('account (IBAN) ending in 2606');
  const taken = await payer.visitor.post(`${at}/take-back`, {}, payer.home);
  expect(taken.to).toBe(`${payer.home}?notice=account_taken_back`);
  expect(await payer.reads()).toContain('Give a bank account');
});

test('it is nobody else’s page', async () => {
  const other = await world.visitor('portal', '198.51.100.250');
  await other.signUp();
  expect((await other.get(at)).status).toBe(404);
  expect((await other.post(at, good, '/cases/new')).status).toBe(404);
  const wrong = at.replace(refundId, '0190a0a0-0000-7000-8000-000000000000');
  expect((await payer.visitor.get(wrong)).status).toBe(404);
});

test('in French it is said in French, without a key in sight', async () => {
  const { words } = await payer.visitor.get(`${at}?lang=fr`);
  expect(words).toContain('Sur quel compte vous rembourser');
  expect(words).not.toMatch(/refundAccount\./);
});

test('officers see where it stands and why it cannot be asked, never the number', async () => {
  const treasurer = await world.signedIn(['treasury']);
  const page = `/refunds/${refundId}`;
  expect((await treasurer.get(page)).words).toContain('The payer has not given one yet');
  await send();
  const shown = await treasurer.get(page);
  expect(shown.words).toMatch(/Account in the United States ending in 6789.*Nothing may be paid/);
  expect(shown.body).not.toContain(accountNumber);
  const again = await treasurer.post(`${page}/ask-account`, {}, page);
  expect(again.to).toBe(`${page}?notice=already_asked`);
  const early = await world.aBond().cancelled();
  const other = `/refunds/${await story.refundOf(early.bondId)}`;
  expect((await treasurer.get(other)).words).toContain('once a disbursement has failed');
});

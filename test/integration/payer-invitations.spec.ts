// A payer who is not the traveller: asked, taken on, changed back, and every link that must not work.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cases } from '#application';
import { Lapses, Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { SilentPayers } from '../../libs/bond-escrow/src/payer/silent-payers.service.ts';
import { somebody } from '../support/signed-in.ts';
import { OtherPayer, PAYER_NAME } from '../support/world/other-payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payers: OtherPayer;

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  payers = new OtherPayer(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const payerOf = async (bondId: string) =>
  (
    await world.one<{ payer: string; contact: string }>(
      `select payer_account_id as payer, payer_contact_point_id as contact from bond where id = $1`,
      bondId,
    )
  ).payer;
const invitationOf = (bondId: string) =>
  world.rows<{ state: string }>(
    'select state from payer_invitation where bond_id = $1 order by id',
    bondId,
  );
/** Nothing of it may change by something that is refused. */
const standing = async (bondId: string) => ({
  payer: await payerOf(bondId),
  invitations: await invitationOf(bondId),
});

test('who takes the bond on signs in their own name, pays, and is the one who is written to', async () => {
  const asked = await world.aBond().directed();
  const bond = await payers.held(asked);
  const { payer, applicant } = bond;
  expect(await payerOf(bond.bondId)).toBe(payer.accountId);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  const mails = await world.rows<{ template: string; account: string | null }>(
    `select m.template, p.account_id as account from mail m
     join contact_point p on p.id = m.contact_point_id
     where m.params->>'reference' = $1 order by m.id`,
    bond.reference,
  );
  expect(mails.slice(-4)).toEqual([
    { template: 'payer_asked', account: null },
    { template: 'payer_accepted', account: applicant.accountId },
    { template: 'payment_received', account: applicant.accountId },
    { template: 'payer_paid', account: payer.accountId },
  ]);
  const trail = await world.rows<{ action: string; actor: string }>(
    `select action, actor_id as actor from audit_entry
     where subject_id = $1 and action like 'bond.payer%' order by id`,
    bond.bondId,
  );
  expect(trail).toEqual([
    { action: 'bond.payer_asked', actor: applicant.accountId },
    { action: 'bond.payer_changed', actor: payer.accountId },
  ]);
  expect(await payers.takeBack(bond)).toMatchObject({ ok: false, code: 'wrong_state' });
});

test('nothing about people stands in the rows, nor the secret of the link', async () => {
  const bond = await payers.takenOn(await world.aBond().directed());
  const [row] = await world.rows('select * from payer_invitation where bond_id = $1', bond.bondId);
  const kept = Object.values(row!)
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join(' ');
  const secret = await world.payerSecret(bond.reference);
  for (const word of [bond.payer.email, 'Ada', 'Awa', 'Traor', secret]) {
    expect(kept).not.toContain(word);
  }
});

test('an applicant’s signature does not count for the payer who comes after', async () => {
  const signed = await world.aBond().signed();
  const taken = await payers.takenOn(signed);
  const as = { ...taken, applicant: taken.payer };
  expect(await world.startPosting(as)).toMatchObject({ ok: false, code: 'not_signed' });
  expect(await world.sign(as, 'Ada Example')).toMatchObject({ ok: false, code: 'name_differs' });
  mustBeOk(await world.sign(as, PAYER_NAME));
  expect(await world.startPosting(taken)).toMatchObject({
    ...{ ok: false, detail: { state: 'not_the_payer' } },
  });
  expect((await world.startPosting(as)).ok).toBe(true);
});

test('a link works once, for the account of the address that was asked, and not when tampered with', async () => {
  const bond = await world.aBond().directed();
  const payer = await payers.somebody();
  const secret = await payers.asked(bond, payer.email);
  const before = await standing(bond.bondId);
  const other = await payers.somebody();
  const tampered = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
  expect(await payers.accept(secret, other)).toEqual({ ok: false, code: 'other_address' });
  expect(await payers.accept(tampered, payer)).toEqual({ ok: false, code: 'unknown_link' });
  expect(await payers.accept('', payer)).toEqual({ ok: false, code: 'unknown_link' });
  expect(await payers.accept(secret, payer, '4242')).toMatchObject({ code: 'bad_name' });
  expect(await payers.accept(secret, bond.applicant)).toMatchObject({ code: 'other_address' });
  expect(await standing(bond.bondId)).toEqual(before);
  mustBeOk(await payers.accept(secret, payer));
  const taken = await standing(bond.bondId);
  for (const again of [payer, other]) {
    expect(await payers.accept(secret, again)).toMatchObject({ ok: false, code: 'used_link' });
  }
  expect(await payers.decline(secret)).toMatchObject({ ok: false, code: 'used_link' });
  expect(await standing(bond.bondId)).toEqual(taken);
});

test('a link that was taken back, declined or has run out opens nothing', async () => {
  const bond = await world.aBond().directed();
  const payer = await payers.somebody();
  const first = await payers.asked(bond, payer.email);
  mustBeOk(await payers.takeBack(bond));
  expect(await payers.accept(first, payer)).toMatchObject({ code: 'used_link' });
  const second = await payers.asked(bond, payer.email);
  mustBeOk(await payers.decline(second));
  expect(await payers.accept(second, payer)).toMatchObject({ code: 'used_link' });
  const third = await payers.asked(bond, payer.email);
  await world.rows(
    `update payer_invitation set asked_at = asked_at - interval '15 days',
       expires_at = expires_at - interval '15 days' where bond_id = $1 and state = 'sent'`,
    bond.bondId,
  );
  const before = await standing(bond.bondId);
  expect(await payers.accept(third, payer)).toMatchObject({ code: 'expired_link' });
  expect(await standing(bond.bondId)).toEqual(before);
  expect(await world.worker.get(SilentPayers).sweep()).toBe(1);
  expect((await invitationOf(bond.bondId)).at(-1)).toEqual({ state: 'expired' });
  expect(await payers.accept(third, payer)).toMatchObject({ code: 'expired_link' });
  expect(await world.mailsOf(bond.reference, '^payer')).toEqual([
    ...['payer_asked', 'payer_released', 'payer_asked', 'payer_declined'],
    ...['payer_asked', 'payer_declined'],
  ]);
  expect(await payerOf(bond.bondId)).toBe(bond.applicant.accountId);
});

test('the payer can be changed until money is on its way, by either side', async () => {
  const bond = await payers.takenOn(await world.aBond().directed());
  mustBeOk(await payers.takeBack(bond));
  expect(await payerOf(bond.bondId)).toBe(bond.applicant.accountId);
  const again = await payers.takenOn(bond, bond.payer);
  mustBeOk(await payers.stepBack(again, again.payer));
  expect(await payerOf(bond.bondId)).toBe(bond.applicant.accountId);
  const third = await payers.takenOn(bond);
  const as = { ...third, applicant: third.payer };
  mustBeOk(await world.sign(as, PAYER_NAME));
  mustBeOk(await world.startPosting(as));
  expect(await payers.takeBack(bond)).toMatchObject({ ok: false, code: 'money_on_its_way' });
  expect(await payers.stepBack(bond, third.payer)).toMatchObject({ code: 'money_on_its_way' });
  expect(await payerOf(bond.bondId)).toBe(third.payer.accountId);
  expect(await invitationOf(bond.bondId)).toEqual(
    ['ended', 'ended', 'accepted'].map((state) => ({ state })),
  );
});

test('whoever is asked twice, asks themselves, or asks for a bond that is over is refused', async () => {
  const bond = await world.aBond().directed();
  const payer = await payers.somebody();
  expect(await payers.ask(bond, 'nobody')).toMatchObject({ ok: false, code: 'bad_email' });
  const stranger = await somebody(world.db, 'applicant');
  const theirs = { bondId: bond.bondId, applicant: stranger };
  expect(await payers.ask(theirs, payer.email)).toMatchObject({ ok: false, code: 'wrong_state' });
  mustBeOk(await payers.ask(bond, payer.email));
  expect(await payers.ask(bond, payer.email)).toMatchObject({ code: 'asked_already' });
  const held = await world.aBond().held();
  expect(await payers.ask(held, payer.email)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await invitationOf(held.bondId)).toEqual([]);
  const own = await payers.takenOn(await world.aBond().directed());
  const asPayer = { bondId: own.bondId, applicant: own.payer };
  expect(await payers.ask(asPayer, payer.email)).toMatchObject({ code: 'wrong_state' });
});

test('a bond that an applicant pays after all ends the link without a word', async () => {
  const bond = await world.aBond().signed();
  const payer = await payers.somebody();
  const secret = await payers.asked(bond, payer.email);
  const { url } = mustBeOk(await world.startPosting(bond));
  expect(await payers.accept(secret, payer)).toMatchObject({ code: 'money_on_its_way' });
  await world.pay(url);
  await world.news();
  expect(await payers.accept(secret, payer)).toMatchObject({ code: 'wrong_state' });
  await world.worker.get(SilentPayers).sweep();
  expect(await invitationOf(bond.bondId)).toEqual([{ state: 'expired' }]);
  expect(await world.mailsOf(bond.reference, '^payer')).toEqual(['payer_asked']);
});

test('an applicant who takes the application back frees the payer, who is told', async () => {
  const bond = await payers.takenOn(await world.aBond().directed());
  await world.as(world.portal, bond.applicant.ctx, async (tx) => {
    const row = await world.portal.get(Cases).lock(tx, bond.caseId);
    mustBeOk(await world.portal.get(Withdrawals).withdraw(tx, row));
  });
  expect(await world.stateOf('bond', bond.bondId)).toBe('withdrawn');
  expect(await world.mailsOf(bond.reference, '^(payer|case_w)')).toEqual([
    ...['payer_asked', 'payer_accepted', 'case_withdrawn', 'payer_released'],
  ]);
});

test('a deadline that passes is told to both, and no link outlives it', async () => {
  const bond = await payers.takenOn(await world.aBond().directed());
  await world.rows(
    `update bond set post_by = app.legal_now() - interval '1 minute',
       directed_at = app.legal_now() - interval '30 days' where id = $1`,
    bond.bondId,
  );
  await world.worker.get(Lapses).sweep();
  expect(await world.stateOf('bond', bond.bondId)).toBe('lapsed');
  expect(await world.mailsOf(bond.reference, 'lapsed')).toEqual(['bond_lapsed', 'payer_lapsed']);
});

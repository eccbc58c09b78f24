// Before the way by which a payer paid closes, the payer is asked by mail for a bank account, once.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ClosingWayMails } from '#treasury';
import type { TestBond } from '../support/world/bonds.ts';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
// Each test alone has money that waits.
beforeEach(() => world.rows('update payment set refundable_until = null, card_expires_on = null'));
afterAll(async () => expect(await world.stop()).toEqual([]));

const sweep = () => world.worker.get(ClosingWayMails).sweep();
const TEMPLATES = 'closes|expires';
const mailsOf = ({ reference }: { readonly reference: string }) =>
  world.mailsOf(reference, TEMPLATES);
const toldOf = ({ bondId }: TestBond) =>
  world.rows(
    `select t.closes_on - app.legal_now()::date as days, t.told_at <= app.legal_now() as told
     from closing_way_told t join payment p on p.id = t.payment_id where p.bond_id = $1
     order by 1 desc`,
    bondId,
  );
const closesIn = (bond: TestBond, days: number) =>
  world.rows(
    `update payment set refundable_until = app.legal_now()::date + $2::int where bond_id = $1`,
    bond.bondId,
    days,
  );

test('a payer by bank is told thirty days before, once, and again of another last day', async () => {
  const bond = await world.aBond().heldByTransfer();
  await closesIn(bond, 31);
  expect(await sweep()).toBe(0);
  await closesIn(bond, 30);
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect(await mailsOf(bond)).toEqual(['bank_way_closes']);
  expect(await toldOf(bond)).toEqual([{ days: 30, told: true }]);
  const { params, contact } = await world.one<{ params: Record<string, string>; contact: string }>(
    `select m.params, m.contact_point_id as contact from mail m
     where m.template = 'bank_way_closes' and m.params ->> 'reference' = $1`,
    bond.reference,
  );
  const { on, payer } = await world.one<{ on: string; payer: string }>(
    `select refundable_until::text as on, payer_contact_point_id as payer
     from payment p join bond b on b.id = p.bond_id where b.id = $1`,
    bond.bondId,
  );
  expect(contact).toBe(payer);
  expect(params).toMatchObject({ reference: bond.reference, lastDay: on });
  expect(
    await world.rows(
      `select details ->> 'on' as on from audit_entry
       where subject_id = $1 and action = 'bond.payer_told_way_closes'`,
      bond.bondId,
    ),
  ).toEqual([{ on }]);
  await closesIn(bond, 20);
  expect(await sweep()).toBe(1);
  expect(await mailsOf(bond)).toEqual(['bank_way_closes', 'bank_way_closes']);
});

test('the treasury reads on which day the payer was asked', async () => {
  const bond = await world.aBond().heldByTransfer();
  await closesIn(bond, 30);
  const treasurer = await world.signedIn(['treasury']);
  const page = async () => (await treasurer.get('/treasury/deadlines')).words;
  expect(await page()).not.toContain('Email sent to the payer');
  await sweep();
  const { day } = await world.one<{ day: string }>(
    `select to_char(app.legal_now() at time zone 'UTC', 'FMDD FMMonth YYYY') as day`,
  );
  expect(await page()).toContain(`Email sent to the payer on ${day}`);
});

test('two workers at once tell a payer once', async () => {
  const bond = await world.aBond().heldByTransfer();
  await closesIn(bond, 10);
  const told = await Promise.all([sweep(), sweep()]);
  expect(told.reduce((a, b) => a + b)).toBe(1);
  expect(await mailsOf(bond)).toEqual(['bank_way_closes']);
});

test('what goes back in time is told of in its last two weeks alone: plans change', async () => {
  const bond = await world.aBond().heldByTransfer();
  await world.issueVisa(bond);
  await closesIn(bond, 20);
  const endsBefore = (days: number) =>
    world.rows(
      `update visa set valid_until = app.legal_now()::date + 20 - $2::int where case_id = $1`,
      bond.caseId,
      days,
    );
  await endsBefore(14);
  expect(await sweep()).toBe(0);
  await endsBefore(13);
  expect(await sweep()).toBe(1);
  await endsBefore(15);
  await closesIn(bond, 14);
  expect(await sweep()).toBe(1);
});

test('a card that expires is told as one, and the page lets its payer give an account', async () => {
  const payer = await Payer.held(world);
  // However long the month is, its last day is near enough.
  await world.rows(
    `update payment p set card_expires_on =
       (date_trunc('month', app.legal_now()) + interval '1 month')::date - 1
     from bond b where b.id = p.bond_id and b.case_id = $1`,
    payer.caseId,
  );
  expect(await sweep()).toBe(1);
  expect(await mailsOf(payer)).toEqual(['card_expires_soon']);
  expect(await payer.reads()).toContain(
    'Give a bank account, in case the refund cannot go back the way you paid',
  );
});

test('who has given an account, whose money has gone or is on its way, and what closed is left alone', async () => {
  const [given, over, back] = [
    await world.aBond().heldByTransfer(),
    await world.aBond().heldByTransfer(),
    await world.aBond().withVisa(),
  ];
  await world.rows(
    `insert into fallback_account (id, bond_id, payer_account_id, kind, last_four, sealed, given_at)
     select gen_random_uuid(), id, payer_account_id, 'iban', '1234', '\\x00', app.legal_now()
     from bond where id = $1`,
    given.bondId,
  );
  await world.crossed(world.record('admitted', back), world.record('departed', back));
  for (const [bond, days] of [
    [given, 10],
    [over, -1],
    [back, 10],
  ] as const)
    await closesIn(bond, days);
  expect(await sweep()).toBe(0);
  expect([await mailsOf(given), await mailsOf(over), await mailsOf(back)]).toEqual([[], [], []]);
});

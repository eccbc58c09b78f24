// What did not count towards a bond: its reason is kept, its payer is told, officers see it.
import { BondDeskQueries, isSurplus, notForBond, SuspenseQueries } from '#bond-escrow';
import { money } from '#kernel';
import { languages } from '#notification';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Lapses } from '#bond-escrow';
import { renderMail } from '../../libs/notification/src/domain/render.ts';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

const WHOLE = Number(DEFAULT_TIER);
const SITES = { portal: 'https://portal.example', officer: 'https://officer.example' };

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const sessionOf = async ({ bondId }: TestBond) =>
  (
    await world.rows<{ id: string; session: string }>(
      'select id, session_id as session from payment where bond_id = $1',
      bondId,
    )
  )[0]!;
const mailsOf = async ({ reference }: TestBond) =>
  (
    await world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 and template like 'payment%'`,
      reference,
    )
  ).map((m) => m.template);
/** As the payer's own page reads it. */
const shownTo = ({ applicant, bondId }: TestBond) =>
  world.as(world.portal, applicant.ctx, (tx) =>
    world.portal.get(SuspenseQueries).ofBond(tx, bondId),
  );
const onDesk = async (bond: TestBond) =>
  (await world.byRule((tx) => world.worker.get(BondDeskQueries).suspense(tx))).rows
    .filter((row) => row.bondId === bond.bondId)
    .map(({ why, reference, held }) => ({ why, reference, held }));
/** Money that came by the open session of the bond, whatever that had asked for. */
async function arrives(bond: TestBond, amount: number, currency = 'usd'): Promise<void> {
  await world.control('payment_intents', {
    ...{ amount, currency, session: (await sessionOf(bond)).session },
  });
  await world.news();
}

test('short money: kept whole, with its reason, and the payer hears that the bond is still to pay', async () => {
  const bond = await world.aBond().opened();
  await arrives(bond, 999_999);
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  expect(await mailsOf(bond)).toEqual(['payment_short']);
  const held = money(999_999n, 'USD');
  expect(await shownTo(bond)).toMatchObject([{ why: 'not_in_full', received: held, amount: held }]);
  expect(await onDesk(bond)).toEqual([{ why: 'not_in_full', reference: bond.reference, held }]);
});

test('money in another currency is told apart from short money', async () => {
  const bond = await world.aBond().opened();
  await arrives(bond, WHOLE, 'eur');
  expect(await mailsOf(bond)).toEqual(['payment_other_currency']);
  expect(await shownTo(bond)).toMatchObject([
    { why: 'other_currency', received: money(DEFAULT_TIER, 'EUR') },
  ]);
});

test('late money is told to have come too late', async () => {
  const bond = await world.aBond().opened();
  await world.pass({ days: 2 });
  await world.news();
  await world.rows(
    `update bond set post_by = directed_at + interval '1 day' where id = $1`,
    bond.bondId,
  );
  expect(await world.worker.get(Lapses).sweep()).toBe(1);
  await arrives(bond, WHOLE);
  expect(await mailsOf(bond)).toEqual(['payment_late']);
  expect(await onDesk(bond)).toMatchObject([{ why: 'bond_over', reference: bond.reference }]);
});

test('of more than the bond asks, only what is too much is said not to count', async () => {
  const bond = await world.aBond().opened();
  await arrives(bond, WHOLE + 5);
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect((await mailsOf(bond)).sort()).toEqual(['payment_received', 'payment_surplus']);
  expect(await shownTo(bond)).toMatchObject([
    {
      why: 'more_than_asked',
      received: money(DEFAULT_TIER + 5n, 'USD'),
      amount: money(5n, 'USD'),
    },
  ]);
});

test('stray money that names a bond is shown to its payer, and the desk knows the case', async () => {
  const bond = await world.aBond().opened();
  const { id } = await sessionOf(bond);
  await world.control('payment_intents', {
    ...{ amount: 700, currency: 'usd', metadata: { payment_id: id } },
  });
  await world.news();
  expect(await mailsOf(bond)).toEqual(['payment_set_aside']);
  expect(await shownTo(bond)).toMatchObject([{ why: 'unknown_payment' }]);
  expect(await onDesk(bond)).toMatchObject([{ why: 'unknown_payment', reference: bond.reference }]);
});

test('told once, however often the news comes, and to nobody else', async () => {
  const bond = await world.aBond().opened();
  await arrives(bond, 1_000);
  await world.rows(
    `update processor_event set state = 'received', processed_at = null, attempts = 0,
       next_attempt_at = clock_timestamp()`,
  );
  await world.news();
  expect(await mailsOf(bond)).toEqual(['payment_short']);
  const other = await world.aBond().opened();
  expect(
    await world.as(world.portal, other.applicant.ctx, (tx) =>
      world.portal.get(SuspenseQueries).ofBond(tx, bond.bondId),
    ),
  ).toEqual([]);
});

test('the database knows the same reasons', async () => {
  const [check] = await world.rows<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'suspense_entry_why'`,
  );
  const known = [...check!.text.matchAll(/'(\w+)'/g)].map((m) => m[1]);
  expect(known.sort()).toEqual([...notForBond].sort());
});

test('a mail says that money is on its way back only where a rule returns it', () => {
  const says = (template: 'payment_short' | 'payment_late' | 'payment_surplus') =>
    languages.map((l) => renderMail(template, l, { reference: 'VB-7K3M-9Q2X' }, SITES).text);
  for (const text of says('payment_surplus'))
    expect(text).toMatch(/is being refunded|en cours de remboursement/);
  for (const text of [...says('payment_short'), ...says('payment_late')]) {
    expect(text).toMatch(/A treasury officer will decide|La trésorerie décidera/);
  }
  expect(notForBond.filter(isSurplus)).toEqual([
    ...['bond_has_enough', 'more_than_asked', 'not_used'],
  ]);
});

// The bank's statements against the books: what finds its other half, what becomes a line of the queue,
// and what ends it.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Somebody } from '../support/signed-in.ts';
import { Bank } from '../support/world/bank.ts';
import { World } from '../support/world/world.ts';

let world: World;
let bank: Bank;
let ama: Somebody;
let boubacar: Somebody;
beforeAll(async () => {
  world = await World.start();
  [ama, boubacar] = await world.treasury();
  bank = new Bank(world, ama);
}, 60_000);
afterEach(async () => expect(await bank.compares()).toEqual([]));
afterAll(async () => expect(await world.stop()).toEqual([]));

const last = async (nr = 1) => (await bank.matched()).slice(-nr);
const escrow = async () =>
  (
    await world.one<{ sum: string }>(
      `select coalesce(sum(balance), 0) as sum from ledger.balance where account = 'bank:escrow'`,
    )
  ).sum;
const lineOf = (kind: string) =>
  world.one<{ id: string; state: string }>(
    'select id, state from money_difference where kind = $1 order by id desc limit 1',
    kind,
  );
const booked = async () =>
  (await world.one<{ n: number }>('select count(*)::int as n from ledger.transfer')).n;

test('the first statement begins with what lay there before', async () => {
  await bank.says();
  expect(await bank.compares()).toEqual([]);
  expect(await escrow()).toBe('0');
});

test('a payout by schedule is found by its amount, and nothing is booked', async () => {
  const amount = await bank.payout();
  await bank.says({ amount, reference: 'P-1' });
  const before = await booked();
  expect(await bank.compares()).toEqual([]);
  expect(await last()).toEqual([expect.stringMatching(/^\d+ amount payout$/)]);
  expect(await booked()).toBe(before);
});

test('an entry waits a day, is a line after that, and its other half closes it', async () => {
  const amount = await bank.payout();
  await bank.says({ amount });
  await bank.compares();
  // Another one arrives before the books have it.
  await bank.says({ amount: '123.45', text: 'po_early1 payout' });
  expect(await bank.compares()).toEqual([]);
  await world.pass({ days: 2 });
  expect(await bank.compares()).toEqual(['payout bank_only 12345']);
  expect(await bank.compares()).toEqual(['payout bank_only 12345']);
  const { id } = await lineOf('bank_only');
  expect(await bank.queue.by(ama, 'propose', id)).toMatchObject({ code: 'wrong_remedy' });
  expect(await bank.queue.by(ama, 'ask', id)).toMatchObject({ code: 'wrong_remedy' });
  await world.rows(
    `with m as (insert into processor_movement (id, category, source_id, object_id, amount_minor,
       fee_minor, currency, is_automatic, created_at, available_on)
     values ('txn_early1', 'payout', 'po_early1', 'po_early1', -12345, 0, 'USD', true,
       app.legal_now(), app.legal_now()) returning *)
     update movement_total t set net_minor = t.net_minor + m.amount_minor,
       movements = t.movements + 1 from m`,
  );
  await bank.queue.compares();
  expect(await bank.compares()).toEqual([]);
  expect(await lineOf('bank_only')).toMatchObject({ id, state: 'closed' });
  expect(await last()).toEqual(['12345 name payout']);
});

test.each([
  ['-12.50', 'drawn'],
  ['700.00', 'funded'],
] as const)(
  'what is the operator’s own, %s, is booked by two people as %s',
  async (amount, code) => {
    const before = BigInt(await escrow());
    const minor = BigInt(amount.replace('.', ''));
    await bank.says({ amount, text: 'Account charges' });
    await bank.compares();
    await world.pass({ days: 2 });
    expect(await bank.compares()).toEqual([`bank_entry bank_only ${minor}`]);
    const { id } = await lineOf('bank_only');
    expect(await bank.queue.by(ama, 'confirm', id)).toMatchObject({ code: 'wrong_state' });
    await bank.queue.must(ama, 'propose', id);
    expect(await bank.queue.by(ama, 'confirm', id)).toMatchObject({ code: 'same_person' });
    expect(BigInt(await escrow())).toBe(before);
    await bank.queue.must(boubacar, 'confirm', id);
    await bank.queue.settles(id);
    await bank.queue.settles(id);
    expect(await bank.compares()).toEqual([]);
    expect(await last()).toEqual([`${minor} booked ${code}`]);
    expect(BigInt(await escrow())).toBe(before + minor);
    expect(await lineOf('bank_only')).toMatchObject({ id, state: 'closed' });
    // The row that was booked is news of the books as well, and no line.
    expect(await world.rows(`select from bank_open where side = 'books'`)).toEqual([]);
  },
);

test('what the books have and no statement shows a week later is a line until one does', async () => {
  const amount = await bank.payout();
  await world.pass({ days: 6 });
  await bank.says();
  expect(await bank.compares()).toEqual([]);
  await world.pass({ days: 8 });
  // Nothing covers these days yet.
  expect(await bank.compares()).toEqual([]);
  await bank.says();
  expect(await bank.compares()).toEqual([`payout not_at_bank ${BigInt(amount.replace('.', ''))}`]);
  const { id } = await lineOf('not_at_bank');
  expect(await bank.queue.by(ama, 'propose', id)).toMatchObject({ code: 'wrong_remedy' });
  await bank.queue.must(ama, 'take', id);
  const { objectId } = await world.one<{ objectId: string }>(
    `select processor_movement.object_id as "objectId" from processor_movement
     where category = 'payout' and object_id like 'po\\_%' order by created_at desc limit 1`,
  );
  await bank.says({ amount, text: `Late ${objectId}` });
  expect(await bank.compares()).toEqual([]);
  expect(await lineOf('not_at_bank')).toMatchObject({ id, state: 'closed' });
});

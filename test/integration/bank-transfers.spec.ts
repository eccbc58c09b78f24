// Refunds that go by bank, on the bank's statement: found by our name for them, never by their amount.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { notification } from '../support/bank-files.ts';
import { Bank } from '../support/world/bank.ts';
import { RescueStory } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let bank: Bank;
let story: RescueStory;
/** Each in a file of its own. */
const sent: { readonly transfer: string; readonly fileId: string }[] = [];
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
  bank = new Bank(world, story.ama);
  for (let nr = 0; nr < 4; nr++) sent.push(await story.sent());
  await bank.says();
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const last = async () => (await bank.matched()).at(-1);
const lineOf = (kind: string) =>
  world.one<{ id: string; state: string }>(
    'select id, state from money_difference where kind = $1 order by id desc limit 1',
    kind,
  );

test('a refund by bank, paid and come back, is found by its name alone', async () => {
  const { transfer } = sent[0]!;
  expect(await story.answered(notification('DBIT', { id: transfer }))).toEqual(['applied']);
  await bank.says({ amount: '-10000.00', payment: transfer });
  expect(await bank.compares()).toEqual([]);
  expect(await last()).toBe('-1000000 name refund');
  const back = notification('CRDT', { id: transfer, reason: 'AC04' });
  expect(await story.answered(back)).toEqual(['applied']);
  await bank.says({ amount: '10000.00', payment: transfer });
  expect(await bank.compares()).toEqual([]);
  expect(await last()).toBe('1000000 name bounced');
});

test('a file of payments that the bank books as one sum', async () => {
  const { transfer, fileId } = sent[1]!;
  await story.answered(notification('DBIT', { id: transfer }));
  await bank.says({ amount: '-10000.00', file: fileId });
  expect(await bank.compares()).toEqual([]);
  expect(await last()).toBe('-1000000 file refund');
});

test('a payment that the bank shows and did not tell: a line until its notice is read', async () => {
  const { transfer } = sent[2]!;
  await bank.says({ amount: '-10000.00', payment: transfer });
  await world.daysLater(2);
  expect(await bank.compares()).toEqual(['bank_transfer bank_only -1000000']);
  const { id } = await lineOf('bank_only');
  expect(await bank.queue.by(story.ama, 'propose', id)).toMatchObject({ code: 'wrong_remedy' });
  await story.answered(notification('DBIT', { id: transfer }));
  expect(await bank.compares()).toEqual([]);
  expect(await lineOf('bank_only')).toMatchObject({ id, state: 'closed' });
});

test('the same amount under no name of ours is another entry, and stays a line', async () => {
  const { transfer } = sent[3]!;
  await story.answered(notification('DBIT', { id: transfer }));
  await bank.says({ amount: '-10000.00', text: 'Somebody else' });
  await world.daysLater(2);
  expect(await bank.compares()).toEqual(['bank_entry bank_only -1000000']);
  await bank.says({ amount: '-10000.00', payment: transfer }, { amount: '10000.00' });
  expect(await bank.compares()).toEqual(['bank_entry bank_only -1000000']);
  expect((await bank.matched()).slice(-3)).toEqual([
    ...['-1000000 open', '-1000000 name refund', '1000000 open'],
  ]);
});

// The treasury’s pages of the books and the processor: three figures beside each other, the queue, and one
// difference with both sides, what can be done and what it causes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventInbox } from '#processor';
import { BalanceAsking } from '#treasury';
import { oracleWatch } from '../support/oracle-watch.ts';
import { Reconciliation } from '../support/world/reconciliation.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: Reconciliation;
let awa: Visitor;
let bakary: Visitor;
let reader: Visitor;
beforeAll(async () => {
  world = await World.start();
  story = new Reconciliation(world);
  awa = await world.signedIn(['treasury']);
  bakary = await world.signedIn(['treasury'], 'Bakary Diallo');
  reader = await world.signedIn(['auditor'], 'Fanta Traoré');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const words = async (path: string, who = awa) => (await who.get(path)).words;

/** Everything is read and added up as it is now. */
async function readAgain(): Promise<void> {
  await story.compares();
  await world.rows(`set session_replication_role = replica;
    update processor_balance set told_at = told_at - interval '61 minutes';
    set session_replication_role = origin`);
  await world.worker.get(BalanceAsking).sweep();
  expect(await oracleWatch((token) => world.worker.get(token)).pass()).toEqual([]);
}

async function aLostPayment(): Promise<string> {
  const bond = await world.aBond().opened();
  await world.pay(bond.url);
  await world.later();
  await world.worker.get(EventInbox).listFromProcessor();
  await world.rows(`delete from processor_event where state = 'received'`);
  await story.compares();
  const { id } = await world.one<{ id: string }>(
    `select id from money_difference where state = 'open'`,
  );
  return id;
}

test('before anything is known the pages say so', async () => {
  expect(await words('/reconciliation')).toContain('Nothing to compare yet');
  expect(await words('/differences')).toContain('No differences');
  for (const path of ['/reconciliation', '/differences', '/liquidity']) {
    expect((await awa.get(path)).body).toMatch(/href="\/treasury"[^>]*aria-current/);
  }
});

test('the three ways agree, with a refund under way and a payer’s own cash', async () => {
  await world.aBond().heldByTransfer(70_000);
  const waiting = await world.aBond().cancelled('refundLater');
  await world.later();
  await world.news();
  await world.send(waiting.disbursementId);
  await world.news();
  await readAgain();
  const shown = await words('/reconciliation');
  expect(shown).toContain('All three agree');
  expect(shown).toContain('Less money there in payers’ own names -$700');
  expect(shown).toContain('Refunds the processor has taken and not completed -$10,000');
  expect(shown).not.toContain('Not explained');
  expect(await words('/reconciliation?lang=fr')).toContain('Concordance');
  await awa.get('/reconciliation?lang=en');
});

test('a lost payment: on the desk, in the queue, and one press books it', async () => {
  const id = await aLostPayment();
  await readAgain();
  expect(await words('/')).toContain('Differences 1');
  const summary = await words('/reconciliation');
  expect(summary).toContain('Differences to settle');
  expect(summary).toContain('1 difference explains everything');
  expect(await words('/differences')).toMatch(/\$9,709\.70 Payment Missing from the books/);
  const page = await words(`/differences/${id}`);
  expect(page).toContain('The processor lists this. Our books have nothing of it.');
  expect(page).toContain('If it was paid, it is booked with its fee');
  expect(await words(`/differences/${id}`, reader)).toContain('The treasury settles differences');
  expect((await reader.post(`/differences/${id}/ask`)).status).toBe(403);
  await awa.post(`/differences/${id}/take`);
  expect(await words('/differences', bakary)).toContain('Awa Keita');
  const pressed = await awa.post(`/differences/${id}/ask`);
  expect(pressed.to).toBe(`/differences/${id}?notice=ask`);
  expect(await words(pressed.to!)).toContain('The processor is being asked');
  const again = await bakary.post(`/differences/${id}/ask`);
  expect(await words(again.to!, bakary)).toContain('Somebody has acted on this meanwhile');
  await story.settles(id);
  await story.comparesAgain();
  expect(await words(`/differences/${id}`)).toContain('Both sides agree');
  expect(await words('/differences')).toContain('No differences');
  expect(await words('/differences?show=all')).toContain('Settled');
});

test('a payout by hand: one proposes, another sees what it books and confirms', async () => {
  await world.pass({ days: 3 });
  const po = await world.stripe<{ id: string }>('payouts', 'POST', {
    ...{ amount: '100000', currency: 'usd' },
  });
  await world.news();
  await story.compares();
  const { id } = await story.of(po.id);
  const before = await words(`/differences/${id}`);
  expect(before).toContain('$1,000 leave the account at the processor for our bank account');
  await awa.post(`/differences/${id}/propose`);
  expect(await words(`/differences/${id}`)).toContain(
    'A second person in the treasury must confirm',
  );
  const own = await awa.post(`/differences/${id}/confirm`);
  expect(await words(own.to!)).toContain('Somebody else must confirm it');
  expect(await words('/')).not.toContain('Differences 1');
  expect(await words('/', bakary)).toContain('Differences 1');
  const other = await words(`/differences/${id}`, bakary);
  expect(other).toContain('$1,000 leave the account at the processor for our bank account');
  await bakary.post(`/differences/${id}/confirm`);
  await story.settles(id);
  await readAgain();
  expect(await words('/reconciliation')).toContain('All three agree');
});

test('what is not there is not found', async () => {
  const path = '/differences/00000000-0000-7000-8000-000000000000';
  expect((await awa.get(path)).status).toBe(404);
  expect((await awa.post(`${path}/ask`)).status).toBe(404);
});

// Money that did not count towards a bond, as its payer and the treasury read of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Settling } from '#refund';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let treasury: Visitor;
let secondPerson: Visitor;

beforeAll(async () => {
  world = await World.start();
  treasury = await world.signedIn(['treasury'], 'Treasury');
  secondPerson = await world.signedIn(['treasury'], 'Second person');
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** Somebody on the processor's page. */
async function paying() {
  const payer = await Payer.signed(world);
  const payUrl = await payer.opensPayment();
  const { session, paymentId } = await world.one<{ session: string; paymentId: string }>(
    `select p.session_id as session, p.id as "paymentId" from payment p join bond b on b.id = p.bond_id
     where b.case_id = $1`,
    payer.caseId,
  );
  const { visitor, reference } = payer;
  return { visitor, reference, session, paymentId, payUrl };
}

async function arrives(
  { session }: { session: string },
  amount: number,
  currency = 'usd',
): Promise<void> {
  await world.control('payment_intents', { amount, currency, session });
  await world.news();
}

test('short money: what arrived, why it does not count, what happens, and what is still to pay', async () => {
  const payer = await paying();
  await arrives(payer, 999_950);
  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toMatch(
    /Money that did not count towards the bond \$9,999\.50 arrived on \d+ \w+ \d{4}/,
  );
  expect(page.words).toContain('It is less than the bond of $10,000.');
  expect(page.words).toContain('A treasury officer will decide how to return it');
  expect(page.words).toMatch(
    /still need to pay the bond: \$10,000 in one payment, .* by \d+ \w+ \d{4}/,
  );
  expect(page.words).not.toContain('Receipt number');
  const french = await payer.visitor.get(`/cases/${payer.reference}?lang=fr`);
  expect(french.words).toMatch(/9 999,50 \S+ reçus le \d+(?:er)? \p{L}+ \d{4}/u);
  expect(french.words).toContain('Il vous reste à verser la caution : 10 000');

  const list = await treasury.get('/suspense');
  expect(list.body).toContain('Short: less than the bond');
  expect(list.body).toContain(payer.reference);
});

test('more than the bond asks: the bond is held, and the rest is said to be on its way', async () => {
  const payer = await paying();
  await arrives(payer, 1_000_500);
  const { words } = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(words).toContain('The bond is $10,000. The other $5 is extra.');
  expect(words).toContain('The extra money is refunded automatically');
  expect(words).toContain('Other money that goes back to you');
  expect(words).not.toContain('still need to pay');
});

test('money by another page after the bond was posted is not its receipt', async () => {
  const payer = await paying();
  await world.pay(payer.payUrl);
  await world.news();
  const before = await payer.visitor.get(`/cases/${payer.reference}`);
  const receipt = /Receipt number (pi_\w+)/.exec(before.words)?.[1];
  expect(receipt).toBeDefined();
  await world.control('payment_intents', {
    ...{ amount: 700, currency: 'usd', metadata: { payment_id: payer.paymentId } },
  });
  await world.news();
  const after = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(after.words).toContain(`Receipt number ${receipt}`);
  expect(after.words).toContain('$7 arrived on');
});

test('a case to which all money counted says nothing of the kind', async () => {
  const payer = await paying();
  await world.pay(payer.payUrl);
  await world.news();
  const { words } = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(words).not.toContain('did not count');
});

test('money that came back after a reversal was settled: its payer reads so, and so does the treasury', async () => {
  const payer = await paying();
  await arrives(payer, 1_000_000);
  const { pi } = await world.one<{ pi: string }>(
    'select processor_payment_id as pi from payment where id = $1',
    payer.paymentId,
  );
  const refund = await world.stripe<{ id: string }>('refunds', 'POST', { payment_intent: pi });
  await world.news();
  const { id } = await world.one<{ id: string }>(
    'select id from reversal where processor_object = $1',
    refund.id,
  );
  const path = `/reversals/${id}`;
  await treasury.post(`${path}/propose`, { outcome: 'post_again' }, path);
  await secondPerson.post(`${path}/approve`, {}, path);
  await world.worker.get(Settling).settle(id);
  await world.control(`refunds/${refund.id}/fail`, {});
  await world.news();

  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toMatch(/\$10,000 arrived on \d+ \w+ \d{4}/);
  expect(page.words).toContain('It had been returned to you outside this portal');
  expect(page.words).toContain('A treasury officer will decide how to return it');
  const { template } = await world.one<{ template: string }>(
    `select template from mail where params->>'reference' = $1 order by id desc limit 1`,
    payer.reference,
  );
  expect(template).toBe('payment_came_back');
  const list = await treasury.get('/suspense');
  expect(list.body).toContain('Came back after a reversal was settled');
  expect(list.body).toContain(payer.reference);
  expect((await treasury.get(path)).body).toContain('It is in suspense and owed to the payer');
});

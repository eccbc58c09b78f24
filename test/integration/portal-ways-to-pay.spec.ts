// Ways to pay, and payments that take days, as their payer and an officer read of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OpenSessions } from '#bond-escrow';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const paymentOf = ({ caseId }: Payer) =>
  world.one<{ id: string; pi: string; customer: string; url: string }>(
    `select p.id, p.processor_payment_id as pi, p.processor_customer_id as customer,
       p.transfer_url as url
     from payment p join bond b on b.id = p.bond_id where b.case_id = $1 order by p.id desc limit 1`,
    caseId,
  );
const lastMail = async (payer: Payer) => (await world.mailsOf(payer.reference)).at(-1);

test('each way is told before it is chosen, in both languages, and none is chosen for anybody', async () => {
  const payer = await Payer.signed(world);
  const { words } = await payer.visitor.get(`${payer.bond}/pay`);
  expect(words).toContain('The bond is $10,000. All of it must be paid by');
  expect(words).toContain('Many cards have a lower limit than this amount');
  expect(words).toContain('up to 4 business days to answer');
  expect(words).toContain('Money that arrives late, or is too much, goes back to you.');
  expect(words).toContain('for 180 days');
  const french = (await payer.visitor.get(`${payer.bond}/pay?lang=fr`)).words;
  expect(french).toContain('Le plafond de nombreuses cartes est inférieur à ce montant');
  await payer.visitor.get(`${payer.bond}/pay?lang=en`);
  const before = (await world.calls()).length;
  for (const way of ['', 'cash', 'customer_balance']) {
    const answer = await payer.visitor.post(`${payer.bond}/pay`, { way });
    expect([answer.status, answer.words]).toEqual([
      422,
      expect.stringContaining('Select how you want to pay'),
    ]);
  }
  expect((await world.calls()).slice(before)).toEqual([]);
});

test('a debit: its days, its refusal with the bank’s reason, and another try', async () => {
  const payer = await Payer.signed(world);
  await world.paysByDebit(await payer.opensPayment('bank_debit'), 'bankShort');
  await world.news();
  expect(await payer.reads('/bond/paid')).toContain('Your bank is dealing with your payment');
  expect(await payer.reads()).toContain(
    'Your bank is dealing with your payment. Who needs to act This service and your bank',
  );
  // Pressed again, by whatever way: nothing is begun.
  expect((await payer.pressesPay('card')).to).toBe(`${payer.bond}/paid`);
  await world.control(`payment_intents/${(await paymentOf(payer)).pi}/settle`, {});
  await world.news();
  expect(await lastMail(payer)).toBe('payment_failed');
  const page = await payer.reads();
  expect(page).toContain('Your payment was declined The bank’s reason: there is not enough money');
  expect(page).toContain('You have not been charged.');
  expect((await payer.pressesPay('card')).to).toContain(world.emulator.url);
});

test('a transfer: where to send it, what has arrived, and what an officer sees of it', async () => {
  const payer = await Payer.signed(world);
  await world.choosesTransfer(await payer.opensPayment('bank_transfer'));
  await world.news();
  const { url, customer } = await paymentOf(payer);
  const awaited = await payer.visitor.get(`${payer.bond}/paid`);
  expect(awaited.words).toContain('Nothing has arrived yet. Send $10,000 from your bank');
  expect(awaited.body).toContain(`href="${url}"`);
  expect((await payer.pressesPay('bank_transfer')).to).toContain(`${payer.bond}/paid`);

  await world.sends(customer, 400_000);
  await world.news();
  expect(await lastMail(payer)).toBe('payment_in_part');
  expect(await payer.reads('/bond/paid')).toContain(
    '$4,000 of $10,000 has arrived. Send the other $6,000 to the same account.',
  );
  expect(await payer.reads()).toContain('Part of your bank transfer has arrived.');
  const officer = await world.signedIn(['officer'], 'Reads money');
  const theCase = await officer.get(`/cases/${payer.reference}`);
  expect(theCase.words).toContain('Partly paid $4,000 has arrived Bank transfer $10,000');

  await world.sends(customer, 600_000);
  await world.news();
  expect(await payer.reads()).toMatch(/Payment \$10,000 by bank transfer, received on/);
});

test('a part that nobody completes goes back, and its payer reads how', async () => {
  const payer = await Payer.signed(world);
  await world.choosesTransfer(await payer.opensPayment('bank_transfer'));
  await world.news();
  const { id, customer } = await paymentOf(payer);
  await world.sends(customer, 300_000);
  await world.news();
  await world.worker.get(OpenSessions).expire(id);
  await world.news();
  expect(await lastMail(payer)).toBe('payment_not_used');
  const page = await payer.reads();
  expect(page).toContain('It came by a bank transfer that was already over');
  expect(page).toContain('asks you by email which bank account it should go to');
  expect(page).toContain('Other money that goes back to you $3,000 will be refunded');
});

// Paying a bond and getting it back, as its payer sees it on the pages.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Payer } from '../support/world/payer.ts';
import { startSite, Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);

afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const paymentsOf = ({ caseId }: Payer) =>
  world.rows<{ state: string; return_url: string; cancel_url: string }>(
    `select p.state, p.return_url, p.cancel_url from payment p join bond b on b.id = p.bond_id
     where b.case_id = $1 order by p.id`,
    caseId,
  );

test('whoever has not signed does not pay', async () => {
  const payer = await Payer.directed(world);
  const token = await payer.visitor.post(
    `${payer.bond}/pay`,
    { way: 'card' },
    `${payer.bond}/undertaking`,
  );
  expect(token.to).toBe(`${payer.home}?notice=sign_first`);
  expect((await payer.visitor.get(token.to!)).words).toContain(
    'Sign the undertaking before you pay.',
  );
  expect(await paymentsOf(payer)).toEqual([]);
});

test('paying leads to the processor and back; held is what the processor says', async () => {
  const payer = await Payer.signed(world);
  const sent = await payer.pressesPay();
  expect(sent.status).toBe(303);
  expect(new URL(sent.to!).origin).toBe(new URL(world.emulator.url).origin);
  const home = `http://localhost:3000${payer.bond}`;
  expect(await paymentsOf(payer)).toEqual([
    { state: 'awaiting_payer', return_url: `${home}/paid`, cancel_url: `${home}/not-paid` },
  ]);
  // Pressed again: the same page of the processor, no second payment.
  expect((await payer.pressesPay()).to).toBe(sent.to);
  expect(await paymentsOf(payer)).toHaveLength(1);

  const back = await payer.visitor.get(`${payer.bond}/not-paid`);
  expect(back.words).toContain(
    'You have not paid You left the payment page. You have not been charged.',
  );
  expect(back.body).toContain(`href="${payer.bond}/pay"`);

  await world.pay(sent.to!);
  const waiting = await payer.visitor.get(`${payer.bond}/paid`);
  expect(waiting.words).toContain('We are waiting for confirmation of your payment');
  expect(waiting.headers.refresh).toBe(`3; url=${payer.bond}/paid?look=1`);
  const last = await payer.visitor.get(`${payer.bond}/paid?look=40`);
  expect([last.headers.refresh, last.words]).toEqual([
    undefined,
    expect.stringContaining('Do not pay again'),
  ]);
  expect(await payer.bondRow()).toMatchObject({ state: 'payment_started' });

  await world.news();
  expect(await payer.bondRow()).toMatchObject({ state: 'held' });
  const done = await payer.visitor.get(`${payer.bond}/paid`);
  expect(done.words).toContain('Your bond is held We have received $10,000.');
  const page = await payer.visitor.get(payer.home);
  expect(page.words).toContain('Your bond is held. Who needs to act The consulate in Washington');
  expect(page.words).toMatch(/Payment \$10,000 by card, received on/);
  expect(page.words).toMatch(/Receipt number pi_\w+/);
  expect(page.words).toContain('The bond was received and is held');
  // Nothing is left to pay.
  expect((await payer.visitor.post(`${payer.bond}/pay`, { way: 'card' }, '/cases/new')).to).toBe(
    `${payer.home}?notice=not_payable`,
  );
  expect((await payer.visitor.get(`${payer.bond}/not-paid`)).to).toBe(payer.home);
});

test('a processor that does not answer: nothing was charged, and trying again works', async () => {
  const payer = await Payer.signed(world);
  const deaf = await startSite('portal', world.db, { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  try {
    const there = new Visitor(deaf, world.db, '203.0.113.250');
    for (const [name, value] of payer.visitor.cookies) there.cookies.set(name, value);
    const answer = await there.post(`${payer.bond}/pay`, { way: 'card' });
    expect([answer.status, answer.words]).toEqual([
      503,
      expect.stringContaining('You have not been charged. Try again in a few minutes.'),
    ]);
    expect(await paymentsOf(payer)).toMatchObject([{ state: 'created' }]);
  } finally {
    await deaf.close();
  }
  expect((await payer.pressesPay()).status).toBe(303);
  expect(await paymentsOf(payer)).toMatchObject([{ state: 'awaiting_payer' }]);
});

test('from visa to refund, on one page', async () => {
  const payer = await Payer.held(world, 'refundLater');
  await payer.visaIssued();
  const page = () => payer.visitor.get(payer.home);
  const issued = await page();
  expect(issued.words).toContain('Your visa has been issued.');
  expect(issued.words).toMatch(/Visa number V-\w{4}-\w{4}/);
  expect(issued.words).toContain('Entries Single entry Longest stay 30 days');
  expect(issued.words).toContain('Bamako–Sénou (Modibo Keïta) (BKO)');

  await world.crossed(world.record('admitted', payer));
  const inside = await page();
  expect(inside.words).toContain('You have entered. Leave on time to get your bond back.');
  expect(inside.words).toMatch(/Leave by \d+ \w+ \d{4}/);

  await world.crossed(world.record('departed', payer));
  const { id } = await payer.bondRow();
  const leaving = await page();
  expect(leaving.words).toContain('Your bond is on its way back to you.');
  expect(leaving.words).toContain('Bond cancelled Done');
  expect(leaving.words).toMatch(/Returned To come Expected by \d+ \w+ \d{4}/);

  await world.send(await world.openDisbursement(id));
  expect((await page()).words).toMatch(/Sent to our payment processor Done .* With your bank Now/);
  await world.later();
  await world.news();
  const returned = await page();
  expect(returned.words).toContain('Your bond has been refunded in full. Who needs to act Nobody');
  expect(returned.words).toMatch(/Promised by \d+ \w+ \d{4}\. Returned on \d+ \w+ \d{4}\./);
  expect(returned.words).toContain('Your bank has the refund');
  await world.later();
  await world.news();
  expect((await page()).words).toMatch(/Give your bank this number to trace it: \d{23}/);
  const french = await payer.visitor.get(`${payer.home}?lang=fr`);
  expect(french.words).toContain('Votre caution est entièrement remboursée.');
});

test('a refund that fails says that the money is safe and who acts', async () => {
  const payer = await Payer.held(world, 'refundFails');
  await payer.visaIssued();
  await world.crossed(world.record('admitted', payer), world.record('departed', payer));
  await world.send(await world.openDisbursement((await payer.bondRow()).id));
  await world.later();
  await world.news();
  const page = await payer.visitor.get(payer.home);
  expect(page.words).toContain('The refund did not go through. Your money is safe.');
  expect(page.words).toContain('Who needs to act The treasury');
  expect(page.words).toContain('Needs attention');
});

test('a bond that is to be posted again is not said to be held while the second payment is awaited', async () => {
  const payer = await Payer.held(world);
  const { id: bondId } = await payer.bondRow();
  await world.refundElsewhere(bondId);
  await world.news();
  await world.settled(bondId, 'post_again');
  expect(await payer.bondRow()).toMatchObject({ state: 'required' });
  await payer.opensPayment();
  const { words } = await payer.visitor.get(`${payer.bond}/paid`);
  expect(words).toContain('We are waiting for confirmation of your payment');
  expect(words).not.toContain('Your bond is held');
});

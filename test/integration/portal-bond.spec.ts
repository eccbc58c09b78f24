// The bond as its payer meets it, page by page, with the real ledger, worker and processor's wire.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Cases } from '#application';
import { Directions } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import type { Posted } from '../support/bond-world.ts';
import { RefundWorld } from '../support/refund-world.ts';
import type { CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';
import {
  aTraveller,
  startPortal,
  submitCase,
  Visitor,
  type Answer,
} from '../support/portal-site.ts';

let world: RefundWorld;
let app: NestFastifyApplication;
let hosts = 0;

beforeAll(async () => {
  world = await RefundWorld.start();
  const { url } = world.emulator;
  app = await startPortal(world.db, { STRIPE_API_BASE: url, STRIPE_CHECKOUT_ORIGIN: url });
}, 60_000);

afterAll(async () => {
  await app?.close();
  expect(await world?.stop()).toEqual([]);
});

interface Payer {
  readonly visitor: Visitor;
  readonly reference: string;
  readonly caseId: string;
  readonly number: string;
  readonly bond: string;
}

/** An applicant whose case waits for a bond. */
async function directed(amountMinor = 1_000_000n): Promise<Payer> {
  const visitor = new Visitor(app, world.db, `203.0.113.${++hosts}`);
  await visitor.signUp();
  const traveller = aTraveller();
  const reference = await submitCase(visitor, traveller);
  const { id: caseId } = await world.one<{ id: string }>(
    'select id from visa_case where reference = $1',
    reference,
  );
  const { officer } = world.apps;
  await officer.get(Database).write(world.officerOnDuty.ctx, async (tx) => {
    mustBeOk(await officer.get(Cases).startReview(tx, caseId));
    mustBeOk(await officer.get(Cases).confirmPassport(tx, caseId));
    mustBeOk(await officer.get(Directions).direct(tx, { caseId, amountMinor }));
  });
  const bond = `/cases/${reference}/bond`;
  return { visitor, reference, caseId, number: traveller.number, bond };
}

const digests = (page: Answer) =>
  Object.fromEntries(
    [...page.html.matchAll(/name="(sha256-\w\w)" value="(\w+)"/g)].map((m) => [m[1]!, m[2]!]),
  );

async function sign({ visitor, bond }: Payer, more: Record<string, string> = {}): Promise<Answer> {
  const page = await visitor.get(`${bond}/undertaking`);
  const signed = { language: 'en', signerName: 'Ada Maria Example', agreed: 'yes', ...more };
  return visitor.post(`${bond}/undertaking`, { ...digests(page), ...signed });
}

async function signed(): Promise<Payer> {
  const payer = await directed();
  expect((await sign(payer)).to).toBe(`${payer.bond}?signed=1`);
  return payer;
}

/** Presses "Pay": where the browser is sent. */
const pressPay = ({ visitor, bond }: Payer) => visitor.post(`${bond}/pay`, {}, bond);

async function held(card: CardName = 'visa'): Promise<Payer> {
  const payer = await signed();
  const sent = await pressPay(payer);
  await world.pay(sent.to!, card);
  await world.news();
  return payer;
}

const bondOf = ({ caseId }: Payer) =>
  world.one<{ id: string; state: string }>('select id, state from bond where case_id = $1', caseId);
const paymentsOf = ({ caseId }: Payer) =>
  world.rows<{ state: string; return_url: string; cancel_url: string }>(
    `select p.state, p.return_url, p.cancel_url from payment p join bond b on b.id = p.bond_id
     where b.case_id = $1 order by p.id`,
    caseId,
  );

test('the direction says how much, why, by when in which zone, and when it comes back', async () => {
  const payer = await directed();
  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toContain('An officer has directed you to post a bond.');
  expect(page.words).toMatch(
    /Who must act You What happens next Read the direction.* By \d+ \w+ \d{4} at 23:59/,
  );
  const direction = await payer.visitor.get(payer.bond);
  expect(direction.words).toContain('Direction to post a bond');
  expect(direction.words).toContain('Amount $10,000 Why this amount It is the usual amount.');
  expect(direction.words).toMatch(/Post it by \d+ \w+ \d{4} at 23:59 \S+ \(time in Washington\)/);
  expect(direction.words).toContain('usually within 30 days');
  expect(direction.words).toContain(
    'Nobody can ask you to pay before an officer has directed a bond.',
  );
  // Nothing to pay with before the signature.
  expect(direction.html).not.toContain(`${payer.bond}/pay`);
  expect((await payer.visitor.get(`${payer.bond}?lang=fr`)).words).toContain('Demande de caution');
});

test('the undertaking stands in both languages and is kept as it was signed', async () => {
  const payer = await directed();
  const page = await payer.visitor.get(`${payer.bond}/undertaking`);
  const name = 'Ada Maria Example';
  expect(page.words).toContain(`I, ${name}, am the payer of this bond. I will post $10,000`);
  expect(page.words).toContain(`Moi, ${name}, je suis le payeur de cette caution.`);
  expect((await sign(payer, { language: 'fr', signerName: 'ada maria  EXAMPLE' })).status).toBe(
    303,
  );
  const done = await payer.visitor.get(`${payer.bond}?signed=1`);
  expect(done.words).toContain('You have signed the undertaking. Now pay the bond.');
  expect(done.html).toContain(`action="${payer.bond}/pay"`);
  const copy = await payer.visitor.get(`${payer.bond}/undertaking`);
  expect(copy.words).toContain('Your signed undertaking');
  expect(copy.words).toContain('Moi, Ada Maria Example');
  expect(copy.words).toContain('Signed by ada maria EXAMPLE');
  expect(copy.words).toContain('Binding language Français');
  expect(copy.words).not.toContain('I, Ada Maria Example');
  expect((await sign(payer)).to).toBe(`${payer.bond}?signed=1`);
  const kept = await world.rows(
    'select u.language from undertaking u join bond b on b.id = u.bond_id where b.case_id = $1',
    payer.caseId,
  );
  expect(kept).toEqual([{ language: 'fr' }]);
});

test.each<[Record<string, string>, string]>([
  [{ signerName: '' }, 'Enter your full name to sign'],
  [
    { signerName: 'Somebody Else' },
    'Your full name must match the one in the text: Ada Maria Example',
  ],
  [{ agreed: '' }, 'Select the box to confirm that you have read the undertaking'],
  [{ language: '' }, 'Select the language that should be legally binding'],
  [{ 'sha256-en': 'f00' }, 'The undertaking has changed since you opened the page'],
])('signing with %j is refused and signs nothing', async (change, message) => {
  const payer = await directed();
  const answer = await sign(payer, change);
  expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(message)]);
  if (!('signerName' in change)) expect(answer.html).toContain('value="Ada Maria Example"');
  if (change.signerName === 'Somebody Else') expect(answer.html).toContain('value="Somebody Else"');
  const kept = 'select 1 from undertaking u join bond b on b.id = u.bond_id where b.case_id = $1';
  expect(await world.rows(kept, payer.caseId)).toEqual([]);
});

test('whoever has not signed does not pay', async () => {
  const payer = await directed();
  const token = await payer.visitor.post(`${payer.bond}/pay`, {}, `${payer.bond}/undertaking`);
  expect(token.to).toBe(`/cases/${payer.reference}?notice=sign_first`);
  expect((await payer.visitor.get(token.to!)).words).toContain(
    'Sign the undertaking before you pay.',
  );
  expect(await paymentsOf(payer)).toEqual([]);
});

test('paying leads to the processor and back; held is what the processor says', async () => {
  const payer = await signed();
  const sent = await pressPay(payer);
  expect(sent.status).toBe(303);
  expect(new URL(sent.to!).origin).toBe(new URL(world.emulator.url).origin);
  const home = `http://localhost:3000/cases/${payer.reference}/bond`;
  expect(await paymentsOf(payer)).toEqual([
    { state: 'awaiting_payer', return_url: `${home}/paid`, cancel_url: `${home}/not-paid` },
  ]);
  // Pressed again: the same page of the processor, no second payment.
  expect((await pressPay(payer)).to).toBe(sent.to);
  expect(await paymentsOf(payer)).toHaveLength(1);

  const back = await payer.visitor.get(`${payer.bond}/not-paid`);
  expect(back.words).toContain(
    'You have not paid You left the payment page. You have not been charged.',
  );
  expect(back.html).toContain(`action="${payer.bond}/pay"`);

  await world.pay(sent.to!);
  const waiting = await payer.visitor.get(`${payer.bond}/paid`);
  expect(waiting.words).toContain('We are waiting for confirmation of your payment');
  expect(waiting.headers.refresh).toBe(`3; url=${payer.bond}/paid?look=1`);
  const last = await payer.visitor.get(`${payer.bond}/paid?look=40`);
  expect([last.headers.refresh, last.words]).toEqual([
    undefined,
    expect.stringContaining('Do not pay again'),
  ]);
  expect(await bondOf(payer)).toMatchObject({ state: 'payment_started' });

  await world.news();
  expect(await bondOf(payer)).toMatchObject({ state: 'held' });
  const done = await payer.visitor.get(`${payer.bond}/paid`);
  expect(done.words).toContain('Your bond is held We have received $10,000.');
  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toContain('Your bond is held. Who must act The consulate in Washington');
  expect(page.words).toMatch(/Payment \$10,000 by card, received on/);
  expect(page.words).toMatch(/Receipt number pi_\w+/);
  expect(page.words).toContain('The bond was received and is held');
  // Nothing is left to pay.
  expect((await payer.visitor.post(`${payer.bond}/pay`, {}, '/cases/new')).to).toBe(
    `/cases/${payer.reference}?notice=not_payable`,
  );
  expect((await payer.visitor.get(`${payer.bond}/not-paid`)).to).toBe(`/cases/${payer.reference}`);
});

test('a processor that does not answer: nothing was charged, and trying again works', async () => {
  const payer = await signed();
  const deaf = await startPortal(world.db, { STRIPE_API_BASE: 'http://127.0.0.1:9' });
  try {
    const there = new Visitor(deaf, world.db, '203.0.113.250');
    there.adopt(payer.visitor);
    const answer = await there.post(`${payer.bond}/pay`, {}, payer.bond);
    expect([answer.status, answer.words]).toEqual([
      503,
      expect.stringContaining('You have not been charged. Try again in a few minutes.'),
    ]);
    expect(await paymentsOf(payer)).toMatchObject([{ state: 'created' }]);
  } finally {
    await deaf.close();
  }
  expect((await pressPay(payer)).status).toBe(303);
  expect(await paymentsOf(payer)).toMatchObject([{ state: 'awaiting_payer' }]);
});

test('from visa to refund, on one page', async () => {
  const payer = await held('refundLater');
  const of = {
    caseId: payer.caseId,
    passport: { issuingState: 'USA', number: payer.number },
  } as unknown as Posted;
  await world.aVisaFor(of);
  const page = () => payer.visitor.get(`/cases/${payer.reference}`);
  const issued = await page();
  expect(issued.words).toContain('Your visa has been issued.');
  expect(issued.words).toMatch(/Visa number V-\w{4}-\w{4}/);
  expect(issued.words).toContain('Entries Single entry Longest stay 30 days');
  expect(issued.words).toContain('Bamako–Sénou (Modibo Keïta) (BKO)');

  await world.crossed(world.record('admitted', of));
  const inside = await page();
  expect(inside.words).toContain('You have entered. Leave on time to get your bond back.');
  expect(inside.words).toMatch(/Leave by \d+ \w+ \d{4}/);

  await world.crossed(world.record('departed', of));
  const { id } = await bondOf(payer);
  const leaving = await page();
  expect(leaving.words).toContain('Your bond is on its way back to you.');
  expect(leaving.words).toContain('Bond cancelled Done');
  expect(leaving.words).toMatch(/Returned To come Expected by \d+ \w+ \d{4}/);

  await world.send(await world.openAttempt(id));
  expect((await page()).words).toMatch(/Sent to our payment processor Done .* With your bank Now/);
  await world.later();
  await world.news();
  const returned = await page();
  expect(returned.words).toContain('Your bond has been refunded in full. Who must act Nobody');
  expect(returned.words).toMatch(/Promised by \d+ \w+ \d{4}\. Returned on \d+ \w+ \d{4}\./);
  expect(returned.words).toContain('Your bank has the refund');
  await world.later();
  await world.news();
  expect((await page()).words).toMatch(/Give your bank this number to trace it: \d{23}/);
  const french = await payer.visitor.get(`/cases/${payer.reference}?lang=fr`);
  expect(french.words).toContain('Votre caution est entièrement remboursée.');
});

test('a refund that fails says that the money is safe and who acts', async () => {
  const payer = await held('refundFails');
  const of = {
    caseId: payer.caseId,
    passport: { issuingState: 'USA', number: payer.number },
  } as unknown as Posted;
  await world.aVisaFor(of);
  await world.crossed(world.record('admitted', of), world.record('departed', of));
  await world.send(await world.openAttempt((await bondOf(payer)).id));
  await world.later();
  await world.news();
  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toContain('The refund did not go through. Your money is safe.');
  expect(page.words).toContain('Who must act The treasury');
  expect(page.words).toContain('Needs attention');
});

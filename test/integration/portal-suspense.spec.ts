// Money that did not count towards a bond, as its payer and the treasury read of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Directions } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { Settling } from '#refund';
import { OfficerWorld, type Visit } from './officer-world.ts';
import { startPortal, submitCase, Visitor } from '../support/portal-site.ts';
import { reviewed } from '../support/application-world.ts';
import { aTraveller } from '../support/traveller.ts';

let site: OfficerWorld;
let app: NestFastifyApplication;
let treasury: Visit;
let secondPerson: Visit;
let hosts = 0;

beforeAll(async () => {
  site = await OfficerWorld.start();
  treasury = await site.signedIn(['treasury'], 'Treasury');
  secondPerson = await site.signedIn(['treasury'], 'Second person');
  const { url } = site.money.emulator;
  app = await startPortal(site.money.db, { STRIPE_API_BASE: url, STRIPE_CHECKOUT_ORIGIN: url });
}, 60_000);
afterAll(async () => {
  await app?.close();
  expect(await site?.stop()).toEqual([]);
});

interface Payer {
  readonly visitor: Visitor;
  readonly reference: string;
  readonly session: string;
  readonly paymentId: string;
  readonly payUrl: string;
}

/** Somebody on the processor's page. */
async function paying(): Promise<Payer> {
  const { money } = site;
  const visitor = new Visitor(app, money.db, `203.0.113.${++hosts}`);
  await visitor.signUp();
  const reference = await submitCase(visitor, aTraveller());
  const { id: caseId } = await money.one<{ id: string }>(
    'select id from visa_case where reference = $1',
    reference,
  );
  const { officer } = money.apps;
  await officer.get(Database).write(money.officerOnDuty.ctx, async (tx) => {
    const row = await reviewed(officer, tx, caseId);
    mustBeOk(await officer.get(Directions).direct(tx, row, { amountMinor: 1_000_000n }));
  });
  const bond = `/cases/${reference}/bond`;
  const { html } = await visitor.get(`${bond}/undertaking`);
  const digests = [...html.matchAll(/name="(sha256-\w\w)" value="(\w+)"/g)];
  await visitor.post(`${bond}/undertaking`, {
    ...Object.fromEntries(digests.map((m) => [m[1]!, m[2]!])),
    ...{ language: 'en', signerName: 'Ada Maria Example', agreed: 'yes' },
  });
  const { to } = await visitor.post(`${bond}/pay`, {}, bond);
  const { session, paymentId } = await money.one<{ session: string; paymentId: string }>(
    `select p.session_id as session, p.id as "paymentId" from payment p join bond b on b.id = p.bond_id
     where b.case_id = $1`,
    caseId,
  );
  return { visitor, reference, session, paymentId, payUrl: to! };
}

async function arrives({ session }: Payer, amount: number, currency = 'usd'): Promise<void> {
  await site.money.control('payment_intents', { amount, currency, session });
  await site.money.news();
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
  expect(words).toContain('Money you paid beyond the bond');
  expect(words).not.toContain('still need to pay');
});

test('money by another page after the bond was posted is not its receipt', async () => {
  const payer = await paying();
  await site.money.pay(payer.payUrl);
  await site.money.news();
  const before = await payer.visitor.get(`/cases/${payer.reference}`);
  const receipt = /Receipt number (pi_\w+)/.exec(before.words)?.[1];
  expect(receipt).toBeDefined();
  await site.money.control('payment_intents', {
    ...{ amount: 700, currency: 'usd', metadata: { payment_id: payer.paymentId } },
  });
  await site.money.news();
  const after = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(after.words).toContain(`Receipt number ${receipt}`);
  expect(after.words).toContain('$7 arrived on');
});

test('a case to which all money counted says nothing of the kind', async () => {
  const payer = await paying();
  await site.money.pay(payer.payUrl);
  await site.money.news();
  const { words } = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(words).not.toContain('did not count');
});

test('money that came back after a reversal was settled: its payer reads so, and so does the treasury', async () => {
  const { money } = site;
  const payer = await paying();
  await arrives(payer, 1_000_000);
  const { pi } = await money.one<{ pi: string }>(
    'select processor_payment_id as pi from payment where id = $1',
    payer.paymentId,
  );
  const refund = await money.stripe<{ id: string }>('refunds', 'POST', { payment_intent: pi });
  await money.news();
  const { id } = await money.one<{ id: string }>(
    'select id from reversal where processor_object = $1',
    refund.id,
  );
  const path = `/reversals/${id}`;
  await treasury.post(`${path}/propose`, { outcome: 'post_again' }, path);
  await secondPerson.post(`${path}/approve`, {}, path);
  await money.worker(Settling).settle(id);
  await money.control(`refunds/${refund.id}/fail`, {});
  await money.news();

  const page = await payer.visitor.get(`/cases/${payer.reference}`);
  expect(page.words).toMatch(/\$10,000 arrived on \d+ \w+ \d{4}/);
  expect(page.words).toContain('It had been returned to you outside this portal');
  expect(page.words).toContain('A treasury officer will decide how to return it');
  const { template } = await money.one<{ template: string }>(
    `select template from mail where params->>'reference' = $1 order by id desc limit 1`,
    payer.reference,
  );
  expect(template).toBe('payment_came_back');
  const list = await treasury.get('/suspense');
  expect(list.body).toContain('Came back after a reversal was settled');
  expect(list.body).toContain(payer.reference);
  expect((await treasury.get(path)).body).toContain('It is in suspense and owed to the payer');
});

/** The hosted page in a real browser: on a phone, without JavaScript, read by a machine for barriers. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { axe, openBrowser, type TestBrowser } from '../support/browser.ts';
import { aSandbox, goodForm, type Sandbox } from './support.ts';

let sandbox: Sandbox;
let browser: TestBrowser;
let shop: Server;

beforeAll(async () => {
  shop = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/plain');
    reply.end(request.url);
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
  [sandbox, browser] = await Promise.all([aSandbox(), openBrowser()]);
}, 30_000);
afterAll(async () => {
  await Promise.all([sandbox.close(), browser.close()]);
  shop.close();
});

function openSession(locale: 'en' | 'fr') {
  const base = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  return sandbox.openSession({
    ...{ locale, cancel_url: `${base}/back` },
    success_url: `${base}/done?session={CHECKOUT_SESSION_ID}`,
  });
}

test('a payer on a phone pays without JavaScript, through a mistake and the bank’s question', async () => {
  const session = await openSession('en');
  const page = await browser.newPage({ js: false, width: 375 });
  await page.goto(String(session.url));
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);

  await page.getByLabel('Email address').fill(goodForm.email);
  await page.getByLabel('Name on the card').fill(goodForm.name);
  await page.getByLabel('Card number').fill('4000 0027 6000 3184');
  await page.getByLabel('Expiry date').fill('12 / 40');
  await page.getByRole('button', { name: 'Pay $10,000.00' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('security code');
  expect(await page.getByLabel('Card number').inputValue()).toBe('4000 0027 6000 3184');

  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: 'Pay $10,000.00' }).click();
  await page.getByRole('button', { name: 'Yes, confirm the payment' }).click();
  expect(await page.textContent('body')).toBe(`/done?session=${session.id}`);
});

test('Cancel leads back, in French, with nothing paid', async () => {
  const session = await openSession('fr');
  const page = await browser.newPage({ js: false, lang: 'fr' });
  await page.goto(String(session.url));
  await page.getByRole('link', { name: 'Annuler et revenir' }).click();
  expect(await page.textContent('body')).toBe('/back');
  expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
});

test('no page has a barrier that axe can see', async () => {
  const session = await openSession('en');
  const page = await browser.newPage();
  const url = String(session.url);
  await page.goto(url);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: /^Pay/ }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await axe(page)).toEqual([]);
  await page.goto(`${url}x`);
  expect(await axe(page)).toEqual([]);
});

test('each way to pay is a tab without a barrier, and a transfer can be sent from its page', async () => {
  const { id: customer } = await sandbox.stripe.customers.create({ email: 'payer@example.org' });
  const session = await sandbox.openSession({
    ...{ customer, locale: 'en' },
    allowed_payment_method_types: ['card', 'us_bank_account', 'customer_balance'],
  });
  const page = await browser.newPage({ width: 390 });
  await page.goto(String(session.url));
  for (const way of ['Bank account', 'Bank transfer']) {
    await page.getByRole('link', { name: way }).click();
    expect(await axe(page)).toEqual([]);
  }
  await page.getByLabel('Your name').fill(goodForm.name);
  await page.getByRole('button', { name: 'Get the transfer details' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Test: send this transfer now' }).click();
  expect(await page.textContent('h1')).toBe('This payment has been made');
});

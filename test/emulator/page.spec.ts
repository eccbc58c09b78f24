/** The hosted page as a browser without JavaScript gets it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

import { passesLuhn } from '../../apps/stripe-emulator/src/pages/payment-form.ts';
import { CARDS } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { aSandbox, goodForm, item, type Sandbox, submitForm } from './support.ts';

type Element = DefaultTreeAdapterMap['element'];

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await aSandbox()));
beforeEach(() => sandbox.control('POST', '/reset'));
afterAll(() => sandbox.close());

/** All elements of a page, in order. */
function elements(html: string): Element[] {
  const walk = (node: DefaultTreeAdapterMap['node']): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attr) => attr.name === name)?.value;
}

function byTag(all: Element[], tag: string): Element[] {
  return all.filter((element) => element.tagName === tag);
}

async function page(locale?: 'fr' | 'en' | 'auto', accept = 'en'): Promise<string> {
  const session = await sandbox.openSession(locale ? { locale } : {});
  const headers = { 'accept-language': accept };
  return (await fetch(String(session.url), { headers })).text();
}

test('every field has a label, a hint that is tied to it, and the browser’s own word for it', async () => {
  const all = elements(await page());
  const inputs = byTag(all, 'input');
  const labels = new Set(byTag(all, 'label').map((label) => attribute(label, 'for')));
  const ids = new Set(all.map((element) => attribute(element, 'id')));
  expect(inputs.map((input) => attribute(input, 'autocomplete'))).toEqual([
    ...['email', 'cc-name', 'cc-number', 'cc-exp', 'cc-csc'],
  ]);
  for (const input of inputs) {
    expect(labels).toContain(attribute(input, 'id'));
    for (const id of (attribute(input, 'aria-describedby') ?? '').split(' ').filter(Boolean)) {
      expect(ids).toContain(id);
    }
  }
  expect(attribute(byTag(all, 'html')[0], 'lang')).toBe('en');
  expect(byTag(all, 'h1')).toHaveLength(1);
  expect(byTag(all, 'main')).toHaveLength(1);
  expect(byTag(all, 'script')).toHaveLength(0);
  expect(attribute(byTag(all, 'meta').at(-1), 'content')).toContain('width=device-width');
});

test('it says what is paid, that it is a test, and where Cancel leads', async () => {
  const html = await page();
  expect(html).toContain('$10,000.00');
  expect(html).toContain('Visa bond VB-1');
  expect(html).toContain('No money moves. Do not enter a real card');
  const cancel = byTag(elements(html), 'a').find((a) => attribute(a, 'class') === 'button second');
  expect(attribute(cancel, 'href')).toBe('http://127.0.0.1:9/back');
});

test('it speaks French when the session or the browser does', async () => {
  expect(await page('fr')).toContain('<html lang="fr">');
  expect(await page('auto', 'fr-FR,fr;q=0.9')).toContain('Payer 10');
  expect(await page(undefined, 'fr')).toContain('Numéro de carte');
  expect(await page('en', 'fr')).toContain('Card number');
});

test.each([
  ['email', 'nobody', 'Enter an email address'],
  ['name', '', 'Enter the name'],
  ['number', '4242', 'Enter a card number of 12 to 19 digits'],
  ['number', '4242424242424241', 'It is not correct'],
  ['number', '4111111111111111', 'Use one of the test cards'],
  ['expiry', '13/30', 'Enter the expiry date'],
  ['expiry', '01/20', 'This card has expired'],
  ['cvc', '12', 'security code'],
])('a wrong %s (%s) is named, changes nothing and keeps the rest', async (field, value, words) => {
  const session = await sandbox.openSession();
  const reply = await submitForm(session, { ...goodForm, [field]: value });
  expect(reply.status).toBe(422);
  const html = await reply.text();
  const all = elements(html);
  expect(html).toContain(words);
  const invalid = all.filter((element) => attribute(element, 'aria-invalid') === 'true');
  expect(invalid.map((element) => attribute(element, 'id'))).toEqual([field]);
  expect(attribute(invalid[0], 'aria-describedby')).toContain(`${field}-error`);
  expect(all.some((element) => attribute(element, 'href') === `#${field}`)).toBe(true);
  const kept = field === 'email' ? 'name' : 'email';
  const input = all.find((element) => attribute(element, 'id') === kept);
  expect(attribute(input, 'value')).toBe(goodForm[kept]);
  expect(await sandbox.eventTypes()).toEqual([]);
});

test('a card number that may be real and any security code never come back', async () => {
  const session = await sandbox.openSession();
  const real = { ...goodForm, number: '4111 1111 1111 1111', cvc: '987' };
  const html = await (await submitForm(session, real)).text();
  expect(html).not.toContain('4111 1111');
  expect(html).not.toContain('987');
});

test('what others wrote is shown as text', async () => {
  const hostile = { ...item(1000), price_data: { ...item(1000).price_data } };
  hostile.price_data.product_data = { name: '<img src=x onerror=alert(1)>' };
  const session = await sandbox.openSession({ line_items: [hostile] });
  const html = await (await fetch(String(session.url))).text();
  expect(byTag(elements(html), 'img')).toHaveLength(0);
  const echoed = await submitForm(session, { ...goodForm, email: '"><script>alert(1)</script>' });
  expect(byTag(elements(await echoed.text()), 'script')).toHaveLength(0);
});

test('browsers are told to run nothing, frame nothing and follow only known addresses', async () => {
  const session = await sandbox.openSession();
  const { headers } = await fetch(String(session.url));
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self' http://127.0.0.1:9;");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  const style = await fetch(`${sandbox.url}/c/checkout.css`);
  expect(style.headers.get('content-type')).toMatch(/^text\/css/);
});

test('an address that names no session says so', async () => {
  const reply = await fetch(`${sandbox.url}/c/pay/cs_test_none`);
  expect(reply.status).toBe(404);
  expect(await reply.text()).toContain('Payment page not found');
});

test('an encoded placeholder in the success address is filled in, too', async () => {
  const session = await sandbox.openSession({
    success_url: 'http://127.0.0.1:9/done?s=%7BCHECKOUT_SESSION_ID%7D',
  });
  const reply = await submitForm(session, goodForm);
  expect(reply.headers.get('location')).toBe(`http://127.0.0.1:9/done?s=${session.id}`);
});

test('all test cards carry a right check digit', () => {
  expect(Object.values(CARDS).filter((card) => !passesLuhn(card.number))).toEqual([]);
});

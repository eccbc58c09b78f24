// The treasury's pages for refunds by bank: what is shown before one presses, the file, and the answers.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { notification } from '../support/bank-files.ts';
import { schemaFaults } from '../support/iso20022.ts';
import { RescueStory, US, type RescuedBond } from '../support/world/rescue.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
let ama: Visitor;
let boubacar: Visitor;
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
  ama = await world.signedIn(['treasury'], 'Ama Treasury');
  boubacar = await world.signedIn(['treasury'], 'Boubacar Treasury');
}, 120_000);
afterEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const pageOf = ({ refundId }: RescuedBond) => `/refunds/${refundId}/account`;
const press = (who: Visitor, page: string, step: string, values: Record<string, string> = {}) =>
  who.post(`${page}/${step}`, values, page);
const sendReport = (who: Visitor, xml: string) =>
  who.upload('/transfers', 'answer.xml', Buffer.from(xml));

test('what blocks a transfer is said before anybody presses, and each step says what it causes', async () => {
  const bond = await story.given();
  const page = pageOf(bond);
  const early = await ama.get(page);
  expect(early.words).toContain('The account was given less than 48 hours ago');
  expect(early.words).not.toContain('Propose to pay to this account');
  expect((await press(ama, page, 'propose')).to).toBe(`${page}?notice=cooling_off`);
  await world.daysLater(2);
  const ready = await ama.get(page);
  expect(ready.words).toMatch(new RegExp(`Account holder ${US.holder} The payer signed as \\w+`));
  expect(ready.words).toContain('The holder and the payer have different names');
  expect(ready.words).toContain('Another person of the treasury must approve it');
  expect(ready.body).not.toContain(US.number);
  expect((await press(ama, page, 'propose')).to).toBe(`${page}?notice=proposed`);
  expect((await ama.get(page)).words).toContain('You proposed it: another person must approve it');
  expect((await press(ama, page, 'approve')).to).toBe(`${page}?notice=same_person`);
  expect((await boubacar.get('/transfers')).words).toContain('Waiting for a second person');
  expect((await boubacar.get('/')).words).toContain('Bank transfers');
  expect((await boubacar.get(page)).words).toContain('Proposed by Ama Treasury');
  expect((await press(boubacar, page, 'approve')).to).toBe(`${page}?notice=approved`);
  await story.settle(bond.refundId);
  expect((await boubacar.get(page)).words).toContain('In payment');

  const list = await ama.get('/transfers');
  expect(list.words).toContain('1 transfer, $10,000');
  const made = await ama.post('/transfers/files', { currency: 'USD' }, '/transfers');
  expect(made.to).toBe('/transfers?notice=file_made');
  const { body } = await ama.get('/transfers');
  const link = /href="(\/transfers\/files\/[^"]+)"/.exec(body)![1]!.replaceAll('&amp;', '&');
  const file = await ama.get(link);
  expect(await schemaFaults('pain.001.001.09', [file.body])).toEqual([]);
  expect(file.headers['content-type']).toBe('application/xml');
  expect(file.headers['content-disposition']).toMatch(/attachment; filename="payments-\w+\.xml"/);
  expect(file.body).toContain(US.number);
  // Another session's address opens nothing, nor does one without its proof.
  expect((await boubacar.get(link)).to).toBe('/transfers?notice=link_over');
  expect((await ama.get(link.split('?')[0]!)).to).toBe('/transfers?notice=link_over');

  const transfer = await world.openDisbursement(bond.bondId);
  const sent = await sendReport(
    ama,
    notification('DBIT', { id: transfer }, { id: transfer, amount: '1.00' }),
  );
  expect(sent.to).toMatch(/^\/transfers\/reports\/[\w-]{36}$/);
  await story.applied(sent.to!.split('/').at(-1)!);
  const report = await ama.get(sent.to!);
  expect(report.words).toContain('Entries: 2 · applied: 1 · to look at: 1');
  expect(report.words).toContain('Another amount than ours');
  expect((await ama.get(page)).words).toContain('Paid');
  expect((await ama.get(`/refunds/${bond.refundId}`)).words).toContain('Returned to the payer');
}, 60_000);

test('an answer that is none is refused with its reason, and the same one once', async () => {
  const { transfer } = await story.sent();
  const camt = notification('DBIT', { id: transfer });
  const doctype = camt.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>');
  const large = camt.replace('</n:Ntfctn>', `</n:Ntfctn>${' '.repeat(6 * 1024 * 1024)}`);
  for (const [code, xml, words] of [
    ['has_doctype', doctype, 'defines a document type'],
    ['not_xml', camt.slice(0, -9), 'not complete XML'],
    ['not_a_report', camt.replace('camt.054', 'camt.053'), 'neither a pain.002 nor a camt.054'],
    ['too_large', large, 'too large'],
    ['empty', '', 'not empty'],
  ] as const) {
    const { to } = await sendReport(ama, xml);
    expect([code, to]).toEqual([code, `/transfers?refused=${code}#report`]);
    expect((await ama.get(to!)).words).toContain(words);
  }
  expect(await world.rows('select from bank_report where entries = 0')).toEqual([]);
  const first = await sendReport(ama, camt);
  const again = await sendReport(boubacar, camt);
  expect(again.to).toBe(`${first.to}?notice=sent_before`);
  expect((await boubacar.get(again.to!)).words).toContain('This file was uploaded before');
}, 60_000);

test('the payer is asked for another account with a reason, which his page says', async () => {
  const bond = await story.given();
  const page = pageOf(bond);
  expect((await press(ama, page, 'ask-again')).to).toBe(`${page}?notice=unknown_reason`);
  const asked = await press(ama, page, 'ask-again', { reason: 'another_holder' });
  expect(asked.to).toBe(`${page}?notice=asked_again`);
  expect((await ama.get(page)).words).toContain('The payer has not given an account yet');
});

test('without the operator’s own account nothing is paid, and the page says so', async () => {
  const bond = await story.given();
  await world.daysLater(2);
  const unset = await World.start({ env: { ESCROW_BANK_ACCOUNT: '' } });
  const officer = await unset.signedIn(['treasury']);
  expect((await officer.get('/transfers')).words).toContain('The operator has not set the account');
  expect(await unset.stop()).toEqual([]);
  expect((await ama.get(pageOf(bond))).words).toContain('Propose to pay');
}, 60_000);

test('who gives no account is on the list of unclaimed refunds, with its age, and on no other desk', async () => {
  const bond = await story.failed();
  const shown = async (query: string) => (await ama.get(`/refunds?${query}`)).words;
  expect(await shown('show=problems')).toContain(bond.reference);
  await story.ask(bond.refundId);
  expect(await shown('show=problems')).not.toContain(bond.reference);
  await world.daysLater(400);
  expect(await shown('show=problems')).not.toContain(bond.reference);
  expect(await shown('show=unclaimed')).toMatch(new RegExp(`${bond.reference}.* 400 days ago`));
  const found = await shown(`show=unclaimed&reference=${bond.reference.toLowerCase()}`);
  expect(found).toContain('1 refund.');
  expect(await shown('show=unclaimed&reference=VB-0000-0000')).toContain('No refund waits');
  await story.give(bond);
  expect(await shown('show=unclaimed')).not.toContain(bond.reference);
});

test('in French without a key in sight', async () => {
  const bond = await story.proposed();
  for (const path of ['/transfers', pageOf(bond)]) {
    const { words } = await ama.get(`${path}?lang=fr`);
    expect(words).toMatch(/Virements|Compte bancaire pour un remboursement/);
    expect(words).not.toMatch(/transfers\.|refunds\./);
  }
});

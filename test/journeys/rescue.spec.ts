// The card is closed when the bond goes back: a bank account, two people, a file, and the bank's answer.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { texts as officerTexts } from '../../apps/officer/src/text/index.ts';
import { texts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { notification } from '../support/bank-files.ts';
import { PASSWORD } from '../support/world/people.ts';
import { IBAN, US } from '../support/world/rescue.ts';
import { Applicant } from './applicant.ts';
import { postsTheBond } from './beforehand.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, until, type Look } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@rescue.example', ['officer']);
  await stage.staff('ama@rescue.example', ['treasury'], 'Ama Treasury');
  await stage.staff('boubacar@rescue.example', ['treasury'], 'Boubacar Treasury');
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look, typeof US | typeof IBAN][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }, US],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }, IBAN],
];

test.each(LOOKS)(
  'closed card, bank account, payment file, booked, refunded: %s',
  async (name, look, account) => {
    await stage.isToday();
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@rescue.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const staff = async (who: string) =>
      new Officer(stage, await stage.window(look), `${who}@rescue.example`);
    const [officer, ama, boubacar] = [
      await staff('officer'),
      await staff('ama'),
      await staff('boubacar'),
    ];
    await postsTheBond(applicant, officer, 'refundFails');
    await withdraws(applicant);
    await applicant.seesSituation('refund_problem');

    for (const treasurer of [ama, boubacar]) await treasurer.signsIn();
    const refund = await refundOf(applicant);
    await asksForAnAccount(ama, refund);
    await applicant.seesSituation('refund_needs_account');
    await givesTheAccount(applicant, account);
    const mail = await stage.mailTo(email, /bank account was given|compte bancaire a été indiqué/);
    for (const secret of [account.number || 'none', account.iban.slice(-6) || 'none']) {
      expect(mail.text).not.toContain(secret);
    }
    await isToldToWait(ama, refund);

    await stage.daysLater(2);
    await decides(ama, refund, 'propose');
    await decides(boubacar, refund, 'approve');
    const transfer = await transferOf(applicant);
    expect(await makesTheFile(ama)).toContain(transfer.replaceAll('-', ''));
    await applicant.seesSituation('refund_under_way');
    await bringsTheAnswer(ama, notification('DBIT', { id: transfer }));

    await applicant.seesSituation('refunded');
    const books = await stage.one(
      `select b.state, l.refunded, l.held from bond b join ledger.bond l on l.owner_id = b.id
       where b.reference = $1`,
      applicant.reference,
    );
    expect(books).toEqual({ state: 'closed', refunded: '1000000', held: '0' });
    for (const { window } of [applicant, officer, ama, boubacar]) {
      expect(window.complaints).toEqual([]);
    }
  },
  JOURNEY_MS,
);

async function withdraws({ window, reference }: Applicant): Promise<void> {
  const t = texts.textFor(window.look.lang);
  await window.open(`${stage.processes.urls.portal}/cases/${reference}/withdraw`);
  await window.press(t('withdraw.button'));
  await window.page.getByText(t('tracking.notice.withdrawn')).waitFor();
}

const refundOf = async ({ reference }: Applicant): Promise<string> =>
  (await stage.one<{ id: string }>('select id from refund where reference = $1', reference)).id;

async function asksForAnAccount(ama: Officer, refund: string): Promise<void> {
  const t = officerTexts.textFor(ama.window.look.lang);
  await ama.opens(`/refunds/${refund}`);
  await ama.window.press(t('refunds.account.ask'));
  await ama.window.page.getByText(t('refunds.done.account_asked')).waitFor();
}

/** Mistypes the account once; the password is asked again. */
async function givesTheAccount(
  { window, passport }: Applicant,
  account: typeof US | typeof IBAN,
): Promise<void> {
  const { page, look } = window;
  const t = texts.textFor(look.lang);
  await window.follow(t('refundAccount.panel.give'));
  await page.locator('[name="holder"]').fill(`${passport.givenNames} ${passport.familyName}`);
  await page.locator(`[name="kind"][value="${account.kind}"]`).check();
  const field = account.kind === 'us' ? 'routing' : 'iban';
  const right = account.kind === 'us' ? account.routing : account.iban;
  if (account.kind === 'us') await page.locator('[name="accountNumber"]').fill(account.number);
  await page.locator(`[name="${field}"]`).fill(right.replace('2', '3'));
  await page.locator('[name="current"]').fill(PASSWORD);
  await window.press(t('refundAccount.form.button'));
  await page.locator('.govuk-error-summary').waitFor();
  await page.locator(`[name="${field}"]`).fill(right);
  await page.locator('[name="current"]').fill(PASSWORD);
  await window.press(t('refundAccount.form.button'));
  await page.getByText(t('tracking.notice.account_given')).waitFor();
}

async function isToldToWait(ama: Officer, refund: string): Promise<void> {
  const t = officerTexts.textFor(ama.window.look.lang);
  await ama.opens(`/refunds/${refund}/account`);
  await ama.window.page.getByText(t('transfers.refused.cooling_off')).waitFor();
}

async function decides(who: Officer, refund: string, step: 'propose' | 'approve'): Promise<void> {
  const t = officerTexts.textFor(who.window.look.lang);
  await who.opens('/transfers');
  await who.window.page.locator(`a[href="/refunds/${refund}/account"]`).click();
  await who.window.page.waitForLoadState();
  await who.window.inspect();
  await who.window.page.getByText(t('transfers.account.compare')).waitFor();
  await who.window.press(t(`transfers.account.${step}`));
  const done = step === 'propose' ? 'proposed' : 'approved';
  await who.window.page.getByText(t(`transfers.done.${done}`)).waitFor();
}

/** The disbursement by bank, once the worker has made it. */
async function transferOf({ reference }: Applicant): Promise<string> {
  return until('a disbursement by bank', async () => {
    const { rows } = await stage.db.admin.query<{ id: string }>(
      `select d.id from disbursement d join refund r on r.id = d.refund_id
       where r.reference = $1 and d.route = 'bank'`,
      [reference],
    );
    return rows[0]?.id;
  });
}

/** What the treasury downloads for the bank. */
async function makesTheFile(ama: Officer): Promise<string> {
  const { window } = ama;
  const t = officerTexts.textFor(window.look.lang);
  await ama.opens('/transfers');
  await window.press(t('transfers.list.make', { currency: 'USD' }));
  await window.page.getByText(t('transfers.done.file_made')).waitFor();
  const [download] = await Promise.all([
    window.page.waitForEvent('download'),
    window.page
      .getByRole('link', { name: t('transfers.list.download') })
      .first()
      .click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

/** The bank's answer, once wrong and once right. */
async function bringsTheAnswer(ama: Officer, xml: string): Promise<void> {
  const { window } = ama;
  const t = officerTexts.textFor(window.look.lang);
  const sends = async (text: string) => {
    await ama.opens('/transfers');
    const file = { name: 'answer.xml', mimeType: 'application/xml', buffer: Buffer.from(text) };
    await window.page.locator('[name="file"]').setInputFiles(file);
    await window.press(t('transfers.send.button'));
  };
  await sends(xml.slice(0, -20));
  await window.page.getByText(t('transfers.fault.not_xml')).first().waitFor();
  await sends(xml);
  await window.page.getByRole('heading', { name: 'camt.054' }).waitFor();
}

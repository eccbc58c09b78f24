// What an applicant does in the portal and on the processor's page, by what stands on the screen.
import { expect } from '@jest/globals';
import { formatDay, Temporal, type PaymentWay } from '#kernel';
import { texts } from '../../apps/portal/src/text/index.ts';
import type { Situation } from '../../apps/portal/src/tracking/situation.ts';
import {
  ACCOUNTS,
  ROUTING_NUMBER,
  type AccountName,
} from '../../apps/stripe-emulator/src/payment-methods/bank-accounts.ts';
import { CARDS, type CardName } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { TEXTS as checkoutTexts } from '../../apps/stripe-emulator/src/pages/text.ts';
import { mrzOf, type Passport } from '../../tools/seed/passport.ts';
import { PASSWORD } from '../support/world/people.ts';
import { until, type Stage, type Window } from './stage.ts';

const ARRIVES_IN_DAYS = 40;

const partsOf = (field: string, iso: string): Record<string, string> => {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return {
    [`${field}-day`]: String(day),
    [`${field}-month`]: String(month),
    [`${field}-year`]: String(year),
  };
};

export class Applicant {
  private readonly t;
  reference = '';

  constructor(
    private readonly stage: Stage,
    readonly window: Window,
    readonly email: string,
    readonly passport: Passport,
  ) {
    this.t = texts.textFor(window.look.lang);
  }

  private get page() {
    return this.window.page;
  }

  private get site() {
    return this.stage.processes.urls.portal;
  }

  private async saveAndContinue(): Promise<void> {
    await this.page.locator('main form button').last().click();
    await this.page.waitForLoadState();
    await this.window.inspect();
  }

  private async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      await this.page.locator(`[name="${name}"]`).fill(value);
    }
  }

  /** What stands in a form, filled in already. */
  private async shows(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      expect([name, await this.page.locator(`[name="${name}"]`).inputValue()]).toEqual([
        name,
        value,
      ]);
    }
  }

  private fillDay(field: string, iso: string): Promise<void> {
    return this.fill(partsOf(field, iso));
  }

  /** Makes an account with the code from the mail. */
  async signsUp(): Promise<void> {
    const { t, window } = this;
    await window.open(`${this.site}/?lang=${window.look.lang}`);
    await window.open(`${this.site}/programmes/compare`);
    await window.open(`${this.site}/sign-up`);
    await this.page.getByLabel(t('account.email')).fill(this.email);
    await window.press(t('account.signUp.button'));
    const { text } = await this.stage.mailTo(this.email, /./);
    await this.page.getByLabel(t.dynamic('web.own.code.label')).fill(/\b\d{8}\b/.exec(text)![0]);
    await window.press(t.dynamic('web.own.code.button'));
    await this.page.locator('[name="password"]').fill(PASSWORD);
    await window.press(t.dynamic('web.own.newPassword.signUp.button'));
  }

  /** Opens a case at the consulate in Washington and fills in the whole form. */
  async applies(): Promise<void> {
    const { window, page } = this;
    await window.open(`${this.site}/cases/new`);
    await page.locator('[name="programme"][value="mali-us"]').check();
    await page.getByLabel(/Washington/).check();
    await this.saveAndContinue();
    this.reference = /VB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())![0];
    await window.open(`${this.site}/cases/${this.reference}`);
    await window.open(`${this.site}/cases/${this.reference}/apply/passport`);
    const { givenNames, familyName, bornOn, expiresOn, number } = this.passport;
    await this.fill({ mrz: mrzOf(this.passport).join('\n') });
    await window.press(this.t('apply.passport.fill'));
    // What the lines say stands in the form, here and on the next page.
    await this.shows({ number, issuingState: 'USA' });
    await this.shows(partsOf('expiresOn', expiresOn));
    await this.saveAndContinue();
    await this.shows({ givenNames, familyName, nationality: 'USA' });
    await this.shows(partsOf('bornOn', bornOn));
    await this.saveAndContinue();
    await this.plansTheJourney();
  }

  private async plansTheJourney(): Promise<void> {
    const { page } = this;
    await page.locator('[name="purpose"][value="tourism"]').check();
    const arrives = Temporal.Now.plainDateISO('UTC').add({ days: ARRIVES_IN_DAYS });
    await this.fillDay('arrivesOn', arrives.toString());
    await this.fill({ stayDays: '14', stayAddress: 'Hôtel du Fleuve, Bamako' });
    await this.choosePort();
    await this.saveAndContinue();
    await this.fill({ phone: '+1 202 555 0142', address: '12 Example Street, Springfield' });
    await this.saveAndContinue();
  }

  private async choosePort(): Promise<void> {
    const port = this.page.locator('[name="port"]');
    if ((await port.first().getAttribute('type')) === 'radio') await port.first().check();
    else await port.selectOption('BKO');
  }

  async submits(): Promise<void> {
    const { t, window } = this;
    await this.page.getByText(this.passport.number, { exact: true }).waitFor();
    await this.page.getByLabel(t('apply.check.box')).check();
    await window.press(t('apply.check.button'));
    await this.sees(t('tracking.situation.submitted.status'));
  }

  /** The direction says why it asks for another amount than usual. */
  async readsTheReason(code: string): Promise<void> {
    await this.window.open(`${this.site}/cases/${this.reference}/bond`);
    await this.page.getByText(this.t.dynamic(`programme.code.${code}`)).waitFor();
  }

  /** Sends a link to somebody who is to pay in the applicant's place. */
  async asksToPay(email: string, lang: 'en' | 'fr'): Promise<void> {
    const { t, window, page } = this;
    await window.open(`${this.site}/cases/${this.reference}/bond`);
    await window.follow(t('payer.panel.link'));
    await page.getByLabel(t('payer.ask.email')).fill(email);
    await page.locator(`[name="language"][value="${lang}"]`).check();
    await page.getByLabel(t('payer.ask.box')).check();
    await window.press(t('payer.ask.button'));
    await page.getByText(t('tracking.notice.payer_asked')).waitFor();
  }

  async signsTheUndertaking(): Promise<void> {
    const { t, window, page } = this;
    await window.open(`${this.site}/cases/${this.reference}/bond`);
    await window.follow(t('bond.direction.sign'));
    await page.locator(`[name="language"][value="${window.look.lang}"]`).check();
    const { givenNames, familyName } = this.passport;
    await page.getByLabel(t('bond.undertaking.name')).fill(`${givenNames} ${familyName}`);
    await page.getByLabel(t('bond.undertaking.box')).check();
    await window.press(t('bond.undertaking.button'));
  }

  /** Chooses how to pay, and is on the processor's page. */
  private async choosesToPayBy(way: PaymentWay): Promise<void> {
    const { t, window, page } = this;
    await window.open(`${this.site}/cases/${this.reference}/bond`);
    await window.follow(t('bond.direction.pay'));
    await page.locator(`[name="way"][value="${way}"]`).check();
    await window.press(t('ways.button'));
  }

  /** Fills in the processor's form. */
  private async submitsCheckout(typed: Record<string, string>): Promise<void> {
    const { page, passport, email } = this;
    await this.fill({ email, name: `${passport.givenNames} ${passport.familyName}`, ...typed });
    await page.locator('form button[type=submit]').click();
    await page.waitForLoadState();
  }

  /** The processor's answer stands on the page to come back to. */
  private async comesBack(): Promise<void> {
    await this.page.waitForURL(/\/bond\/paid/);
    await this.window.inspect();
  }

  /** Lets the processor take it from this account of a bank. */
  async paysByDebit(account: AccountName): Promise<void> {
    await this.choosesToPayBy('bank_debit');
    await this.submitsCheckout({ routing: ROUTING_NUMBER, account: ACCOUNTS[account].number });
    await this.comesBack();
  }

  /** Asks where to send a transfer to, and goes back to the case. */
  async asksForATransfer(): Promise<void> {
    await this.choosesToPayBy('bank_transfer');
    await this.submitsCheckout({});
    await this.page.locator('a[href*="/bond/paid"]').click();
    await this.comesBack();
  }

  /** Goes to the processor's page and pays there with each card in turn. */
  async pays(...cards: readonly CardName[]): Promise<void> {
    const { page, window } = this;
    await this.choosesToPayBy('card');
    const text = checkoutTexts[window.look.lang];
    for (const card of cards) {
      await this.submitsCheckout({ number: CARDS[card].number, expiry: '12 / 34', cvc: '123' });
      if (card === 'challenged') {
        await page.getByRole('button', { name: text.confirm, exact: true }).click();
        await page.waitForLoadState();
      }
      if (card === 'declined') await page.getByRole('alert').getByText(text.problem).waitFor();
    }
    await this.comesBack();
  }

  /** Reads the case page again until it says so, as a person would. */
  async sees(status: string): Promise<void> {
    const heading = this.page.getByText(status, { exact: true });
    await until(`the case page says “${status}”`, async () => {
      await this.page.goto(`${this.site}/cases/${this.reference}`);
      return (await heading.count()) > 0;
    });
    await this.window.inspect();
  }

  seesSituation(name: Situation): Promise<void> {
    return this.sees(this.t(`tracking.situation.${name}.status`));
  }

  /** Every step of the tracker is done, with the bank's number. */
  async seesTheRefundDone(): Promise<void> {
    await this.seesSituation('refunded');
    // The day in the books: a journey may begin before midnight and end after it.
    const { day } = await this.stage.one<{ day: string }>(
      `select r.returned_on::text as day from refund r join visa_case c on c.id = r.case_id
       where c.reference = $1`,
      this.reference,
    );
    const when = formatDay(Temporal.PlainDate.from(day), this.window.look.lang);
    const { t, page } = this;
    await page.getByText(t('tracking.refund.real', { when }), { exact: false }).waitFor();
  }
}

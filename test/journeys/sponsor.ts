// Somebody who pays for others, by what stands on the screen.
import { texts } from '../../apps/portal/src/text/index.ts';
import { CARDS } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import { PASSWORD } from '../support/world/people.ts';
import { until, type Stage, type Window } from './stage.ts';

const NAME = 'Awa Traoré';

export class Sponsor {
  private readonly t;

  constructor(
    private readonly stage: Stage,
    readonly window: Window,
    readonly email: string,
  ) {
    this.t = texts.textFor(window.look.lang);
  }

  private get site() {
    return this.stage.processes.urls.portal;
  }

  /** Opens the link of the mail that asks for this bond. */
  async followsTheLink(reference: string): Promise<void> {
    const { text } = await this.stage.mailTo(this.email, new RegExp(reference));
    const [link = ''] = /http\S+asked-to-pay\?secret=[\w-]+/.exec(text) ?? [];
    await this.window.open(link);
    await this.window.page.getByText(this.t('payer.asked.title')).first().waitFor();
  }

  /** Makes an account of the address that was asked, and comes back to the bond. */
  async signsUp(): Promise<void> {
    const { t, window } = this;
    const { page } = window;
    // On a phone the same link is behind the menu as well.
    await page.locator('main a[href="/sign-up"]').click();
    await window.inspect();
    await page.getByLabel(t('account.email')).fill(this.email);
    await window.press(t('account.signUp.button'));
    const { text } = await this.stage.mailTo(this.email, /code/i);
    await page.getByLabel(t.dynamic('web.own.code.label')).fill(/\b\d{8}\b/.exec(text)![0]);
    await window.press(t.dynamic('web.own.code.button'));
    await page.locator('[name="password"]').fill(PASSWORD);
    await window.press(t.dynamic('web.own.newPassword.signUp.button'));
  }

  /** Sees for whom it is, and agrees. */
  async agreesFor(traveller: string): Promise<void> {
    const { t, window } = this;
    const { page } = window;
    await page.getByText(traveller).first().waitFor();
    await page.getByLabel(t('payer.asked.name')).fill(NAME);
    await page.getByLabel(t('payer.asked.box')).check();
    await window.press(t('payer.asked.accept'));
    await page.getByText(t('payer.situation.bond_to_sign.status')).waitFor();
  }

  async signs(reference: string): Promise<void> {
    const { t, window } = this;
    const { page } = window;
    await window.open(`${this.site}/cases/${reference}`);
    await window.follow(t('bond.direction.sign'));
    await page.locator(`[name="language"][value="${window.look.lang}"]`).check();
    await page.getByLabel(t('bond.undertaking.name')).fill(NAME);
    await page.getByLabel(t('bond.undertaking.box')).check();
    await window.press(t('bond.undertaking.button'));
  }

  async pays(reference: string): Promise<void> {
    const { t, window } = this;
    const { page } = window;
    await window.open(`${this.site}/cases/${reference}/bond`);
    await window.follow(t('bond.direction.pay'));
    await page.locator('[name="way"][value="card"]').check();
    await window.press(t('ways.button'));
    const values = { email: this.email, name: NAME, number: CARDS.visa.number, expiry: '12 / 34' };
    for (const [name, value] of Object.entries({ ...values, cvc: '123' })) {
      await page.locator(`[name="${name}"]`).fill(value);
    }
    await page.locator('form button[type=submit]').click();
    await page.waitForURL(/\/bond\/paid/);
    await window.inspect();
    await this.sees(reference, t('payer.situation.bond_held.status'));
  }

  /** Reads the page of a bond again until it says so. */
  async sees(reference: string, status: string): Promise<void> {
    const { page } = this.window;
    await until(`the bond says “${status}”`, async () => {
      await page.goto(`${this.site}/cases/${reference}`);
      return (await page.getByText(status, { exact: true }).count()) > 0;
    });
    await this.window.inspect();
  }

  /** The one page of all bonds that they pay for: what it says, row by row. */
  async listsBonds(): Promise<string[]> {
    await this.window.open(`${this.site}/bonds`);
    return this.window.page.locator('main tbody tr').allInnerTexts();
  }

  /** What was signed comes as a file. */
  async downloadsTheUndertaking(reference: string): Promise<Buffer> {
    const file = await this.window.page.request.get(
      `${this.site}/cases/${reference}/bond/undertaking.pdf`,
    );
    return file.body();
  }
}

// What staff do on the officer site, by what stands on the screen.
import { texts } from '../../apps/officer/src/text/index.ts';
import { PASSWORD } from '../support/world/people.ts';
import type { Stage, Window } from './stage.ts';

/** What the shipped programme asks by default. */
const USUAL_MINOR = '1000000';

export class Officer {
  private readonly t;

  constructor(
    private readonly stage: Stage,
    readonly window: Window,
    readonly email: string,
  ) {
    this.t = texts.textFor(window.look.lang);
  }

  private get site() {
    return this.stage.processes.urls.officer;
  }

  async signsIn(): Promise<void> {
    const { t, window } = this;
    await window.open(`${this.site}/sign-in?lang=${window.look.lang}`);
    await window.page.getByLabel(t.dynamic('web.own.email')).fill(this.email);
    await window.page.locator('[name="password"]').fill(PASSWORD);
    await window.press(t.dynamic('web.signIn'));
    await window.page.getByRole('heading', { name: t('desk.title') }).waitFor();
  }

  async takesTheNextCase(): Promise<void> {
    await this.window.press(this.t('desk.takeNext'));
  }

  /** On the page of the case, which taking it leads to. */
  async confirmsThePassport(reference: string): Promise<void> {
    const { t, window } = this;
    await this.opens(`/cases/${reference}`);
    await window.press(t('passport.confirm'));
    await window.page.getByText(t('cases.done.passport_confirmed')).waitFor();
  }

  async opens(path: string): Promise<void> {
    await this.window.open(`${this.site}${path}`);
  }

  /** Asks for the usual amount, or for another with its reason. */
  async directs(reference: string, other?: { amountMinor: string; reason: string }) {
    const { t, window } = this;
    await this.opens(`/cases/${reference}/direct`);
    const { page } = window;
    const minor = other?.amountMinor ?? USUAL_MINOR;
    await page.locator(`[name="tier"][value="${minor}"]`).check();
    if (other) await page.locator('[name="reason"]').selectOption(other.reason);
    await window.press(t('confirm.next'));
    await window.press(t(other ? 'confirm.direct.propose' : 'confirm.direct.button'));
    const done = other ? 'cases.done.proposed' : 'cases.done.directed';
    await page.getByText(t(done)).waitFor();
  }

  async approvesTheProposal(reference: string): Promise<void> {
    const { t, window } = this;
    await this.opens('/approvals');
    await window.follow(t('approvals.lookAt', { reference }));
    await window.press(t('approvals.one.approve'));
    await window.page.getByText(t('cases.done.approved')).waitFor();
  }

  async issuesTheVisa(reference: string): Promise<void> {
    const { t, window } = this;
    await this.opens(`/cases/${reference}/visa`);
    await window.press(t('decide.visa.button'));
    await window.page.getByText(t('cases.done.visa_issued')).waitFor();
  }

  async approvesTheNewDisbursement(reference: string): Promise<void> {
    const { t, window } = this;
    await this.opens('/refunds');
    const link = window.page.getByRole('link', { name: new RegExp(`\\(${reference}\\)`) });
    await link.first().click();
    await window.page.waitForLoadState();
    await window.inspect();
    await window.press(t('refunds.one.approve'));
    await window.page.getByText(t('refunds.done.approved')).waitFor();
  }
}

// A suspected breach from the notice to the end of the appeal, by what stands on the screens of both sites.
import { factors, type BreachList } from '#breach';
import { texts as officerTexts } from '../../apps/officer/src/text/index.ts';
import { texts as portalTexts } from '../../apps/portal/src/text/index.ts';
import type { Applicant } from './applicant.ts';
import type { Officer } from './officer.ts';
import { until, type Stage } from './stage.ts';

const FACTS = 'Left on the second day after the last one.';
const REPLY = 'My flight was cancelled, and the next one was two days later.';
const ANSWER = 'The one of the port of departure.';
const WEIGHED = 'Two days late, with a reason.';

/** Left two days after the last day, and the file of it is opened. */
export async function leavesLate(stage: Stage, { passport, reference }: Applicant): Promise<void> {
  await stage.daysLater(2);
  await stage.border('departed', passport);
  const one = (sql: string) =>
    stage.one<{ n: number }>(`select count(*)::int as n from ${sql}`, reference);
  await until('the bond referred', async () => {
    const sql = `bond b join visa_case c on c.id = b.case_id
                 where b.state = 'referred' and c.reference = $1`;
    return (await one(sql)).n === 1;
  });
  await stage.sweeps();
  await until('the file opened', async () => {
    const sql = 'breach_file f join visa_case c on c.id = f.case_id where c.reference = $1';
    return (await one(sql)).n === 1;
  });
}

/** Somebody who has a part in the file, on the officers' site. */
export class Judge {
  private readonly t;

  constructor(
    private readonly officer: Officer,
    private readonly reference: string,
  ) {
    this.t = officerTexts.textFor(officer.window.look.lang);
  }

  private get window() {
    return this.officer.window;
  }

  private get page() {
    return this.window.page;
  }

  /** From the list of those that wait for this step. */
  private async opensTheFile(list: BreachList): Promise<void> {
    await this.officer.opens(`/breaches?show=${list}`);
    await this.window.follow(this.t('breaches.lookAt', { reference: this.reference }));
  }

  private async reads(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  private presses(act: 'notice' | 'decision' | 'appeal'): Promise<void> {
    return this.window.follow(this.t(`breaches.actions.${act}.button`));
  }

  /** Names no ground at first, and nothing happens; then names one and checks before it is given. */
  async givesNotice(): Promise<void> {
    const { t, window, page } = this;
    await this.opensTheFile('referred');
    await this.reads(t('breaches.standing.referred'));
    await this.presses('notice');
    await window.press(t('breachForms.next'));
    await page.getByRole('link', { name: t('breachForms.notice.missing') }).waitFor();
    await page.locator('[name="facts_late_departure"]').fill(FACTS);
    await window.press(t('breachForms.next'));
    await this.reads(t('breachForms.notice.held'));
    await window.press(t('breachForms.notice.confirm'));
    await this.reads(t('breaches.done.noticed'));
  }

  async answersTheQuestion(): Promise<void> {
    const { t, window, page } = this;
    await this.opensTheFile('questions');
    await this.reads(REPLY);
    await page.getByLabel(t('breaches.one.yourAnswer')).fill(ANSWER);
    await window.press(t('breaches.one.sendAnswer'));
    await this.reads(t('breaches.done.answered'));
  }

  /** Established, in part: what is typed as the state's is seen as both amounts before it is proposed. */
  async proposesToKeep(typed: string, shown: { refund: string; forfeit: string }): Promise<void> {
    const { t, window, page } = this;
    await this.opensTheFile('to_decide');
    await this.presses('decision');
    await page.locator('[name="ground_late_departure"][value="yes"]').check();
    await page.locator('[name="reasons_late_departure"]').fill('The record of the port.');
    for (const factor of factors) {
      await page.locator(`[name="weighs_${factor}"]`).selectOption('for_payer');
      await page.locator(`[name="note_${factor}"]`).fill('A cancelled flight.');
    }
    await page.locator('[name="outcome"][value="part"]').check();
    await page.locator('[name="forfeit"]').fill(typed);
    await page.locator('[name="reasons"]').fill(WEIGHED);
    await page.locator('[name="post"][value="no"]').check();
    await window.press(t('breachForms.next'));
    await this.reads(t('breaches.effect.part', shown));
    await window.press(t('breachForms.decision.confirm'));
    await this.reads(t('breaches.done.proposed'));
    await this.reads(t('breaches.one.own'));
  }

  async approves(): Promise<void> {
    const { t, window } = this;
    await this.opensTheFile('proposed');
    await window.press(t('breaches.one.approve'));
    await this.reads(t('breaches.done.approved'));
  }

  async proposesOnTheAppeal(outcome: 'upheld' | 'overturned'): Promise<void> {
    const { t, window, page } = this;
    await this.opensTheFile('appeals');
    await this.presses('appeal');
    await page.locator(`[name="outcome"][value="${outcome}"]`).check();
    await page.locator('[name="reasons"]').fill('As set out by the airline.');
    await window.press(t('breachForms.appeal.confirm'));
    await this.reads(t('breaches.done.proposed'));
  }
}

/** The payer, who is the traveller as well, on the portal. */
export class Accused {
  private readonly t;

  constructor(
    private readonly stage: Stage,
    private readonly applicant: Applicant,
  ) {
    this.t = portalTexts.textFor(applicant.window.look.lang);
  }

  private get window() {
    return this.applicant.window;
  }

  private async reads(words: string): Promise<void> {
    await this.window.page.getByText(words).first().waitFor();
  }

  private async openTheFile(): Promise<void> {
    const { stage, applicant } = this;
    await this.window.open(`${stage.processes.urls.portal}/cases/${applicant.reference}/breach`);
  }

  /** Writes nothing at first, then replies to the ground, and asks, which stops the clock. */
  async repliesAndAsks(): Promise<void> {
    const { t, window } = this;
    await this.applicant.seesSituation('breach_reply');
    await window.follow(t('breach.link'));
    await this.reads(FACTS);
    await window.press(t('breach.send'));
    await window.page.getByRole('link', { name: t('breach.nothingSaid') }).waitFor();
    await window.page.getByRole('textbox', { name: t('breach.reply') }).fill(REPLY);
    await window.press(t('breach.send'));
    await this.reads(t('breach.said.replied'));
    await window.page.getByText(t('breach.question')).click();
    await window.page.getByLabel(t('breach.questionField')).fill('Which record do you mean?');
    await window.press(t('breach.ask'));
    await this.reads(t('breach.waits'));
  }

  async readsTheAnswer(): Promise<void> {
    await this.openTheFile();
    await this.reads(ANSWER);
  }

  async appeals(): Promise<void> {
    const { t, window } = this;
    await this.applicant.seesSituation('breach_declared');
    await window.follow(t('breach.linkDecision'));
    await this.reads(t('breach.outcome.part'));
    await this.reads(WEIGHED);
    await window.follow(t('breach.appealButton'));
    await window.page.getByLabel(t('breach.appealField')).fill('The airline confirms it.');
    await window.press(t('breach.appealSend'));
    await this.reads(t('breach.said.appealed'));
  }

  async readsTheEnd(outcome: 'upheld' | 'overturned'): Promise<void> {
    const { t } = this;
    await until(`the decision on the appeal: ${outcome}`, async () => {
      await this.openTheFile();
      return (await this.window.page.getByText(t(`breach.outcome.${outcome}`)).count()) > 0;
    });
  }
}

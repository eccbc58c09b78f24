// The bond is held, and its applicant takes the application back: all of it returns.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatMoney, money } from '#kernel';
import { texts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { postsTheBond } from './beforehand.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, type Look } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@withdrawal.example', ['officer']);
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }],
];

test.each(LOOKS)(
  'withdrawn after the bond was posted, and refunded by itself: %s',
  async (name, look) => {
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@withdrawal.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const officer = new Officer(stage, await stage.window(look), 'officer@withdrawal.example');
    await postsTheBond(applicant, officer);

    await withdraws(applicant);
    await applicant.seesTheRefundDone();

    await officer.opens(`/cases/${applicant.reference}`);
    const books = await stage.one(
      `select c.state as case_state, b.state as bond_state, l.refunded, l.held
       from visa_case c join bond b on b.case_id = c.id join ledger.bond l on l.owner_id = b.id
       where c.reference = $1`,
      applicant.reference,
    );
    expect(books).toEqual({
      ...{ case_state: 'withdrawn', bond_state: 'closed', refunded: '1000000', held: '0' },
    });
    expect([...applicant.window.complaints, ...officer.window.complaints]).toEqual([]);
  },
  JOURNEY_MS,
);

/** Looks at what it will cause and goes back; then does it. */
async function withdraws({ window, reference, email }: Applicant): Promise<void> {
  const t = texts.textFor(window.look.lang);
  const amount = formatMoney(money(1_000_000n, 'USD'), window.look.lang);
  await window.open(`${stage.processes.urls.portal}/cases/${reference}`);
  await window.follow(t('withdraw.link'));
  await window.page.getByText(t('withdraw.bondBack', { amount })).waitFor();
  await window.follow(t('withdraw.keep'));
  await window.page.getByText(t('tracking.situation.bond_held.status')).waitFor();
  await window.follow(t('withdraw.link'));
  await window.press(t('withdraw.button'));
  await window.page.getByText(t('tracking.notice.withdrawn')).waitFor();
  await stage.mailTo(email, new RegExp(reference));
}

// The payer's bank disputes what was paid: the treasury sends evidence, the bank decides against it, the
// traveller reads what that means, and two people have the bond posted again.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatMoney, money } from '#kernel';
import { texts } from '../../apps/officer/src/text/index.ts';
import { texts as portalTexts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { postsTheBond } from './beforehand.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, until, type Look, type Window } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@dispute.example', ['officer']);
  await stage.staff('first@dispute.example', ['treasury'], 'Ibrahim Touré');
  await stage.staff('second@dispute.example', ['treasury'], 'Salif Koné');
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }],
];

test.each(LOOKS)(
  'evidence is sent, the dispute is lost, and the bond is posted again: %s',
  async (name, look) => {
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@dispute.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const officer = new Officer(stage, await stage.window(look), 'officer@dispute.example');
    await postsTheBond(applicant, officer);
    const { reference } = applicant;
    const first = await treasury('first@dispute.example', look);
    const second = await treasury('second@dispute.example', look);

    const dispute = await isDisputed(reference);
    await reads(applicant, 'to_answer');
    await answers(first, reference);
    await until('the evidence at the bank', async () => (await stateOf(dispute)) === 'answered');
    await reads(applicant, 'answered');

    await stage.processor(`_emulator/disputes/${dispute}/lose`, {});
    await until('the bank’s decision', async () => (await stateOf(dispute)) === 'lost');
    await reads(applicant, 'lost');
    await officer.opens(`/cases/${reference}`);
    await officer.window.follow(texts.textFor(look.lang)('cases.dispute.link'));
    await says(officer.window, texts.textFor(look.lang)('disputes.what.lost'));

    await settles(first, second, reference);
    await until('the bond asked again', async () => (await bondOf(reference)) === 'required');
    await reads(applicant, 'lost_again');
    const complaints = [applicant.window, officer.window, first, second].map((w) => w.complaints);
    expect(complaints.flat()).toEqual([]);
  },
  JOURNEY_MS,
);

const site = () => stage.processes.urls.officer;
const wordsOf = ({ look }: Window) => texts.textFor(look.lang);
const says = (window: Window, text: string) => window.page.getByText(text).first().waitFor();

async function treasury(email: string, look: Look): Promise<Window> {
  const officer = new Officer(stage, await stage.window(look), email);
  await officer.signsIn();
  return officer.window;
}

async function isDisputed(reference: string): Promise<string> {
  const { pi } = await stage.one<{ pi: string }>(
    `select p.processor_payment_id as pi from payment p join bond b on b.id = p.bond_id
     where b.reference = $1 and p.state = 'paid'`,
    reference,
  );
  const path = `_emulator/payment_intents/${pi}/dispute`;
  const { id } = await stage.processor<{ id: string }>(path, { reason: 'fraudulent' });
  await until('its news', async () => (await stateOf(id)) === 'to_answer');
  return id;
}

const stateOf = async (processorId: string): Promise<string | undefined> => {
  const sql = 'select state from dispute where processor_dispute_id = $1';
  return (await stage.db.admin.query<{ state: string }>(sql, [processorId])).rows[0]?.state;
};
const bondOf = async (reference: string): Promise<string> =>
  (await stage.one<{ state: string }>('select state from bond where reference = $1', reference))
    .state;

type Told = 'to_answer' | 'answered' | 'lost' | 'lost_again';

/** What happened, who acts, and what silence does, on the traveller's own page. */
async function reads({ window, reference }: Applicant, told: Told): Promise<void> {
  const t = portalTexts.textFor(window.look.lang);
  const amount = formatMoney(money(1_000_000n, 'USD'), window.look.lang);
  await window.open(`${stage.processes.urls.portal}/cases/${reference}`);
  await says(window, t(`dispute.told.${told}.what`, { amount }));
  await says(window, t(`dispute.told.${told}.next`));
  await says(window, t(`dispute.told.${told}.silence`));
}

/** From the desk to the list to its page; the pack is made, read, and sent. */
async function answers(window: Window, reference: string): Promise<void> {
  const t = wordsOf(window);
  const { page } = window;
  await window.open(`${site()}/`);
  await says(window, t('desk.lists.disputes.name'));
  await window.open(`${site()}/disputes`);
  await page
    .getByRole('row')
    .filter({ hasText: reference })
    .getByRole('link', { name: t('disputes.look') })
    .click();
  await window.page.waitForLoadState();
  await window.inspect();
  await says(window, t('disputes.next.to_answer'));
  await says(window, t('disputes.acts.issue_visa'));
  await window.press(t('disputes.answer.make'));
  await says(window, t('disputes.done.pack'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('disputes.answer.read') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dispute-.*\.pdf$/);
  await window.press(t('disputes.answer.send'));
  await says(window, t('disputes.done.order'));
}

/** One proposes that the bond is posted again, the other agrees. */
async function settles(first: Window, second: Window, reference: string): Promise<void> {
  const { id } = await stage.one<{ id: string }>(
    'select id from reversal where reference = $1',
    reference,
  );
  const t = wordsOf(first);
  await first.open(`${site()}/reversals/${id}`);
  await first.press(t('reversals.outcome.post_again.propose'));
  await second.open(`${site()}/reversals/${id}`);
  await second.press(t('reversals.one.approve'));
  await says(second, t('reversals.done.approve'));
}

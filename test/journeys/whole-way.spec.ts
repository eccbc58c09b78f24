// The main job from the first form to the last cent, against the running processes.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, type Look } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@whole.example', ['officer']);
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }],
  ['without JavaScript', { lang: 'en', js: false, width: 1280 }],
];

test.each(LOOKS)(
  'apply, direct, pay, held, visa, departure, refunded: %s',
  async (name, look) => {
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@whole.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const officer = new Officer(stage, await stage.window(look), 'officer@whole.example');

    await applicant.signsUp();
    await applicant.applies();
    await applicant.submits();

    await officer.signsIn();
    await officer.takesTheNextCase();
    await officer.confirmsThePassport(applicant.reference);
    await officer.directs(applicant.reference);

    await applicant.seesSituation('bond_to_sign');
    await applicant.signsTheUndertaking();
    await applicant.pays('declined', 'visa');
    await applicant.seesSituation('bond_held');

    await officer.issuesTheVisa(applicant.reference);
    await applicant.seesSituation('visa_issued');

    await stage.border('admitted', applicant.passport);
    await applicant.seesSituation('travelling');
    await stage.border('departed', applicant.passport);
    await applicant.seesTheRefundDone();

    await officer.opens(`/cases/${applicant.reference}`);
    await expectTheMoneyBack(applicant.reference);
    expect([...applicant.window.complaints, ...officer.window.complaints]).toEqual([]);
  },
  JOURNEY_MS,
);

/** The rows and the processor agree: one payment in, one refund out, nothing held. */
async function expectTheMoneyBack(reference: string): Promise<void> {
  const books = await stage.one(
    `select c.state as case_state, b.state as bond_state, l.paid, l.refunded, l.held
     from visa_case c join bond b on b.case_id = c.id join ledger.bond l on l.owner_id = b.id
     where c.reference = $1`,
    reference,
  );
  expect(books).toEqual({
    ...{ case_state: 'closed', bond_state: 'closed' },
    ...{ paid: '1000000', refunded: '1000000', held: '0' },
  });
  const { processor_payment_id: payment } = await stage.one<{ processor_payment_id: string }>(
    `select p.processor_payment_id from payment p join bond b on b.id = p.bond_id
     join visa_case c on c.id = b.case_id where c.reference = $1 and p.state = 'paid'`,
    reference,
  );
  const { data } = await stage.processor<{ data: { status: string; amount: number }[] }>(
    `v1/refunds?payment_intent=${payment}`,
  );
  expect(data.map(({ status, amount }) => ({ status, amount }))).toEqual([
    { status: 'succeeded', amount: 1_000_000 },
  ]);
}

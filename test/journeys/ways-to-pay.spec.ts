// Each way to pay, page by page: a card that is declined and one that its bank asks about, a debit that
// is refused days later and then one that is paid, and a transfer in two parts, of which more comes than
// was asked.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { texts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { signsForTheBond } from './beforehand.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, until, type Look } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@ways.example', ['officer']);
}, JOURNEY_MS);
afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const ENGLISH: Look = { lang: 'en', js: true, width: 1280 };
const FRENCH_ON_A_PHONE: Look = { lang: 'fr', js: true, width: 390 };

/** Asked for a bond, which is signed; what is inspected begins with the choice of a way. */
async function signed(name: string, look: Look): Promise<Applicant> {
  const email = `${name}@ways.example`;
  const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
  const officer = new Officer(stage, await stage.window(look), 'officer@ways.example');
  await signsForTheBond(applicant, officer);
  return applicant;
}

const paymentOf = ({ reference }: Applicant) =>
  stage.one<{ state: string; pi: string; customer: string }>(
    `select p.state, p.processor_payment_id as pi, p.processor_customer_id as customer
     from payment p join bond b on b.id = p.bond_id where b.reference = $1 order by p.id desc limit 1`,
    reference,
  );
const isIn = (applicant: Applicant, state: string) =>
  until(`a payment that is ${state}`, async () => (await paymentOf(applicant)).state === state);
const answers = async (applicant: Applicant) =>
  stage.processor(`_emulator/payment_intents/${(await paymentOf(applicant)).pi}/settle`, {});

test(
  'a card: declined, then one that its bank asks about',
  async () => {
    const applicant = await signed('card', ENGLISH);
    await applicant.pays('declined', 'challenged');
    await applicant.seesSituation('bond_held');
    expect(applicant.window.complaints).toEqual([]);
  },
  JOURNEY_MS,
);

test(
  'a debit: under way, refused days later, and paid by another account',
  async () => {
    const applicant = await signed('debit', FRENCH_ON_A_PHONE);
    await applicant.paysByDebit('bankShort');
    await isIn(applicant, 'processing');
    await applicant.seesSituation('bond_debit');
    await answers(applicant);
    await stage.mailTo(applicant.email, /n’a pas effectué le paiement/);
    await applicant.sees(texts.textFor('fr')('declined.title'));

    await applicant.paysByDebit('bankPays');
    await isIn(applicant, 'processing');
    await answers(applicant);
    await applicant.seesSituation('bond_held');
    expect(applicant.window.complaints).toEqual([]);
  },
  JOURNEY_MS,
);

test(
  'a transfer: in two parts, and what is too much goes back',
  async () => {
    const applicant = await signed('transfer', ENGLISH);
    await applicant.asksForATransfer();
    await applicant.seesSituation('bond_transfer');
    const { customer } = await paymentOf(applicant);
    const sends = (amount: number) => stage.transfers(customer, amount);
    await sends(400_000);
    await applicant.seesSituation('bond_in_part');
    await sends(650_000);
    await applicant.seesSituation('bond_held');
    await applicant.sees(texts.textFor('en')('tracking.refund.surplus'));
    const back = await until('the surplus to be asked for', async () => {
      const rows = await stage.db.admin.query<{ state: string; amount: string }>(
        `select d.state, d.amount_minor as amount from disbursement d
         join refund r on r.id = d.refund_id where r.reference = $1`,
        [applicant.reference],
      );
      return rows.rows[0]?.state === 'requires_action' ? rows.rows : null;
    });
    expect(back).toEqual([{ state: 'requires_action', amount: '50000' }]);
    expect(applicant.window.complaints).toEqual([]);
  },
  JOURNEY_MS,
);

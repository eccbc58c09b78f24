// A lower tier needs a second person; a refund that fails after it succeeded needs the treasury.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage } from './stage.ts';

const LOOK = { lang: 'en', js: true, width: 1280 } as const;
let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@two.example', ['officer'], 'Awa Diallo');
  await stage.staff('head@two.example', ['head_of_section'], 'Fatou Sissoko');
  await stage.staff('treasury@two.example', ['treasury'], 'Ibrahim Touré');
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const staff = async (email: string) => {
  const officer = new Officer(stage, await stage.window(LOOK), email);
  await officer.signsIn();
  return officer;
};

test(
  'half the usual bond by two people; the refund fails at the bank and is sent again',
  async () => {
    const email = 'ada@two.example';
    const applicant = new Applicant(stage, await stage.window(LOOK), email, aPassport());
    // The form is as on the whole way, whose journey inspects it.
    applicant.window.inspects = false;
    await applicant.signsUp();
    await applicant.applies();
    await applicant.submits();
    applicant.window.inspects = true;

    const officer = await staff('officer@two.example');
    await officer.takesTheNextCase();
    await officer.confirmsThePassport(applicant.reference);
    await officer.directs(applicant.reference, {
      amountMinor: '500000',
      reason: 'ability_to_pay',
    });
    const head = await staff('head@two.example');
    await head.approvesTheProposal(applicant.reference);

    await applicant.readsTheReason('ability_to_pay');
    await applicant.signsTheUndertaking();
    await applicant.pays('refundFails');
    await applicant.seesSituation('bond_held');
    await officer.issuesTheVisa(applicant.reference);
    await stage.border('admitted', applicant.passport);
    await applicant.seesSituation('travelling');
    await stage.border('departed', applicant.passport);
    await applicant.seesSituation('refund_problem');

    const treasury = await staff('treasury@two.example');
    await treasury.approvesTheNewDisbursement(applicant.reference);
    const disbursements = await stage.db.admin.query<{ attempt: number; approved: boolean }>(
      `select d.attempt, d.approved_by is not null as approved
     from disbursement d join refund r on r.id = d.refund_id
     join visa_case c on c.id = r.case_id where c.reference = $1 order by d.attempt`,
      [applicant.reference],
    );
    expect(disbursements.rows.slice(0, 2)).toEqual([
      { attempt: 1, approved: false },
      { attempt: 2, approved: true },
    ]);
    for (const { window } of [applicant, officer, head, treasury]) {
      expect(window.complaints).toEqual([]);
    }
  },
  JOURNEY_MS,
);

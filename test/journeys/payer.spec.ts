// Payers who do not travel: one who is asked by mail, and one for a family of three.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { texts } from '../../apps/portal/src/text/index.ts';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { isDirected } from './beforehand.ts';
import { Officer } from './officer.ts';
import { Sponsor } from './sponsor.ts';
import { JOURNEY_MS, Stage, type Look } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@payer.example', ['officer']);
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const LOOKS: readonly [string, Look][] = [
  ['in English', { lang: 'en', js: true, width: 1280 }],
  ['in French on a phone', { lang: 'fr', js: true, width: 390 }],
];
const officerIn = async (look: Look) => {
  const officer = new Officer(stage, await stage.window(look), 'officer@payer.example');
  officer.window.inspects = false;
  await officer.signsIn();
  return officer;
};
const nameOf = ({ passport }: Applicant) => `${passport.givenNames} ${passport.familyName}`;

test.each(LOOKS)(
  'asked by mail, own account, signed, paid, followed, refunded to the payer: %s',
  async (name, look) => {
    const t = texts.textFor(look.lang);
    const key = name.replaceAll(' ', '-').toLowerCase();
    const applicant = new Applicant(
      stage,
      await stage.window(look),
      `${key}@traveller.example`,
      aPassport(),
    );
    const sponsor = new Sponsor(stage, await stage.window(look), `${key}@payer.example`);
    const officer = await officerIn(look);
    await isDirected(applicant, officer);
    const { reference } = applicant;

    await applicant.asksToPay(sponsor.email, look.lang);
    await applicant.seesSituation('bond_payer_asked');
    await sponsor.followsTheLink(reference);
    await sponsor.signsUp();
    await sponsor.agreesFor(nameOf(applicant));
    await applicant.seesSituation('bond_with_payer');
    await stage.mailTo(applicant.email, /agreed|will pay|sollicitée versera/);
    await sponsor.signs(reference);
    await sponsor.pays(reference);
    await applicant.seesSituation('bond_held');
    expect((await sponsor.downloadsTheUndertaking(reference)).subarray(0, 8).toString()).toBe(
      '%PDF-1.7',
    );

    await officer.issuesTheVisa(reference);
    await stage.border('admitted', applicant.passport);
    await applicant.seesSituation('travelling');
    await stage.border('departed', applicant.passport);
    await sponsor.sees(reference, t('tracking.situation.refunded.status'));
    await applicant.seesSituation('refunded_to_payer');
    await stage.mailTo(sponsor.email, /has been refunded|est remboursée/);
    expect([...applicant.window.complaints, ...sponsor.window.complaints]).toEqual([]);
  },
  JOURNEY_MS,
);

test(
  'a family of three with one payer: one account, one page, three bonds',
  async () => {
    const look: Look = { lang: 'en', js: false, width: 1280 };
    const sponsor = new Sponsor(stage, await stage.window(look), 'parent@payer.example');
    const officer = await officerIn(look);
    const family: Applicant[] = [];
    for (const who of ['mother', 'daughter', 'son']) {
      const window = await stage.window(look);
      const member = new Applicant(stage, window, `${who}@family.example`, aPassport());
      await isDirected(member, officer);
      await member.asksToPay(sponsor.email, 'en');
      await sponsor.followsTheLink(member.reference);
      if (family.length === 0) await sponsor.signsUp();
      await sponsor.agreesFor(nameOf(member));
      family.push(member);
    }
    const asked = await sponsor.listsBonds();
    expect(asked).toHaveLength(3);
    for (const member of family) {
      const row = asked.find((text) => text.includes(member.reference));
      expect(row).toContain(nameOf(member));
      expect(row).toContain('To be posted');
      await sponsor.signs(member.reference);
      await sponsor.pays(member.reference);
    }
    for (const row of await sponsor.listsBonds()) expect(row).toContain('Held');
    for (const member of family) await member.seesSituation('bond_held');
    const { payers } = await stage.one<{ payers: number }>(
      `select count(distinct payer_account_id)::int as payers from bond
       where reference = any ($1) and state = 'held'`,
      family.map((member) => member.reference),
    );
    expect(payers).toBe(1);
  },
  JOURNEY_MS,
);

// No record of a departure: the traveller proves it, two officers agree, and the bond goes back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { entersTheCountry } from './beforehand.ts';
import { checksTheProof, confirmsTheProof, provesTheDeparture } from './evidence.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, type Look } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('first@evidence.example', ['officer'], 'Awa Diallo');
  await stage.staff('second@evidence.example', ['head_of_section'], 'Boubacar Sow');
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
  'missing record to refunded by evidence: %s',
  async (name, look) => {
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@evidence.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const first = new Officer(stage, await stage.window(look), 'first@evidence.example');
    const second = new Officer(stage, await stage.window(look), 'second@evidence.example');
    await entersTheCountry(stage, applicant, first);

    await provesTheDeparture(stage, applicant.window, applicant.reference);
    await checksTheProof(stage, first.window, applicant.reference);
    await second.signsIn();
    await confirmsTheProof(stage, second.window, applicant.reference);
    await applicant.seesTheRefundDone();

    const all = [applicant, first, second].flatMap((who) => who.window.complaints);
    expect(all).toEqual([]);
    const books = await stage.one(
      `select b.state, l.refunded, l.held from bond b join ledger.bond l on l.owner_id = b.id
       where b.reference = $1`,
      applicant.reference,
    );
    expect(books).toEqual({ state: 'closed', refunded: '1000000', held: '0' });
  },
  JOURNEY_MS,
);

// A departure after the last day: notice, reply, a part for the state, an appeal, and what goes back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { formatMoney, money } from '#kernel';
import { aPassport } from '../../tools/seed/passport.ts';
import { Applicant } from './applicant.ts';
import { entersTheCountry } from './beforehand.ts';
import { Accused, Judge, leavesLate } from './breach.ts';
import { Officer } from './officer.ts';
import { JOURNEY_MS, Stage, until, type Look } from './stage.ts';

let stage: Stage;

const JUDGES = [
  ['first@breach.example', 'adjudicator', 'Bintou Fofana'],
  ['second@breach.example', 'adjudicator', 'Cheick Dembélé'],
  ['third@breach.example', 'appeal_member', 'Rokia Sidibé'],
  ['fourth@breach.example', 'appeal_member', 'Modibo Camara'],
] as const;

beforeAll(async () => {
  stage = await Stage.start();
  await stage.staff('officer@breach.example', ['officer'], 'Awa Diallo');
  for (const [email, role, name] of JUDGES) await stage.staff(email, [role], name);
}, JOURNEY_MS);

afterAll(async () => {
  expect(await stage.stop()).toEqual([]);
});

const WAYS: readonly (readonly [string, Look, 'upheld' | 'overturned', object])[] = [
  [
    'dismissed, in English',
    { lang: 'en', js: true, width: 1280 },
    'upheld',
    { refunded: '700000', forfeited: '300000', held: '0' },
  ],
  [
    'allowed, in French on a phone',
    { lang: 'fr', js: true, width: 390 },
    'overturned',
    { refunded: '1000000', forfeited: '0', held: '0' },
  ],
];

test.each(WAYS)(
  'a late departure, part of the bond for the state, and an appeal that is %s',
  async (name, look, outcome, end) => {
    await stage.isToday();
    const email = `${outcome}@breach.example`;
    const applicant = new Applicant(stage, await stage.window(look), email, aPassport());
    const officer = new Officer(stage, await stage.window(look), 'officer@breach.example');
    const today = new Date().toISOString().slice(0, 10);
    await entersTheCountry(stage, applicant, officer, today);
    await leavesLate(stage, applicant);
    const bench = await theBench(look, applicant.reference);
    const [first, second, third, fourth] = bench.judges;
    const payer = new Accused(stage, applicant);

    await first!.givesNotice();
    await payer.repliesAndAsks();
    await first!.answersTheQuestion();
    await payer.readsTheAnswer();
    await stage.daysLater(20);
    const shown = { refund: amount(700_000n, look), forfeit: amount(300_000n, look) };
    await first!.proposesToKeep('3000', shown);
    await second!.approves();
    await payer.appeals();
    await third!.proposesOnTheAppeal(outcome);
    await fourth!.approves();
    await payer.readsTheEnd(outcome);

    await until('all money moved', async () => (await booksOf(applicant)).state === 'closed');
    expect(await booksOf(applicant)).toEqual({ state: 'closed', ...end });
    await applicant.seesSituation(outcome === 'upheld' ? 'breach_final' : 'refunded');
    const windows = [applicant.window, ...bench.windows];
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
  JOURNEY_MS,
);

const amount = (minor: bigint, { lang }: Look): string => formatMoney(money(minor, 'USD'), lang);

/** Two who decide and two who decide on the appeal, at work. */
async function theBench(look: Look, reference: string) {
  const officers = await Promise.all(
    JUDGES.map(async ([email]) => new Officer(stage, await stage.window(look), email)),
  );
  for (const officer of officers) {
    officer.window.inspects = false; // the desk is looked at on the whole way
    await officer.signsIn();
    officer.window.inspects = true;
  }
  return {
    judges: officers.map((officer) => new Judge(officer, reference)),
    windows: officers.map(({ window }) => window),
  };
}

const booksOf = ({ reference }: Applicant) =>
  stage.one<{ state: string }>(
    `select b.state, l.refunded, l.forfeited, l.held from bond b join ledger.bond l on l.owner_id = b.id
     where b.reference = $1`,
    reference,
  );

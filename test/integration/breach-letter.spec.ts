// The letter of what two people decided of a breach: what it says, in both languages, and to whom.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DecisionLetters } from '#breach';
import { inFours } from '#kernel';
import { renderLetter, type Letter } from '#notification';
import type { Somebody } from '../support/signed-in.ts';
import { BreachStory, judges, type Referred } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

const LONG_MS = 120_000;
let world: World;
let story: BreachStory;
let file: Referred;
let decision: string;

beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
  file = await story.noticed();
  await world.daysLater(15);
  decision = await story.proposed(file, 'part', 300_000n);
}, LONG_MS);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const letterFor = (site: 'portal' | 'officer', who: Somebody, ruling = decision) =>
  story.as(who, site, (tx) => world[site].get(DecisionLetters).of(tx, file.fileId, ruling));
const wordsOf = (letter: Letter | null, lang: 'en' | 'fr'): string => {
  const part = letter!.parts.find((p) => p.lang === lang)!;
  const blocks = part.blocks.map((b) => (b.kind === 'entry' ? `${b.label}: ${b.text}` : b.text));
  return [part.title, ...part.from, ...blocks].join('\n').replace(/[\u00a0\u202f]/g, ' ');
};

test('what is only proposed has no letter, for anybody', async () => {
  expect(await letterFor('officer', story.people.adjudicator)).toBeNull();
  expect(await letterFor('portal', file.applicant)).toBeNull();
});

test(
  'the decision with its amounts, reasons and rights to appeal, in both languages',
  async () => {
    await story.approved(decision, story.people.second);
    const letter = await letterFor('portal', file.applicant);
    const english = wordsOf(letter, 'en');
    expect(english).toContain('Decision on your bond');
    expect(english).toContain(file.reference);
    expect(english).toContain('Traveller: Ada Example');
    expect(english).toContain('Goes back to the payer: $7,000');
    expect(english).toContain('Goes to the state once final: $3,000');
    expect(english).toContain('As set out below.');
    expect(english).toContain('Left after the last authorised day — Established');
    expect(english).toMatch(/The payer can appeal until \d+ \w+ \d{4}/);
    const french = wordsOf(letter, 'fr');
    expect(french).toContain('Décision sur votre caution');
    expect(french).toContain('Voies de recours');
    expect(french).toContain('Restitué au payeur: 7 000');
    expect(letter!.parts.map((p) => p.lang)).toEqual(['en', 'fr']);
    const { code } = await world.one<{ code: string }>(
      `select code from paper where kind = 'decision' and subject_id = $1`,
      decision,
    );
    expect(english).toContain(`Code of this letter: ${inFours(code)}`);
    expect(letter!.parts[1]!.qr?.address).toMatch(new RegExp(`/check#${inFours(code)}$`));
  },
  LONG_MS,
);

test('it is the same file for whoever may read it, each time; for others there is none', async () => {
  const own = await renderLetter((await letterFor('portal', file.applicant))!);
  const again = await renderLetter((await letterFor('officer', story.people.adjudicator))!);
  expect(again.equals(own)).toBe(true);
  expect(own.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await letterFor('portal', await world.anApplicant())).toBeNull();
});

test(
  'the decision on an appeal has a letter of its own, and the first one stays as it was',
  async () => {
    const before = await renderLetter((await letterFor('portal', file.applicant))!);
    await story.appealed(file);
    await story.judged(file, 'upheld');
    const { id } = await world.one<{ id: string }>(
      `select id from breach_ruling where file_id = $1 and kind = 'appeal'`,
      file.fileId,
    );
    const words = wordsOf(await letterFor('portal', file.applicant, id), 'en');
    expect(words).toContain('The appeal is dismissed. The decision is final.');
    expect(words).toContain('There is no further appeal on this portal.');
    const after = await renderLetter((await letterFor('portal', file.applicant))!);
    expect(after.equals(before)).toBe(true);
  },
  LONG_MS,
);

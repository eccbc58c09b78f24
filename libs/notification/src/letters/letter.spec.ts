import { expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { formatMoment, formatMoney, money, Temporal } from '#kernel';
import { artifactsOf, scan, streamsOf } from '../../../../test/support/pdf.ts';
import { runsOf } from './font-runs.ts';
import { renderLetter, type Letter, type LetterPart } from './letter.ts';

const part = (lang: 'en' | 'fr', title: string, more: LetterPart['blocks'] = []): LetterPart => ({
  ...{ lang, title, from: ['Consulate', '1 Example Street'] },
  blocks: [
    { kind: 'heading', text: 'What was decided' },
    { kind: 'paragraph', text: 'Œuvre, naïveté : 10\u202f000,00 $ — « fini ».' },
    { kind: 'entry', label: 'Reasons', text: 'One.\n\nTwo, by Čapek.' },
    ...more,
  ],
});
const letter = (more: LetterPart['blocks'] = []): Letter => ({
  reference: 'VB-7K3M-9Q2X',
  at: Temporal.Instant.from('2026-11-24T10:00:00Z'),
  parts: [part('en', 'Decision', more), part('fr', 'Décision', more)],
});

test('the same letter gives the same bytes; another gives others', async () => {
  const [first, again] = [await renderLetter(letter()), await renderLetter(letter())];
  expect(first.equals(again)).toBe(true);
  const other = await renderLetter(letter([{ kind: 'paragraph', text: 'More.' }]));
  expect(other.equals(first)).toBe(false);
});

test('it is tagged, in both languages, with its fonts in it and a title', async () => {
  const pdf = await renderLetter(letter());
  const text = pdf.toString('latin1');
  expect(text).toContain('/StructTreeRoot');
  expect(text).toMatch(/\/Marked true/);
  expect(text).toMatch(/\/Lang \(en\)/);
  expect(text).toMatch(/\/Lang \(fr\)/);
  expect(text).toMatch(/\/S \/H1/);
  expect(text).toMatch(/\/FontFile[23]/);
  expect(text).toContain('/DisplayDocTitle true');
  expect(streamsOf(pdf).join('\n')).toMatch(/\/P <<\/MCID|\/P <<[^>]*\/MCID/);
  const read = await PDFDocument.load(pdf);
  expect(read.getTitle()).toBe('Decision VB-7K3M-9Q2X');
  expect(read.getPageCount()).toBe(2);
});

test('the QR code is drawn as lines, says what it is, and leads to the letter’s own address', async () => {
  const address = 'https://portal.example/check#7K3M-9Q2X-4TZ8';
  const [first] = letter().parts;
  const parts = [{ ...first!, qr: { address, alt: 'Check this letter' } }];
  const pdf = await renderLetter({ ...letter(), parts });
  expect(pdf.toString('latin1')).toMatch(/\/S \/Figure\n\/Alt \(Check this letter\)/);
  expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
  expect(scan(pdf)).toEqual([address]);
});

const LONG = Array.from({ length: 400 }, (_, i) => `Reason ${i} and what follows from it.`);

test('long reasons go on over pages; each says in its language which of how many it is', async () => {
  const pdf = await renderLetter(letter([{ kind: 'paragraph', text: LONG.join(' ') }]));
  const count = (await PDFDocument.load(pdf)).getPageCount();
  expect(count).toBeGreaterThan(4);
  const each = count / 2;
  expect(await artifactsOf(pdf)).toEqual([
    ...Array.from({ length: each }, (_, i) => `Page ${i + 1} of ${each}`),
    ...Array.from({ length: each }, (_, i) => `Page ${i + 1} sur ${each}`),
  ]);
});

test('a letter of one page says so, and its number is no part of what is read aloud', async () => {
  const pdf = await renderLetter({ ...letter(), parts: [part('en', 'Decision')] });
  expect(await artifactsOf(pdf)).toEqual(['Page 1 of 1']);
});

test('a moment west of Greenwich and an amount are written without a gap', () => {
  const at = Temporal.Instant.from('2026-12-14T06:06:00Z');
  for (const lang of ['en', 'fr'] as const) {
    const written = `${formatMoment(at, 'America/New_York', lang)} ${formatMoney(money(1_000_000n, 'USD'), lang)}`;
    expect(
      runsOf(written, false)
        .map((run) => run.text)
        .join(''),
    ).not.toContain('?');
  }
});

test('each stretch has a font that has its letters, and none is missing without a sign', () => {
  expect(runsOf('Čapek', false)).toEqual([
    { font: 'regularExt', text: 'Č' },
    { font: 'regular', text: 'apek' },
  ]);
  expect(runsOf('10\u202f000 $', true)).toEqual([{ font: 'bold', text: '10\u00a0000 $' }]);
  expect(runsOf('漢', false)).toEqual([{ font: 'regular', text: '?' }]);
  expect(runsOf('', false)).toEqual([]);
});

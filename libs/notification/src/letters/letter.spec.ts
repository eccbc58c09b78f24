import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import decodeQR from 'qr/decode.js';
import { formatMoment, formatMoney, money, Temporal } from '#kernel';
import { runsOf } from './font-runs.ts';
import { renderLetter, type Letter, type LetterPart } from './letter.ts';

/** Points of the picture for each square. */
const SCALE = 4;

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

/** Everything in the file that is compressed, as text. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)];
  return found
    .map(([, body]) => {
      const bytes = Buffer.from(body!, 'latin1');
      try {
        return inflateSync(bytes).toString('latin1');
      } catch {
        return body!;
      }
    })
    .join('\n');
}

/** The page's filled rectangles as the picture that a telephone takes of them. */
function squaresOf(streams: string) {
  const all = [...streams.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)];
  const boxes = all.map(([, ...numbers]) => numbers.map(Number));
  const side = Math.min(...boxes.map((b) => b[3]!));
  const [left, top] = [0, 1].map((i) => Math.min(...boxes.map((b) => b[i]!)) - 4 * side);
  const width = Math.round((104 / side) * SCALE);
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [x, y, wide] of boxes) {
    const at = (v: number) => Math.round((v / side) * SCALE);
    for (let row = at(y! - top!); row < at(y! - top! + side); row++) {
      for (let column = at(x! - left!); column < at(x! - left! + wide!); column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}

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
  expect(streamsOf(pdf)).toMatch(/\/P <<\/MCID|\/P <<[^>]*\/MCID/);
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
  const squares = squaresOf(streamsOf(pdf));
  expect(decodeQR(squares)).toBe(address);
});

test('long reasons go on over pages', async () => {
  const text = Array.from({ length: 400 }, (_, i) => `Reason ${i} and what follows from it.`).join(
    ' ',
  );
  const pdf = await PDFDocument.load(await renderLetter(letter([{ kind: 'paragraph', text }])));
  expect(pdf.getPageCount()).toBeGreaterThan(4);
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

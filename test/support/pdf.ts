// What a telephone sees of a PDF that lies on a table.
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import decodeQR from 'qr/decode.js';

/** Points of the picture for each square. */
const SCALE = 4;
/** In squares: without so much of it a code is not found. */
const MARGIN = 4;
/** The smallest code has 21 rows. */
const SQUARES_MIN = 21;

/** What is compressed in the file, as text; a page is one of them. */
export function streamsOf(pdf: Buffer): string[] {
  const found = pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...found].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return body!;
    }
  });
}

type Box = readonly [x: number, y: number, wide: number, high: number];

const boxesOf = (stream: string): Box[] =>
  [...stream.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map(
    ([, ...numbers]) => numbers.map(Number) as unknown as Box,
  );

/** A page's filled rectangles as a picture. */
function pictureOf(boxes: readonly Box[]) {
  const side = Math.min(...boxes.map(([, , , high]) => high));
  const [left, top] = [0, 1].map((i) => Math.min(...boxes.map((b) => b[i]!)) - MARGIN * side);
  const right = Math.max(...boxes.map(([x, , wide]) => x + wide)) + MARGIN * side;
  const at = (v: number) => Math.round((v / side) * SCALE);
  const width = at(right - left!);
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [x, y, wide] of boxes) {
    for (let row = at(y - top!); row < at(y - top! + side); row++) {
      const start = (row * width + at(x - left!)) * 4;
      for (let dot = start; dot < start + at(wide) * 4; dot += 4) data.fill(0, dot, dot + 3);
    }
  }
  return { width, height: width, data };
}

/** What each QR code of the file says, page by page. */
export const scan = (pdf: Buffer): string[] =>
  streamsOf(pdf)
    .map(boxesOf)
    .filter((boxes) => boxes.length >= SQUARES_MIN)
    .map((boxes) => decodeQR(pictureOf(boxes)));

/** What a page says for the eye alone, beside what is read aloud: its artifacts, page by page. */
export async function artifactsOf(pdf: Buffer): Promise<string[]> {
  const file = await PDFDocument.load(pdf);
  return file.getPages().flatMap(({ node }) => {
    const fonts = node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
    return contentOf(node.lookup(PDFName.of('Contents')))
      .split('/Artifact')
      .slice(1)
      .map((marked) => {
        const written = marked.slice(0, marked.indexOf('EMC'));
        const [, font] = /\/(F\d+) [\d.]+ Tf/.exec(written)!;
        return lettersOf(fonts.lookup(PDFName.of(font!), PDFDict), written);
      });
  });
}

const contentOf = (stream: PDFObject | undefined) =>
  Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString('latin1');

/** A font has its letters numbered; its own table says which they are. */
function lettersOf(font: PDFDict, written: string): string {
  const table = contentOf(font.lookup(PDFName.of('ToUnicode')));
  const listed = /beginbfrange[^[]*\[([^\]]*)\]/.exec(table)![1]!;
  const letters = [...listed.matchAll(/<([^>]*)>/g)].map(([, entry]) => {
    const units = entry!.match(/[0-9a-f]{4}/g) ?? [];
    return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
  });
  const glyphs = [...written.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g)!);
  return glyphs.map((glyph) => letters[parseInt(glyph, 16)] ?? '?').join('');
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { toDate, type Instant } from '#kernel';
import PDFDocument from 'pdfkit';
import type { Language } from '../domain/mails.ts';
import { runsOf, type FontName } from './font-runs.ts';
import { qrOf, QUIET } from './qr.ts';

/** One piece of a letter. A label stands before its text; what somebody typed keeps its lines. */
export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'entry'; readonly label: string; readonly text: string };

/** The whole letter in one language. */
export interface LetterPart {
  readonly lang: Language;
  readonly title: string;
  /** Whom it is from, line by line. */
  readonly from: readonly string[];
  readonly blocks: readonly LetterBlock[];
  /** Where the letter can be checked, in the corner of its first page. */
  readonly qr?: QrCode | null;
}

interface QrCode {
  readonly address: string;
  /** What it is, for who does not see it. */
  readonly alt: string;
}

export interface Letter {
  /** Of the case. */
  readonly reference: string;
  /** When what it tells was decided: the only date the file carries. */
  readonly at: Instant;
  /** In the order in which they stand. */
  readonly parts: readonly LetterPart[];
}

const PAGE_OF: Readonly<Record<Language, (page: number, pages: number) => string>> = {
  en: (page, pages) => `Page ${page} of ${pages}`,
  fr: (page, pages) => `Page ${page} sur ${pages}`,
};
const MARGIN_PT = 64;
const SIZE_PT = 10.5;
const GAP_PT = 6;
/** With its light margin, which reaches into the page's own. */
const QR_PT = 104;
const FILES: Readonly<Record<FontName, string>> = {
  regular: 'public-sans-latin-400-normal.woff',
  bold: 'public-sans-latin-700-normal.woff',
  regularExt: 'public-sans-latin-ext-400-normal.woff',
  boldExt: 'public-sans-latin-ext-700-normal.woff',
};
const require = createRequire(import.meta.url);
let fonts: Promise<Map<FontName, Buffer>> | undefined;

/** Read once a process: they do not change while it runs. */
function loadFonts(): Promise<Map<FontName, Buffer>> {
  const load = async ([name, file]: [string, string]) =>
    [
      name as FontName,
      await readFile(require.resolve(`@fontsource/public-sans/files/${file}`)),
    ] as const;
  return (fonts ??= Promise.all(Object.entries(FILES).map(load)).then((all) => new Map(all)));
}

/**
 * A letter as an accessible PDF: tagged, with its languages and its fonts in it. The same letter gives
 * the same bytes, so that nobody has to keep them.
 */
export async function renderLetter(letter: Letter): Promise<Buffer> {
  const { reference, at, parts } = letter;
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN_PT, pdfVersion: '1.7', tagged: true },
    // Its types do not know it yet.
    subset: 'PDF/UA' as 'PDF/A-1a',
    ...{ lang: parts[0]?.lang ?? 'en', displayTitle: true, autoFirstPage: false, font: '' },
    bufferPages: true,
    info: { Title: `${parts[0]?.title ?? ''} ${reference}`, CreationDate: toDate(at) },
  });
  for (const [name, bytes] of await loadFonts()) doc.registerFont(name, bytes);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, failed) => doc.once('end', done).once('error', failed));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of parts) {
    const before = doc.bufferedPageRange().count;
    root.add(partOf(doc, part));
    numberPages(doc, part.lang, before);
  }
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Doc = InstanceType<typeof PDFDocument>;

/** How many pages a part has is known when its last word is written. */
function numberPages(doc: Doc, lang: Language, before: number): void {
  const { count } = doc.bufferedPageRange();
  for (let page = before; page < count; page++) {
    const text = PAGE_OF[lang](page - before + 1, count - before);
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(SIZE_PT - 1);
    const x = doc.page.width - MARGIN_PT - doc.widthOfString(text);
    doc.text(text, x, doc.page.height - MARGIN_PT / 2 - SIZE_PT, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** Begins a page of its own. */
function partOf(doc: Doc, { lang, title, from, blocks, qr }: LetterPart) {
  const section = doc.struct('Sect', { lang });
  const say = (type: string, write: () => void) => section.add(doc.struct(type, {}, write));
  doc.addPage();
  section.add(
    doc.struct('P', {}, () => {
      const width = doc.page.width - 2 * MARGIN_PT - (qr ? QR_PT : 0);
      for (const line of from) write(doc, line, { size: SIZE_PT - 1, width });
      doc.moveDown();
      if (qr) doc.y = Math.max(doc.y, MARGIN_PT + QR_PT);
    }),
  );
  if (qr) section.add(figureOf(doc, qr));
  say('H1', () => write(doc, title, { isBold: true, size: SIZE_PT + 6, after: GAP_PT * 2 }));
  for (const block of blocks) {
    if (block.kind === 'heading') {
      say('H2', () => {
        doc.moveDown(0.5);
        write(doc, block.text, { isBold: true, size: SIZE_PT + 1.5, after: GAP_PT / 2 });
      });
    } else if (block.kind === 'paragraph') {
      say('P', () => write(doc, block.text, { after: GAP_PT }));
    } else {
      say('P', () => {
        write(doc, block.label, { isBold: true });
        write(doc, block.text, { after: GAP_PT });
      });
    }
  }
  section.end();
  return section;
}

/** At the right margin, level with whom the letter is from; drawn as lines, so sharp at any size. */
function figureOf(doc: Doc, { address, alt }: QrCode) {
  const { size, dark } = qrOf(address);
  const side = QR_PT / size;
  const top = MARGIN_PT - QUIET * side;
  const left = doc.page.width - top - QR_PT;
  const place = { bbox: [left, top, left + QR_PT, top + QR_PT], placement: 'Block' };
  // Its types do not know where a figure lies.
  return doc.struct('Figure', { alt, ...place }, () => {
    for (const [x, y, wide] of dark) {
      doc.rect(left + x * side, top + y * side, wide * side, side);
    }
    doc.fill('black');
  });
}

interface How {
  readonly width?: number;
  readonly isBold?: boolean;
  readonly size?: number;
  readonly after?: number;
}

/** Each stretch in the font that has its letters; lines as they were typed. */
function write(doc: Doc, text: string, how: How): void {
  const { isBold = false, size = SIZE_PT, after = 0, width } = how;
  for (const line of text.split('\n')) {
    const runs = runsOf(line, isBold);
    for (const [i, run] of runs.entries()) {
      const continued = i < runs.length - 1;
      doc.font(run.font).fontSize(size).text(run.text, { continued, lineGap: 2, width });
    }
    if (runs.length === 0) doc.moveDown(0.5);
  }
  doc.y += after;
}

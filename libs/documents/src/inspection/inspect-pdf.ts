import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { PDF_PAGES_MAX, type UploadRefusal } from '../domain/upload.ts';

export interface InspectedPdf {
  readonly pages: number;
}

const ACTIVE_KEYS = ['JS', 'JavaScript', 'AA', 'XFA', 'RichMediaContent'].map((k) => PDFName.of(k));
const ACTIVE_VALUES = new Set(
  [
    'JavaScript',
    'Launch',
    'SubmitForm',
    'ImportData',
    'RichMedia',
    'Movie',
    'Sound',
    'Rendition',
  ].map((name) => PDFName.of(name)),
);
const ATTACHING_KEYS = ['EF', 'EmbeddedFiles', 'EmbeddedFile'].map((k) => PDFName.of(k));
const ATTACHING_VALUES = new Set(
  ['EmbeddedFile', 'FileAttachment', 'GoToE'].map((name) => PDFName.of(name)),
);
const KINDS = ['S', 'Subtype', 'Type'].map((k) => PDFName.of(k));

/** The dictionaries of every object in the file, whether a page leads to it or not. */
function* dictionariesOf(context: PDFContext): Generator<PDFDict> {
  const waiting: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  // A direct object cannot contain itself, so that this comes to its end.
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    const dictionary = object instanceof PDFStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) continue;
    yield dictionary;
    waiting.push(...dictionary.values());
  }
}

function findingIn(dictionary: PDFDict): UploadRefusal | undefined {
  const kinds = KINDS.map((key) => dictionary.get(key));
  const is = (names: ReadonlySet<PDFName>) =>
    kinds.some((kind) => kind instanceof PDFName && names.has(kind));
  if (ACTIVE_KEYS.some((key) => dictionary.has(key)) || is(ACTIVE_VALUES)) return 'pdf_active';
  if (ATTACHING_KEYS.some((key) => dictionary.has(key)) || is(ATTACHING_VALUES)) {
    return 'pdf_attachments';
  }
  return undefined;
}

const ARCHIVE_END = Buffer.from('PK\x05\x06', 'latin1');
/** Where programs look for the end of an archive that lies behind something else. */
const ARCHIVE_END_WITHIN = 65_557;

/** Nothing but line ends follows the file's end, and it is no archive as well. */
function isAlone(bytes: Buffer): boolean {
  const after = bytes.toString('latin1', bytes.lastIndexOf('%%EOF') + 5);
  const tail = Math.max(0, bytes.length - ARCHIVE_END_WITHIN);
  return /^\s*$/.test(after) && bytes.indexOf(ARCHIVE_END, tail) < 0;
}

async function load(bytes: Buffer): Promise<PDFDocument | UploadRefusal> {
  if (!bytes.includes('%%EOF')) return 'unreadable';
  try {
    return await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  } catch {
    // What is encrypted may fail before the parser says so.
    return bytes.includes('/Encrypt') ? 'pdf_encrypted' : 'unreadable';
  }
}

/**
 * A PDF is kept as it came, since who issued it may have signed it: so it must be pages to look at
 * and nothing more. Everything in the file is read, not what its index names.
 */
export async function inspectPdf(bytes: Buffer): Promise<InspectedPdf | UploadRefusal> {
  const pdf = await load(bytes);
  if (typeof pdf === 'string') return pdf;
  for (const dictionary of dictionariesOf(pdf.context)) {
    const finding = findingIn(dictionary);
    if (finding) return finding;
  }
  if (!isAlone(bytes)) return 'pdf_not_alone';
  const pages = pageCountOf(pdf);
  if (!pages) return 'unreadable';
  return pages > PDF_PAGES_MAX ? 'pdf_too_many_pages' : { pages };
}

function pageCountOf(pdf: PDFDocument): number {
  try {
    return pdf.getPageCount();
  } catch {
    return 0;
  }
}

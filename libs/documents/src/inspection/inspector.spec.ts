// Files as somebody hostile, or merely hurried, sends them: each in a real process of its own.
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { PDF_PAGES_MAX } from '../domain/upload.ts';
import { Inspector } from './inspector.service.ts';

const inspector = new Inspector();

const picture = (width = 400, height = 300) =>
  sharp({
    create: { width, height, channels: 3, background: 'teal' },
    limitInputPixels: false,
  });

async function aPdf(change: (pdf: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  await change(pdf);
  return Buffer.from(await pdf.save());
}

/** What is said of it, by code; `kept` when it would be kept. */
async function saidOf(bytes: Buffer): Promise<string> {
  const found = await inspector.inspect(bytes);
  return found.ok ? 'kept' : found.code;
}

test('a photograph is written anew: nothing of where and by what it was taken is left', async () => {
  const taken = await picture()
    .jpeg()
    .withExif({ IFD0: { Make: 'Secretcam' }, IFD3: { GPSLatitude: '12/1 38/1 0/1' } })
    .toBuffer();
  expect(taken.includes('Secretcam')).toBe(true);
  const found = await inspector.inspect(Buffer.concat([taken, Buffer.from('<script>PK\x03\x04')]));
  if (!found.ok) throw new Error(found.code);
  expect(found.value).toMatchObject({ type: 'image/jpeg', pages: null });
  expect(found.value.bytes.includes('Secretcam')).toBe(false);
  expect(found.value.bytes.includes('<script>')).toBe(false);
  const { width, height, exif } = await sharp(found.value.bytes).metadata();
  expect({ width, height, exif }).toEqual({ width: 400, height: 300, exif: undefined });
});

test('a large scan keeps its shape and becomes small enough to be looked at', async () => {
  const found = await inspector.inspect(await picture(6_000, 3_000).png().toBuffer());
  if (!found.ok) throw new Error(found.code);
  expect(await sharp(found.value.bytes).metadata()).toMatchObject({ width: 4_000, height: 2_000 });
});

test('a picture that would fill all memory is refused by its size, before it is unpacked', async () => {
  const bomb = await picture(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await saidOf(bomb)).toBe('too_many_pixels');
});

test('a PDF is kept byte for byte, with its number of pages', async () => {
  const sent = await aPdf((pdf) => pdf.addPage());
  const found = await inspector.inspect(sent);
  if (!found.ok) throw new Error(found.code);
  expect(found.value).toMatchObject({ type: 'application/pdf', pages: 2 });
  expect(found.value.bytes.equals(sent)).toBe(true);
});

const launching = (pdf: PDFDocument) => {
  const action = pdf.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('calc.exe') });
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action));
};
/** No page and no catalog leads to it. */
const hidden = (pdf: PDFDocument) =>
  pdf.context.register(pdf.context.obj({ a: [{ S: 'JavaScript', JS: PDFString.of('x') }] }));
const manyPages = (pdf: PDFDocument) => {
  for (let n = 0; n < PDF_PAGES_MAX; n++) pdf.addPage();
};
const encrypted = (pdf: PDFDocument) => pdf.encrypt({ userPassword: 'u', ownerPassword: 'o' });

test.each([
  ['pdf_encrypted', encrypted],
  ['pdf_active', (pdf: PDFDocument) => pdf.addJavaScript('x', 'app.alert(1)')],
  ['pdf_active', launching],
  ['pdf_active', hidden],
  ['pdf_attachments', (pdf: PDFDocument) => pdf.attach(Buffer.from('MZ'), 'a.exe')],
  ['pdf_too_many_pages', manyPages],
])('a PDF is refused: %s', async (code, change) => {
  expect(await saidOf(await aPdf(change))).toBe(code);
});

test('a PDF that is another file as well is refused', async () => {
  const pdf = await aPdf();
  const archive = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
  expect(await saidOf(Buffer.concat([pdf, archive]))).toBe('pdf_not_alone');
  expect(await saidOf(Buffer.concat([pdf, archive, Buffer.from('\n%%EOF\n')]))).toBe(
    'pdf_not_alone',
  );
  expect(await saidOf(Buffer.concat([Buffer.from('GIF89a'), pdf]))).toBe('unknown_type');
});

test.each([
  ['unknown_type', Buffer.from('<html>')],
  ['unreadable', Buffer.from('%PDF-1.7\nrubbish')],
  ['unreadable', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['unreadable', Buffer.from('89504e470d0a1a0a', 'hex')],
])('what only begins like a file is refused: %s', async (code, bytes) => {
  expect(await saidOf(bytes)).toBe(code);
});

test('a picture that ends in the middle is refused, not half kept', async () => {
  const whole = await picture(2_000, 2_000).jpeg().toBuffer();
  expect(await saidOf(whole.subarray(0, whole.length / 2))).toBe('unreadable');
});

test('whatever takes too long is ended, and says so', async () => {
  const found = await inspector.inspect(await aPdf(), 1);
  expect(found).toMatchObject({ ok: false, code: 'took_too_long' });
});

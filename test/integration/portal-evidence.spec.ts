// What a browser may send as proof of a departure, and what becomes of what it may not: by HTTP.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { Temporal } from '#kernel';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payer: Payer;
let home: string;
let files: string;

beforeAll(async () => {
  world = await World.start();
  payer = await Payer.held(world);
  await payer.visaIssued();
  await world.crossed(world.record('admitted', payer));
  home = `/cases/${payer.reference}/departure`;
  files = `${home}/files`;
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const { day, month, year } = Temporal.Now.plainDateISO('UTC');
const departedOn = {
  ...{ 'departedOn-day': `${day}`, 'departedOn-month': `${month}`, 'departedOn-year': `${year}` },
};
const kept = () =>
  world.rows<{ type: string; bytes: number }>(
    'select type, bytes from upload order by uploaded_at',
  );
const refusedFor = async (name: string, content: Buffer): Promise<string | undefined> =>
  (await payer.visitor.upload(files, name, content)).to?.replace(`${files}?refused=`, '');

test('the case page offers it; what was typed stays when something is missing', async () => {
  expect((await payer.visitor.get(`/cases/${payer.reference}`)).body).toContain(`href="${home}"`);
  const again = await payer.visitor.post(home, { ...departedOn, port: 'BKO' });
  expect(again.status).toBe(422);
  expect(again.words).toContain('Select what proves that you left');
  expect(again.body).toContain(`value="${year}"`);
  const tomorrow = { ...departedOn, 'departedOn-year': `${year + 1}` };
  const typed = { port: 'BKO', kind: 'ticket' };
  expect((await payer.visitor.post(home, { ...tomorrow, ...typed })).status).toBe(422);
  expect((await payer.visitor.post(home, { ...departedOn, ...typed })).to).toBe(files);
});

test('nothing is kept of what is refused, and the page says why', async () => {
  const encrypted = await PDFDocument.create();
  encrypted.addPage();
  encrypted.encrypt({ userPassword: 'u', ownerPassword: 'o' });
  const bomb = sharp({
    create: { width: 12_000, height: 12_000, channels: 3, background: 'white' },
    limitInputPixels: false,
  });
  const eleven = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(11 * 1024 * 1024)]);
  expect(await refusedFor('empty.pdf', Buffer.alloc(0))).toBe('empty');
  expect(await refusedFor('page.pdf', Buffer.from('<html>'))).toBe('unknown_type');
  expect(await refusedFor('large.pdf', eleven)).toBe('too_large');
  expect(await refusedFor('locked.pdf', Buffer.from(await encrypted.save()))).toBe('pdf_encrypted');
  expect(await refusedFor('bomb.png', await bomb.png().toBuffer())).toBe('too_many_pixels');
  expect(await kept()).toEqual([]);
  const page = await payer.visitor.get(`${files}?refused=pdf_encrypted`);
  expect(page.words).toContain('The PDF is protected by a password');
  expect((await payer.visitor.get(`${files}?refused=<script>`)).words).not.toContain('script');
});

test('a picture of almost 10 MB is one, whatever it is called, and no path leads anywhere', async () => {
  const noise = randomBytes(1_700 * 1_900 * 3);
  const raw = { width: 1_700, height: 1_900, channels: 3 } as const;
  const picture = await sharp(noise, { raw }).png({ compressionLevel: 0 }).toBuffer();
  expect(picture.length).toBeGreaterThan(9_000_000);
  expect(await refusedFor('../../../etc/passwd.pdf', picture)).toBe(files);
  expect(await kept()).toMatchObject([{ type: 'image/png' }]);
  const everything = await world.rows(
    `select details::text from audit_entry where details::text like '%passwd%'`,
  );
  expect(everything).toEqual([]);
});

test('it comes back as an attachment that may do nothing, by its link only', async () => {
  const shown = await payer.visitor.get(files);
  const href = /href="([^"]*\/files\/[^"]*proof=[^"]*)"/.exec(shown.body)![1]!;
  const link = href.replaceAll('&amp;', '&');
  const file = await payer.visitor.get(link);
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="${payer.reference}.png"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const forged = await payer.visitor.get(
    link.replace(/proof=(.)/, (_, first) => `proof=${first === 'A' ? 'B' : 'A'}`),
  );
  expect(forged.to).toBe(`${files}?refused=link_over`);
  const other = await Payer.submitted(world);
  expect((await other.visitor.get(link)).status).toBe(404);
});

test('no other page reads a file, and none is read without the token of the form', async () => {
  const part = '--part\r\ncontent-disposition: form-data; name="kind"\r\n\r\nx\r\n--part--\r\n';
  const headers = { 'content-type': 'multipart/form-data; boundary=part' };
  const app = await world.site('portal');
  const elsewhere = await app.inject({ method: 'POST', url: '/sign-in', payload: part, headers });
  expect(elsewhere.statusCode).toBe(415);
  const blind = await app.inject({ method: 'POST', url: files, payload: part, headers });
  expect([401, 403]).toContain(blind.statusCode);
});

test('sent, it is the consulate’s: the case says who acts, and it cannot be changed', async () => {
  const sent = await payer.visitor.post(`${home}/send`, {}, files);
  expect(sent.to).toBe(`/cases/${payer.reference}?notice=evidence_sent`);
  const page = await payer.visitor.get(sent.to!);
  expect(page.words).toContain('Two officers must agree');
  expect((await payer.visitor.get(home)).status).toBe(409);
});

// Whether a paper is real: what anybody is told by its code, and what nobody is.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BASE32, formatDay, inFours, Temporal } from '#kernel';
import { Papers } from '#notification';
import { Config, newId } from '#platform';
import { somebody } from '../support/signed-in.ts';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

interface Row {
  readonly code: string;
  readonly kind: string;
  readonly subject: string;
  readonly issued: string;
}

let world: World;
let payer: Payer;
let anybody: Visitor;
const of: Record<string, Row> = {};

beforeAll(async () => {
  world = await World.start();
  payer = await Payer.held(world);
  anybody = await world.visitor('portal', '198.51.100.220');
  const rows = await world.rows<Row>(
    `select code, kind, subject_id as subject, issued_on::text as issued from paper
     where case_id = $1`,
    payer.caseId,
  );
  for (const row of rows) of[row.kind] = row;
}, 90_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const check = (code: string, visitor = anybody) => visitor.post('/check', { code });
const another = (sign: string) => BASE32[(BASE32.indexOf(sign) + 1) % BASE32.length]!;
const dayOf = (row: Row) => formatDay(Temporal.PlainDate.from(row.issued), 'en');

test('direction, receipt and undertaking come into being with a code each, which stands on them', async () => {
  const { id } = await payer.bondRow();
  expect(Object.keys(of).sort()).toEqual(['direction', 'receipt', 'undertaking']);
  expect([of.direction!.subject, of.receipt!.subject]).toEqual([id, id]);
  expect(await payer.reads('/bond')).toContain(inFours(of.direction!.code));
  expect(await payer.reads('/bond/receipt')).toContain(inFours(of.receipt!.code));
  const { params } = await world.one<{ params: Record<string, string> }>(
    `select params from mail where template = 'bond_required' and params->>'reference' = $1`,
    payer.reference,
  );
  expect(params.paperCode).toBe(inFours(of.direction!.code));
});

test('the receipt is a file in both languages, its reader’s first, for its payer alone', async () => {
  const at = `${payer.bond}/receipt.pdf`;
  const { status, headers, body } = await payer.visitor.get(at);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(headers['cache-control']).toBe('private, no-store');
  const leads = `QR code that leads to ${world.portal.get(Config).portalUrl}/check#`;
  expect(body).toContain(leads);
  expect(body.indexOf('/Lang (en)')).toBeLessThan(body.indexOf('/Lang (fr)'));
  const stranger = await world.visitor('portal', '198.51.100.222');
  await stranger.signUp();
  expect((await stranger.get(at)).status).toBe(404);
});

test('anybody is told the kind, the programme and the day, however the code is typed', async () => {
  const typed = inFours(of.receipt!.code).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
  const { status, words, to } = await check(typed);
  expect([status, to]).toEqual([200, undefined]);
  expect(words).toContain('We issued a document with this code');
  expect(words).toContain('Document Receipt for a bond');
  expect(words).toContain(`Issued on ${dayOf(of.receipt!)}`);
});

test('of a direction it is said where alone is paid, and of no paper whose it is', async () => {
  const words = await Promise.all(
    ['direction', 'receipt'].map(async (kind) => (await check(of[kind]!.code)).words),
  );
  expect(words[0]).toContain('Document Direction to post a bond');
  expect(words[0]).toContain('We never send a link to pay');
  expect(words[1]).not.toContain('Where the bond is paid');
  for (const text of words) {
    for (const told of ['Ada', payer.reference, '10,000', payer.passport.number, 'Washington']) {
      expect(text).not.toContain(told);
    }
  }
});

test('one sign changed is refused with a reason, and what was typed is kept', async () => {
  const { code } = of.receipt!;
  const typed = inFours(code.slice(0, 5) + another(code[5]!) + code.slice(6));
  const { status, words, body } = await check(typed);
  expect(status).toBe(422);
  expect(words).toContain('at least one letter or number is wrong');
  expect(body).toContain(`value="${typed}"`);
  expect((await check('7K3M')).words).toContain('The code must have 12 letters and numbers');
  expect((await check(' ')).words).toContain('Enter the code on the document');
});

test('a code of the right form that nobody issued is not ours, and what to do is said', async () => {
  const { status, words } = await check('0000 0000 0000');
  expect(status).toBe(200);
  expect(words).toContain('We did not issue a document with this code');
  expect(words).toContain('Do not pay anything');
});

test('a network can ask so often and no more; another is not kept from it', async () => {
  const guesser = await world.visitor('portal', '203.0.113.221');
  const answers: number[] = [];
  for (let i = 0; i < 31; i++) answers.push((await check('0000-0000-0000', guesser)).status);
  expect(answers).toEqual([...Array<number>(30).fill(200), 429]);
  expect((await check(of.receipt!.code)).status).toBe(200);
});

test('the portal’s login sees codes of its applicant’s papers and of no others', async () => {
  const stranger = await world.anApplicant();
  const papers = world.portal.get(Papers);
  const seen = await world.as(world.portal, stranger.ctx, (tx) =>
    papers.codeOf(tx, 'receipt', of.receipt!.subject),
  );
  expect(seen).toBeNull();
});

test('an officer’s login issues no receipt, and no direction for a bond that is not asked', async () => {
  const { ctx } = await somebody(world.db, 'staff');
  const papers = world.officer.get(Papers);
  const issuedOn = Temporal.PlainDate.from('2026-11-24');
  const about = { caseId: payer.caseId, programmeCode: 'mali-us', issuedOn };
  for (const kind of ['receipt', 'direction', 'decision'] as const) {
    for (const subjectId of [of.receipt!.subject, newId()]) {
      await expect(
        world.as(world.officer, ctx, (tx) => papers.issue(tx, { ...about, kind, subjectId })),
      ).rejects.toThrow(/row-level security/);
    }
  }
  await expect(world.rows(`update paper set kind = 'receipt'`)).rejects.toThrow();
});

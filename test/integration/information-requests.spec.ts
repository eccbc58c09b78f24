// An officer asks before deciding: page by page to the answer, and what silence does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cases, InformationSweep } from '#application';
import { Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import sharp from 'sharp';
import type { TestCase } from '../support/world/cases.ts';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payer: Payer;
let awa: Visitor;
const TEXT = 'Send the invitation of the firm that you visit.';
const WISH = { reason: 'document_missing', text: TEXT };

beforeAll(async () => {
  world = await World.start();
  payer = await Payer.submitted(world);
  awa = await world.signedIn(['officer'], 'Awa Traoré');
  await awa.post(`/cases/${payer.reference}/take`, {}, `/cases/${payer.reference}`);
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const at = (part = '') => `/cases/${payer.reference}${part}`;
const stateOf = async (reference: string) =>
  (
    await world.one<{ state: string }>(
      'select state from visa_case where reference = $1',
      reference,
    )
  ).state;
const outcomes = (caseId: string) =>
  world.rows<{ outcome: string | null }>(
    'select outcome from information_request where case_id = $1 order by asked_at',
    caseId,
  );
const mails = (reference: string) => world.mailsOf(reference, 'case_to_read');
const sweep = () => world.worker.get(InformationSweep).sweep();

test('the officer says why and what; the mail says neither', async () => {
  expect((await awa.get(at())).words).toContain('Ask for information');
  const empty = await awa.post(at('/information'), { reason: 'document_missing' });
  expect([empty.status, empty.words.includes('Say what you need')]).toEqual([422, true]);
  expect((await awa.get(at('/information'))).words).toContain('has 30 days to answer');
  const asked = await awa.post(at('/information'), WISH);
  expect(asked.to).toBe(at('?notice=information_requested'));
  expect(await stateOf(payer.reference)).toBe('information_requested');
  const params = await world.rows<{ params: object }>(
    `select params from mail where template = 'case_to_read'`,
  );
  expect(params).toHaveLength(1);
  expect(JSON.stringify(params)).not.toContain('invitation');
});

test('both sides see the same last day, and whose turn it is', async () => {
  const officers = await awa.get(at());
  expect(officers.words).toContain('Waiting for the applicant');
  expect(officers.words).toContain(TEXT);
  const [, day] = /can answer until ([^(]+\d{4})/.exec(officers.words)!;
  const home = await payer.visitor.get(payer.home);
  expect(home.words).toContain('Who needs to act You What happens next Read what is asked');
  expect(home.body).toContain(`href="${payer.home}/information"`);
  const page = await payer.visitor.get(`${payer.home}/information`);
  expect(page.words).toContain(TEXT);
  expect(page.words).toContain(`Answer by ${day!.trim()}`);
  expect((await awa.get('/')).words).toContain('Can answer until');
});

test('an answer in words and files brings the case back to its officer, who opens them', async () => {
  const { visitor } = payer;
  const page = `${payer.home}/information`;
  const refused = await visitor.upload(page, 'letter.pdf', Buffer.from('<html>'));
  expect(refused.to).toBe(`${page}?refused=unknown_type`);
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
  expect((await visitor.upload(page, 'letter.pdf', await picture.png().toBuffer())).to).toBe(page);
  const empty = await visitor.post(page, { answer: ' ' });
  expect([empty.status, empty.words.includes('Write your answer')]).toEqual([422, true]);
  const sent = await visitor.post(page, { answer: 'The letter is attached.' });
  expect(sent.to).toBe(`${payer.home}?notice=information_sent`);
  expect(await stateOf(payer.reference)).toBe('in_review');
  expect((await visitor.get(page)).words).toContain('The officer has your answer');
  const read = await awa.get(at());
  expect(read.words).toContain('The letter is attached.');
  expect((await awa.get('/')).words).toContain('Applicant has answered');
  const href = /href="([^"]*\/files\/[^"]*proof=[^"]*)"/.exec(read.body)![1]!;
  const link = href.replaceAll('&amp;', '&');
  expect((await awa.get(link)).headers['content-type']).toBe('image/png');
  expect((await awa.get(link.replace(/proof=./, 'proof=_'))).to).toBe(at('?notice=link_over'));
  const again = await visitor.post(page, { answer: 'Once more.' });
  expect(again.to).toBe(`${page}?refused=wrong_state`);
});

let silent: TestCase;

test('silence is reminded of once, and then it is the officer’s turn: nothing is refused', async () => {
  silent = await world.aCase().underReview();
  mustBeOk(await world.ask(silent));
  const told = (await mails(silent.reference)).length;
  await world.daysLater(20);
  expect(await sweep()).toBe(0);
  await world.daysLater(5);
  expect([await sweep(), await sweep()]).toEqual([1, 0]);
  expect(await mails(silent.reference)).toHaveLength(told + 1);
  expect(await stateOf(silent.reference)).toBe('information_requested');
  await world.daysLater(7);
  expect([await sweep(), await sweep()]).toEqual([1, 0]);
  expect(await stateOf(silent.reference)).toBe('in_review');
  expect(await outcomes(silent.caseId)).toEqual([{ outcome: 'not_answered' }]);
  const [last] = await world.rows(
    `select event, actor_kind from visa_case_history where owner_id = $1 order by seq desc limit 1`,
    silent.caseId,
  );
  expect(last).toEqual({ event: 'information_not_given', actor_kind: 'system' });
});

test('it can be asked again, and taken back while it waits', async () => {
  mustBeOk(await world.ask(silent));
  const { portal } = world;
  const withdrawn = await world.as(portal, silent.applicant.ctx, async (tx) =>
    portal.get(Withdrawals).withdraw(tx, await portal.get(Cases).lock(tx, silent.caseId)),
  );
  expect(withdrawn).toMatchObject({ ok: true });
  expect(await stateOf(silent.reference)).toBe('withdrawn');
  expect((await outcomes(silent.caseId)).map((o) => o.outcome)).toEqual([
    ...['not_answered', 'withdrawn'],
  ]);
  await world.daysLater(40);
  expect(await sweep()).toBe(0);
});

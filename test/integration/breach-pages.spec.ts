// A late departure page by page, on both sites: to part forfeiture, an appeal, and the money back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CarryingOut, factors, Referrals } from '#breach';
import type { Visitor } from '../support/world/sites.ts';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payer: Payer;
let bintou: Visitor;
let cheick: Visitor;
let rokia: Visitor;
let modibo: Visitor;
let file: string;

beforeAll(async () => {
  world = await World.start();
  payer = await Payer.held(world);
  await payer.visaIssued();
  await leavesLate();
  await world.worker.get(Referrals).openAll();
  file = (await world.one<{ id: string }>('select id from breach_file')).id;
  bintou = await world.signedIn(['adjudicator'], 'Bintou Fofana');
  cheick = await world.signedIn(['adjudicator'], 'Cheick Dembélé');
  rokia = await world.signedIn(['appeal_member'], 'Rokia Sidibé');
  modibo = await world.signedIn(['appeal_member'], 'Modibo Camara');
}, 180_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

async function leavesLate(): Promise<void> {
  const admission = world.record('admitted', payer);
  await world.crossed({ ...admission, authorisedUntil: admission.happenedAt.slice(0, 10) });
  await world.daysLater(2);
  const departure = { happenedAt: await world.legalNow() };
  await world.crossed(world.record('departed', payer, departure));
}

const at = (part = '') => `/breaches/${file}${part}`;
const theirs = (part = '') => `${payer.home}/breach${part}`;
const rulingOf = async (kind: string) =>
  (await world.one<{ id: string }>('select id from breach_ruling where kind = $1', kind)).id;
async function carriedOut(kind: string): Promise<void> {
  await world.worker.get(CarryingOut).carryOut(await rulingOf(kind));
}

test('the desk and the list lead to a referral; the notice is shown before it is given', async () => {
  expect((await bintou.get('/')).words).toContain('1 Referrals');
  expect((await bintou.get('/breaches?show=referred')).words).toContain(payer.reference);
  const page = await bintou.get(at());
  expect(page.words).toContain('This bond was referred. No notice has been given.');
  expect(page.words).toContain('An adjudicator');
  const empty = await bintou.post(at('/notice'));
  expect([empty.status, empty.words.includes('at least one ground')]).toEqual([422, true]);
  const facts = { facts_late_departure: 'Left on the second day after the last one.' };
  const check = await bintou.post(at('/notice'), facts);
  expect(check.words).toContain('The whole bond stays held. Nothing is taken.');
  expect(await world.rows('select 1 from breach_file where noticed_at is not null')).toEqual([]);
  const given = await bintou.post(at('/notice'), { ...facts, step: 'confirm' });
  expect(given.to).toBe(at('?notice=noticed'));
});

test('the payer sees who must act and by when, replies, asks and gets the days back', async () => {
  const { visitor } = payer;
  const home = await visitor.get(payer.home);
  expect(home.words).toContain('You can reply');
  expect(home.words).toContain('Silence alone takes nothing');
  expect((await visitor.get(theirs())).words).toContain('Left on the second day');
  const nothing = await visitor.post(theirs('/reply'), {}, theirs());
  expect([nothing.status, nothing.words.includes('at least one ground')]).toEqual([422, true]);
  const long = { reply_late_departure: 'x'.repeat(4001) };
  const kept = await visitor.post(theirs('/reply'), long, theirs());
  expect([kept.status, kept.body.includes('x'.repeat(4001))]).toEqual([422, true]);
  const reply = { reply_late_departure: 'My flight was cancelled.' };
  expect((await visitor.post(theirs('/reply'), reply, theirs())).to).toContain('notice=replied');
  const question = { question: 'Which record do you mean?' };
  expect((await visitor.post(theirs('/question'), question, theirs())).to).toContain('asked');
  expect((await visitor.get(theirs())).words).toContain('The time to reply stands still');
  const before = await world.one<{ at: Date }>('select reply_by as at from breach_file');
  await world.daysLater(3);
  const answer = { answer: 'The one of the port.' };
  expect((await bintou.post(at('/answer'), answer)).to).toContain('answered');
  const after = await world.one<{ at: Date }>('select reply_by as at from breach_file');
  expect(Math.round((after.at.getTime() - before.at.getTime()) / 86_400_000)).toBe(3);
});

const decision = {
  ...{ ground_late_departure: 'yes', reasons_late_departure: 'The record of the port.' },
  ...Object.fromEntries(
    factors.flatMap((f) => [
      [`weighs_${f}`, 'for_payer'],
      [`note_${f}`, 'A cancelled flight.'],
    ]),
  ),
  ...{ outcome: 'part', forfeit: '3000', reasons: 'Two days late, with a reason.', post: 'no' },
};

test('nothing is decided before the time is over; then the amounts are shown first', async () => {
  expect((await bintou.get(at('/decision'))).to).toBe(at('?notice=window_open'));
  await world.daysLater(20);
  const wrong = await bintou.post(at('/decision'), { ...decision, forfeit: '10000' });
  expect([wrong.status, wrong.words.includes('less than $10,000')]).toEqual([422, true]);
  const none = await bintou.post(at('/decision'), { ...decision, outcome: 'none' });
  expect([none.status, none.words.includes('needs at least one')]).toEqual([422, true]);
  const check = await bintou.post(at('/decision'), decision);
  expect(check.words).toContain('$7,000 is sent back to the payer now');
  expect(check.words).toContain('A second adjudicator must approve it');
  expect(await world.rows('select 1 from breach_ruling')).toEqual([]);
  const made = await bintou.post(at('/decision'), { ...decision, step: 'confirm' });
  expect(made.to).toBe(at('?notice=proposed'));
});

test('not who proposed it but another adjudicator approves it, and the payer reads it', async () => {
  const approve = at(`/rulings/${await rulingOf('decision')}/approve`);
  expect((await bintou.post(approve)).to).toBe(at('?notice=same_person'));
  expect((await rokia.post(approve)).status).toBe(403);
  expect((await cheick.get('/')).words).toContain('1 Breach decisions');
  expect((await payer.visitor.get(theirs())).words).not.toContain('Two days late');
  const page = await cheick.get(at());
  expect(page.words).toContain('$3,000 is set aside');
  expect((await cheick.post(approve)).to).toBe(at('?notice=approved'));
  await carriedOut('decision');
  const read = await payer.visitor.get(theirs());
  expect(read.words).toContain('A breach was declared. You can appeal until');
  expect(read.words).toContain('Two days late, with a reason.');
  expect(read.words).toContain('$7,000');
  for (const [who, page] of [
    [payer.visitor, read] as const,
    [bintou, await bintou.get(at())] as const,
  ]) {
    const href = /href="([^"]*\/(?:letters\/[^"]*|letter))"/.exec(page.body)![1]!;
    const letter = await who.get(href);
    expect(letter.headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' },
      'content-disposition': `attachment; filename="${payer.reference}.pdf"`,
    });
  }
});

test('the payer appeals, and two who had no part allow it: the rest goes back', async () => {
  const { visitor } = payer;
  const empty = await visitor.post(theirs('/appeal'));
  expect([empty.status, empty.words.includes('Say why')]).toEqual([422, true]);
  const appeal = { appeal: 'The airline confirms it.' };
  expect((await visitor.post(theirs('/appeal'), appeal)).to).toContain('notice=appealed');
  expect((await visitor.get(payer.home)).words).toContain('Your appeal is being looked at');
  expect((await rokia.get(at('/appeal'))).words).toContain('$3,000 is sent back');
  const proposal = { outcome: 'overturned', reasons: 'Not the traveller’s doing.' };
  expect((await rokia.post(at('/appeal'), proposal)).to).toBe(at('?notice=proposed'));
  const ruling = await rulingOf('appeal');
  expect((await rokia.post(at(`/appeal/${ruling}/approve`))).to).toContain('same_person');
  expect((await modibo.post(at(`/appeal/${ruling}/approve`))).to).toContain('approved');
  await carriedOut('appeal');
  const open = await world.rows<{ id: string }>(
    `select id from disbursement where state = 'approved' order by id`,
  );
  for (const { id } of open) await world.send(id);
  await world.news();
  expect((await visitor.get(theirs())).words).toContain('Appeal allowed');
  expect((await bintou.get(at())).words).toContain('the money went back to the payer');
  expect(await world.oracle()).toEqual([]);
});

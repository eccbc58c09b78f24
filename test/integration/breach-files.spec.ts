// Files with a reply to a notice: within its window, to the ground they are about, its owner's and staff's.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Notices, Referrals } from '#breach';
import { mustBeOk } from '#kernel';
import sharp from 'sharp';
import { BreachStory, judges, type Referred } from '../support/world/breach.ts';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: BreachStory;
let payer: Payer;
let bintou: Visitor;
let page: string;
let file: string;
let other: Referred;
let stranger: Referred;

beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
  other = await story.noticed();
  await today();
  stranger = await story.noticed();
  await today();
  payer = await Payer.held(world);
  await payer.visaIssued();
  const admission = world.record('admitted', payer);
  await world.crossed({ ...admission, authorisedUntil: admission.happenedAt.slice(0, 10) });
  await world.daysLater(2);
  await world.crossed(world.record('departed', payer, { happenedAt: await world.legalNow() }));
  await world.worker.get(Referrals).openAll();
  file = (
    await world.one<{ id: string }>(
      'select id from breach_file where reference = $1',
      payer.reference,
    )
  ).id;
  bintou = await world.signedIn(['adjudicator'], 'Bintou Fofana');
  page = `${payer.home}/breach/grounds/late_departure/files`;
}, 180_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const today = () => world.rows('update legal_clock set offset_seconds = 0');
const aPicture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
const sent = () => world.rows<{ id: string }>('select upload_id as id from breach_ground_upload');

test('a ground that no notice names has no page for files', async () => {
  expect((await payer.visitor.get(page)).status).toBe(404);
  const notice = [{ code: 'late_departure', facts: 'Left two days late.' }] as const;
  await story.as(story.people.adjudicator, 'officer', async (tx) =>
    mustBeOk(await world.officer.get(Notices).give(tx, file, notice)),
  );
  expect((await payer.visitor.get(page)).words).toContain('Left two days late.');
  expect((await payer.visitor.get(page.replace('late_departure', 'other'))).status).toBe(404);
});

test('what is not fit is refused with the reason; what is fit is sent, and counted', async () => {
  const { visitor } = payer;
  const wrong = await visitor.upload(page, 'ticket.pdf', Buffer.from('<html>'));
  expect(wrong.to).toBe(`${page}?refused=unknown_type`);
  expect(await sent()).toEqual([]);
  for (let n = 0; n < 5; n++) {
    expect((await visitor.upload(page, 'ticket.pdf', await aPicture())).to).toBe(page);
  }
  expect((await visitor.get(page)).words).toContain('5 files, which is the most');
  expect((await visitor.get(`${payer.home}/breach`)).words).toContain('5 files sent');
  const [noted] = await world.rows<{ n: string }>(
    `select count(*) as n from audit_entry where action = 'breach.file_added' and subject_id = $1`,
    file,
  );
  expect(noted!.n).toBe('5');
});

test('the adjudicator opens it from the file by a short link, which is in the trail', async () => {
  const shown = await bintou.get(`/breaches/${file}`);
  expect(shown.words).toContain('Files sent with the reply');
  const href = /href="([^"]*\/files\/[^"]*proof=[^"]*)"/.exec(shown.body)![1]!;
  const link = href.replaceAll('&amp;', '&');
  expect((await bintou.get(link)).headers).toMatchObject({
    'content-disposition': `attachment; filename="${payer.reference}.png"`,
  });
  expect((await bintou.get(link.replace(/proof=./, 'proof=_'))).to).toContain('link_over');
  const opened = await world.rows(
    `select 1 from audit_entry where action = 'personal_data.opened'
       and details->>'purpose' = 'breach_file' and details->>'table' = 'upload_part'`,
  );
  expect(opened).toHaveLength(1);
});

test('to somebody else there is no such ground, and no file', async () => {
  expect(await story.showed(other, stranger.applicant)).toMatchObject({ code: 'no_such_ground' });
  expect(await story.showed(other)).toMatchObject({ ok: true });
  const seen = await story.as(stranger.applicant, 'portal', (tx) =>
    tx.query('select 1 from breach_ground_upload'),
  );
  expect(seen).toEqual([]);
});

test('once the time is over nothing is added, by no code of the site; what was sent is seen', async () => {
  await world.daysLater(20);
  const { visitor } = payer;
  const read = await visitor.get(page);
  expect(read.words).toContain('File 5');
  expect(read.words).not.toContain('Add this file');
  expect((await visitor.get(`${payer.home}/breach`)).words).toContain('See the files');
  expect(await story.showed(other)).toMatchObject({ code: 'too_late' });
  const [upload] = await sent();
  const insert = story.as(other.applicant, 'portal', (tx) =>
    tx.query('insert into breach_ground_upload values ($1, $2)', [other.groundId, upload!.id]),
  );
  await expect(insert).rejects.toThrow('row-level security');
});

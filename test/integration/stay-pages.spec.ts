// A longer stay and a death on the pages of both sites: what is typed, kept, said and decided.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { StaySettling } from '#departure';
import { Temporal, type PlainDate } from '#kernel';
import { Payer } from '../support/world/payer.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

/** Whole journeys, page by page. */
const LONG_MS = 120_000;
let world: World;
let first: Visitor;
let second: Visitor;
let picture: Buffer;

beforeAll(async () => {
  world = await World.start();
  first = await world.signedIn(['officer'], 'Awa Keita');
  second = await world.signedIn(['head_of_section'], 'Boubacar Sow');
  const create = { width: 60, height: 40, channels: 3, background: '#d8d2c4' } as const;
  picture = await sharp({ create }).png().toBuffer();
}, LONG_MS);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const boxes = (field: string, { day, month, year }: PlainDate) => ({
  [`${field}-day`]: `${day}`,
  [`${field}-month`]: `${month}`,
  [`${field}-year`]: `${year}`,
});

async function travelling(): Promise<Payer> {
  const payer = await Payer.held(world);
  await payer.visaIssued();
  await world.crossed(world.record('admitted', payer));
  return payer;
}
const factOf = async (payer: Payer): Promise<string> => {
  const sql = 'select id from stay_fact where case_id = $1 order by state_since desc limit 1';
  return (await world.one<{ id: string }>(sql, payer.caseId)).id;
};

test(
  'a traveller asks with a file, two officers grant, and the case says the new day',
  async () => {
    const payer = await travelling();
    const home = `/cases/${payer.reference}/extension`;
    const leaveBy = Temporal.PlainDate.from(
      (
        await world.one<{ d: string }>(
          'select leave_by::text as d from visa where case_id = $1',
          payer.caseId,
        )
      ).d,
    );
    expect((await payer.visitor.get(`/cases/${payer.reference}`)).body).toContain(`href="${home}"`);
    const short = await payer.visitor.post(home, { ...boxes('until', leaveBy), reason: 'illness' });
    expect(short.status).toBe(422);
    expect(short.words).toContain('The day must be after your leave-by date');
    const until = leaveBy.add({ days: 12 });
    const missing = await payer.visitor.post(home, boxes('until', until));
    expect(missing.words).toContain('Select why you need to stay longer');
    expect(missing.body).toContain(`value="${until.year}"`);
    const asked = await payer.visitor.post(home, { ...boxes('until', until), reason: 'illness' });
    expect(asked.to).toBe(`${home}/files`);
    const bad = await payer.visitor.upload(`${home}/files`, 'x.pdf', Buffer.from('<html>'));
    expect(bad.to).toBe(`${home}/files?refused=unknown_type`);
    expect((await payer.visitor.upload(`${home}/files`, 'x.png', picture)).to).toBe(
      `${home}/files`,
    );
    const sent = await payer.visitor.post(`${home}/send`, {}, `${home}/files`);
    expect(sent.to).toBe(`/cases/${payer.reference}?notice=extension_sent`);
    expect((await payer.visitor.get(sent.to!)).words).toContain('Two officers must agree');

    expect((await first.get('/stay-facts')).body).toContain(payer.reference);
    const page = `/stay-facts/${await factOf(payer)}`;
    expect((await first.get(page)).words).toContain('Illness or accident');
    const none = await first.post(`${page}/propose`, { outcome: 'refuse' });
    expect(none.words).toContain('Select why it is refused');
    const proposal = { outcome: 'accept', ...boxes('day', until) };
    expect((await first.post(`${page}/propose`, proposal)).to).toBe(`${page}?notice=proposed`);
    expect((await first.get(page)).words).toContain('A second person must confirm it');
    expect((await second.get(page)).words).toContain('Reminders start again');
    expect((await second.post(`${page}/confirm`)).to).toBe(`${page}?notice=accepted`);
    await world.worker.get(StaySettling).sweep();
    const told = await payer.reads();
    expect(told).toContain('You may stay until');
    expect(told).not.toContain('Two officers must agree');
  },
  LONG_MS,
);

test(
  'an officer records a death with its paper; only a second person carries it on',
  async () => {
    const payer = await travelling();
    const record = `/cases/${payer.reference}/record`;
    expect((await first.get(`/cases/${payer.reference}`)).body).toContain(`href="${record}"`);
    const none = await first.post(record, {});
    expect(none.status).toBe(422);
    expect(none.words).toContain('Select what you record');
    const today = Temporal.Now.plainDateISO('UTC');
    const future = { kind: 'death', ...boxes('day', today.add({ days: 3 })) };
    expect((await first.post(record, future)).words).toContain('The date cannot be in the future');
    const yesterday = today.subtract({ days: 1 });
    const begun = await first.post(record, { kind: 'death', ...boxes('day', yesterday) });
    const page = `/stay-facts/${await factOf(payer)}`;
    expect(begun.to).toBe(`${page}/files`);
    const early = await first.post(`${page}/record`);
    expect(early.to).toBe(`${page}/files?notice=no_file`);
    expect((await first.upload(`${page}/files`, 'x.pdf', Buffer.from('no'))).to).toContain('file');
    expect((await first.upload(`${page}/files`, 'x.png', picture)).to).toBe(`${page}/files`);
    const theirs = await second.post(`${page}/record`);
    expect(theirs.to).toContain('notice=not_yours');
    expect((await first.post(`${page}/record`)).to).toBe(`${page}?notice=proposed`);
    expect((await second.get(page)).words).toContain('the treasury finds the estate');
    const href = /href="([^"]*\/files\/[^"]*proof=[^"]*)"/.exec((await second.get(page)).body)![1]!;
    const file = await second.get(href.replaceAll('&amp;', '&'));
    expect(file.headers['content-type']).toBe('image/png');
    expect((await second.post(`${page}/confirm`)).to).toBe(`${page}?notice=accepted`);
    await world.worker.get(StaySettling).sweep();
    expect(await world.stateOf('visa_case', payer.caseId)).toBe('closed');
    const { reason } = await world.one<{ reason: string }>(
      `select reason_code as reason from visa_case_history where owner_id = $1 and event = 'closed'`,
      payer.caseId,
    );
    expect(reason).toBe('traveller_died');
  },
  LONG_MS,
);

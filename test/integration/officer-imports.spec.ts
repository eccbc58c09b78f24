// Officers bring records in by the pages: a file, one by hand, and the second person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportWorker } from '#departure';
import { aTraveller } from '../support/evidence.ts';
import { aFile, aRow } from '../support/imports.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ama: Visitor;
let head: Visitor;

beforeAll(async () => {
  world = await World.start();
  ama = await world.signedIn(['officer'], 'Ama Diallo');
  head = await world.signedIn(['head_of_section'], 'Boubacar Keita');
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const NEW = '/movements/imports/new';
const send = (by: Visitor, file: Buffer) => by.upload(NEW, 'movements.csv', file);
const idIn = (address: string | undefined) => /imports\/([0-9a-f-]{36})/.exec(address ?? '')![1]!;
const run = (id: string) => world.worker.get(ImportWorker).run(id);

test('a file: sent, watched, seen with what would follow, confirmed by another', async () => {
  const posted = await aTraveller(world);
  const file = aFile(aRow('departed', posted), aRow('left', null, { record_id: '-1' }));
  const sent = await send(ama, file);
  const id = idIn(sent.to);
  const page = `/movements/imports/${id}`;
  const running = await ama.get(page);
  expect(running.words).toContain('0 lines done You can leave this page');
  expect(running.body).toContain('<noscript><meta http-equiv="refresh" content="3"');
  await run(id);

  const checked = await ama.get(page);
  expect(checked.body).not.toContain('http-equiv');
  expect(checked.words).toContain('Accepted 1 Duplicates 0 Refused 1 Known travellers 1');
  expect(checked.words).toContain('You sent this. A second person must confirm it.');
  expect(checked.words).toContain('3 -1 kind Must be admitted, departed or refused');
  expect((await ama.post(`${page}/confirm`)).status).toBe(403);

  expect((await head.get('/')).words).toContain('Movements to confirm');
  expect((await head.get('/movements/imports')).words).toContain('Ama Diallo Waiting for a second');
  const seen = await head.get(page);
  expect(seen.words).toContain('Bond returned: 1');
  expect(seen.body).toContain(`href="/cases/${posted.reference}"`);
  expect((await head.post(`${page}/confirm`)).to).toBe(`${page}?notice=confirmed`);
  await run(id);
  expect((await head.get(page)).words).toContain('Imported 1 Duplicates 0');
  expect((await head.get('/movements?show=recent')).body).toContain(`href="${page}"`);

  const again = await send(head, file);
  expect(again.to).toBe(`${page}?notice=sent_before`);
  expect((await head.get(again.to!)).words).toContain('This very file was sent before');
});

test('problems come as a file of the reader’s language in which nothing is a formula', async () => {
  const id = idIn((await send(ama, aFile(aRow('left', null, { record_id: '-1' })))).to);
  await run(id);
  const address = `/movements/imports/${id}/problems.csv`;
  const english = await ama.get(address);
  expect(english.headers['content-disposition']).toMatch(/^attachment; filename="movements-/);
  expect(english.body).toBe(
    '\uFEFF"Line","Record","Result","Field","Reason"\r\n' +
      `2,"'-1","Refused","kind","Must be admitted, departed or refused (A, D or R in a manifest)"\r\n`,
  );
  await ama.get('/?lang=fr');
  expect((await ama.get(address)).body).toContain(`2;"'-1";"Refusée";"kind";`);
  await ama.get('/?lang=en');
});

test('a file that cannot be read says why, and is not kept', async () => {
  const refused = await send(ama, Buffer.from('record_id;kind\n1;departed\n'));
  const page = await ama.get(refused.to!);
  expect(page.words).toContain('The first line lacks these columns: port, happened_at');
  const { body } = await ama.get(`${NEW}?refused=columns_missing&what=<script>`);
  expect(body).not.toContain('<script>,');
  expect((await ama.get(`${NEW}?refused=nonsense`)).words).not.toContain('There is a problem');
});

/** The form with its file, as a browser sends it. */
async function enter(by: Visitor, values: Record<string, string>, file: Buffer) {
  const opened = await by.get('/movements/entry');
  const action = /action="(\/movements\/entry[^"]*)"/.exec(opened.body)![1]!;
  const parts = Object.entries(values).map(
    ([name, value]) =>
      `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--part\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--part--\r\n')]);
  return by.sendParts(action.replaceAll('&amp;', '&'), payload);
}

test('one record by hand: what is wrong keeps what was typed; then a second person', async () => {
  const posted = await aTraveller(world);
  const now = new Date(Date.now() - 600_000);
  const values = {
    ...{ kind: 'departed', port: 'BKO', number: posted.passport.number, reason: 'system_was_down' },
    'happened-day': `${now.getUTCDate()}`,
    'happened-month': `${now.getUTCMonth() + 1}`,
    'happened-year': `${now.getUTCFullYear()}`,
    time: now.toISOString().slice(11, 16),
    ...{ 'until-day': '', 'until-month': '', 'until-year': '' },
  };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const wrong = await enter(ama, { ...values, time: '25:00', kind: '' }, png);
  expect(wrong.status).toBe(422);
  expect(wrong.words).toContain('Select what happened Enter the time at the port');
  expect(wrong.body).toContain(`value="${posted.passport.number}"`);
  expect((await enter(ama, values, Buffer.from('no picture'))).words).toContain(
    'The proof must be a PDF, JPEG or PNG',
  );
  const late = { ...values, 'until-day': '1', 'until-month': '1', 'until-year': '2027' };
  expect((await enter(ama, late, png)).words).toContain('Must be empty unless');

  const id = idIn((await enter(ama, values, png)).to);
  await run(id);
  const page = await head.get(`/movements/imports/${id}`);
  expect(page.words).toContain(`USA ${posted.passport.number}`);
  expect(page.words).toContain('The post’s system was down');
  expect(page.words).toContain('Bond returned: 1');
  const proof = /href="([^"]*\/proof\?[^"]*)"/.exec(page.body)![1]!.replaceAll('&amp;', '&');
  expect((await head.get(proof)).headers['content-type']).toBe('image/png');
  expect((await ama.get(proof)).to).toContain('notice=link_over');
  expect((await head.post(`/movements/imports/${id}/decline`)).to).toContain('unknown_reason');
  const reason = { reason: 'not_proved' };
  expect((await head.post(`/movements/imports/${id}/decline`, reason)).to).toContain('declined');
  expect(await world.stateOf('bond', posted.bondId)).toBe('held');
});

test('of another programme than one’s consulate’s, there is nothing to see', async () => {
  const other = await world.rows<{ id: string }>(
    `select id from consulate where programme_code <> 'mali-us' limit 1`,
  );
  const elsewhere = await world.signedIn(['head_of_section'], 'E. Elsewhere', other[0]!.id);
  const id = idIn((await send(ama, aFile(aRow('admitted', null)))).to);
  expect((await elsewhere.get(`/movements/imports/${id}`)).status).toBe(404);
  expect((await elsewhere.post(`/movements/imports/${id}/decline`)).status).toBe(404);
  expect((await elsewhere.get('/movements/imports')).words).toContain('Nothing has been imported');
});

// Files of border records as officers send them: what is read, what is refused, and what is said of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { aFile, aRow, COLUMNS, ImportFlow } from '../support/imports.ts';
import { World } from '../support/world/world.ts';

let world: World;
let flow: ImportFlow;

beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer', 'api', 'worker'] });
  flow = await ImportFlow.of(world);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const counts = (accepted: number, duplicates: number, refused: number) => ({
  ...{ accepted, duplicates, refused },
});
const row = (more: Partial<Record<string, string>> = {}) => aRow('admitted', null, more);
const semicolons = (file: Buffer) => file.toString().replaceAll(',', ';');

test.each([
  ['UTF-8', (f: Buffer) => f, { encoding: 'utf-8', delimiter: ',' }],
  ['a BOM', (f: Buffer) => Buffer.concat([Buffer.from('\uFEFF'), f]), { encoding: 'utf-8' }],
  ['semicolons', (f: Buffer) => Buffer.from(semicolons(f)), { delimiter: ';' }],
  ['tabs', (f: Buffer) => Buffer.from(f.toString().replaceAll(',', '\t')), { delimiter: '\t' }],
  ['CRLF', (f: Buffer) => Buffer.from(f.toString().replaceAll('\n', '\r\n')), {}],
  ['no end of the last line', (f: Buffer) => f.subarray(0, -1), {}],
  ['empty rows at the end', (f: Buffer) => Buffer.concat([f, Buffer.from('\n,,,,,,\n\n')]), {}],
])('a file with %s', async (_, write, read) => {
  const id = await flow.checkedFile(write(aFile(row(), row())));
  expect(await flow.rowOf(id)).toMatchObject({ state: 'checked', ...counts(2, 0, 0), ...read });
});

test('Latin-1 is read as what it is, and said', async () => {
  const good = row();
  const text = semicolons(aFile(row({ port: 'Sénou' }), good));
  const id = await flow.checkedFile(Buffer.from(text, 'latin1'));
  expect(await flow.rowOf(id)).toMatchObject({
    ...{ encoding: 'latin-1', delimiter: ';', ...counts(1, 0, 1) },
  });
  expect(await flow.problemsOf(id)).toEqual([{ line: 2, reason: 'port_form' }]);
});

test('each bad row is refused with its line and its reason; the rest is accepted', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const long = row({ document_number: 'X'.repeat(3_000) });
  const twice = row();
  const id = await flow.checked(
    ...[row(), `${row()},more`, row({ record_id: 'a b' }), row({ kind: 'left' })],
    ...[row({ port: 'CDG' }), row({ happened_at: 'yesterday' }), row({ happened_at: inAnHour })],
    ...[row({ happened_at: '2025-09-30T12:00:00Z' }), row({ authorised_until: '2026-02-30' })],
    ...[aRow('departed', null, { authorised_until: '2026-12-24' }), row({ issuing_state: 'QQQ' })],
    ...[row({ authorised_until: '2026-01-01' }), row({ document_number: '?' }), long],
    ...['"never closed', row(), twice, twice, twice.replace('admitted', 'departed')],
  );
  expect((await flow.problemsOf(id)).map((p) => `${p.line} ${p.reason}`)).toEqual([
    ...['3 columns_differ', '4 record_id_form', '5 kind_form', '6 port_unknown', '7 moment_form'],
    ...['8 in_the_future', '9 before_programmes', '10 day_form', '11 not_admitted'],
    ...['12 state_unknown', '13 before_admission', '14 number_form', '15 line_too_long'],
    ...['16 quotes_open', '19 repeated_in_file', '20 record_changed'],
  ]);
  expect(await flow.rowOf(id)).toMatchObject(counts(3, 1, 15));
});

test('the same file twice says where the first one is, and changes nothing', async () => {
  const file = aFile(row());
  const id = await flow.checkedFile(file);
  const again = await flow.send(file, flow.boubacar);
  expect(again).toMatchObject({ code: 'sent_before', detail: { id } });
  expect(await world.rows('select id from movement_import where id > $1', id)).toEqual([]);
  mustBeOk(await flow.by(flow.ama, (imports, tx) => imports.decline(tx, id, undefined)));
  expect(await flow.checkedFile(file)).not.toBe(id);
});

test('a record that was brought in before is a duplicate, with other content a refusal', async () => {
  const [same, changed] = [row(), row()];
  await flow.bringIn(await flow.checked(same, changed));
  const id = await flow.checked(same, changed.replace('admitted', 'departed'), row());
  expect(await flow.rowOf(id)).toMatchObject(counts(1, 1, 1));
  expect(await flow.problemsOf(id)).toEqual([
    { line: 2, reason: 'known_before' },
    { line: 3, reason: 'record_changed' },
  ]);
  await flow.bringIn(id);
  expect(await flow.rowOf(id)).toMatchObject({ state: 'imported', loaded: 1 });
});

test('of two files with the same record that wait at once, one brings it in', async () => {
  const both = row();
  const [one, other] = [await flow.checked(both, row()), await flow.checked(both)];
  await flow.bringIn(one);
  await flow.bringIn(other);
  expect(await flow.rowOf(other)).toMatchObject({ state: 'imported', accepted: 1, loaded: 0 });
  expect(await flow.problemsOf(other)).toEqual([{ line: 2, reason: 'known_before' }]);
});

test.each([
  ['nothing', '', 'empty'],
  ['a header alone', `${COLUMNS}\n\n`, 'no_rows'],
  ['no port', `${COLUMNS.replace('port,', '')}\nx`, 'columns_missing'],
  ['a column more', `${COLUMNS},name\nx`, 'column_unknown'],
  ['a column twice', `${COLUMNS},port\nx`, 'column_twice'],
  ['bytes that are no text', 'a\u0000b', 'not_text'],
  ['too many lines', '\n'.repeat(200_001), 'too_many_lines'],
  ['too many bytes', 'x'.repeat(16 * 1024 * 1024 + 1), 'too_large'],
])('a file of %s is not kept', async (_, text, code) => {
  expect(await flow.send(Buffer.from(text))).toMatchObject({ code });
});

const record = (id: string, kind: string, until = '') =>
  `D${id.padEnd(64)}${kind}${'BKO'.padEnd(8)}2026-01-05T09:30:00Z${until.padEnd(10)}USA${'C1'.padEnd(20)}`;

test('a manifest is read by its columns, and one that was cut off is noticed', async () => {
  const lines = ['HVBPMOV01', record('M-1', 'A', '2026-01-20'), record('M-2', 'X').trimEnd()];
  const cutOff = [...lines, 'T00000003'].join('\n');
  expect(await flow.send(Buffer.from(cutOff))).toMatchObject({ code: 'not_complete' });
  const id = await flow.checkedFile(Buffer.from([...lines, 'T00000002', ''].join('\r\n')));
  expect(await flow.rowOf(id)).toMatchObject({ form: 'manifest', ...counts(1, 0, 1) });
  expect(await flow.problemsOf(id)).toEqual([{ line: 3, reason: 'kind_form' }]);
});

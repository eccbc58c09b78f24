// A worker that is killed in the middle of a file: it goes on where it was, and no row is lost or doubled.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportWorker } from '#departure';
import { mustBeOk } from '#kernel';
import { aTraveller } from '../support/evidence.ts';
import { aFile, aRow, ImportFlow } from '../support/imports.ts';
import { runWorker } from '../support/world/dying.ts';
import { World } from '../support/world/world.ts';

const ROWS = 100_000; // 26 chunks of 4,000 lines
/** Its line, in the 13th chunk. */
const BAD = 50_001;

let world: World;
let flow: ImportFlow;
let file: Buffer;
let bondId: string;

beforeAll(async () => {
  world = await World.start();
  flow = await ImportFlow.of(world);
  const posted = await aTraveller(world);
  bondId = posted.bondId;
  const rows = Array.from({ length: ROWS }, (_, i) =>
    aRow('admitted', null, { document_number: `C${i}` }),
  );
  rows[BAD - 2] = '"a row that is spoilt, and ends nowhere';
  rows[ROWS - 1] = aRow('departed', posted);
  file = aFile(...rows);
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const progress = (id: string) =>
  world.one<{ checked: number; loaded: number; at: number; state: string }>(
    `select lines_checked as checked, lines_loaded as at, loaded, state
     from movement_import where id = $1`,
    id,
  );

test('killed while it reads and while it brings in, it ends as if nothing had happened', async () => {
  const { id } = mustBeOk(await flow.send(file));
  expect(await runWorker(world, 'import', id, '13')).toMatchObject({ signal: 'SIGKILL' });
  expect(await progress(id)).toMatchObject({ checked: 48_000, state: 'checking' });
  await flow.run(id);
  expect(await flow.rowOf(id)).toMatchObject({
    ...{ state: 'checked', accepted: ROWS - 1, refused: 1, duplicates: 0, matched: 1 },
  });
  expect(await flow.problemsOf(id)).toEqual([{ line: BAD, reason: 'quotes_open' }]);

  mustBeOk(await flow.confirm(id));
  expect(await runWorker(world, 'import', id, '14')).toMatchObject({ signal: 'SIGKILL' });
  expect(await progress(id)).toMatchObject({ at: 52_000, loaded: 51_998, state: 'confirmed' });
  await flow.run(id);
  await flow.run(id);
  expect(await progress(id)).toMatchObject({ loaded: ROWS - 1, state: 'imported' });
  const [count] = await world.rows(
    `select count(*)::int as n, count(distinct record_id)::int as ids
     from movement where import_id = $1`,
    id,
  );
  expect(count).toEqual({ n: ROWS - 1, ids: ROWS - 1 });
  expect(await flow.problemsOf(id)).toHaveLength(1);
  expect(await world.stateOf('bond', bondId)).toBe('cancelled');
  expect(await world.rows('select id from refund where bond_id = $1', bondId)).toHaveLength(1);
}, 240_000);

test('a job that was lost is put again by the sweep', async () => {
  const { id } = mustBeOk(await flow.send(aFile(aRow('admitted', null))));
  await world.rows(`delete from pgboss.job where name = 'movements.import'`);
  await world.rows(
    `update movement_import set state_since = now() - interval '20 minutes' where id = $1`,
    id,
  );
  expect(await world.worker.get(ImportWorker).sweep()).toBe(1);
  expect(
    await world.rows(
      `select data->>'importId' as id from pgboss.job where name = 'movements.import'`,
    ),
  ).toEqual([{ id }]);
});

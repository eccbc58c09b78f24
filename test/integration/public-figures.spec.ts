// Figures of a quarter: told once its refunds are due, the same when counted again, seen by everybody.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FigureChecks, Publishing } from '#figures';
import { dayFromIso } from '#kernel';
import { Database, systemCtx } from '#platform';
import { BreachStory, judges } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

const PROGRAMME = 'mali-us';
let world: World;

beforeAll(async () => {
  world = await World.start();
  const { disbursementId } = await world.aBond().cancelled();
  await world.send(disbursementId);
  await new BreachStory(world, await judges(world)).toAppeal();
}, 240_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const told = () =>
  world.rows<{ quarter: string; part: string; name: string; value: number | null }>(
    `select quarter::text, part, name, value from published_figure
     where programme_code = $1 order by quarter, part, name`,
    PROGRAMME,
  );
const publish = () => world.worker.get(Publishing).sweep();

test('nothing is told before the quarter and the time to refund are over', async () => {
  await publish();
  expect(await told()).toEqual([]);
});

test('a quarter is told once, with what happened in it', async () => {
  await world.daysLater(31 + 92);
  // What was learned in the last minutes is left for later; here it was a moment ago.
  await world.rows(`alter table bond_history disable trigger append_only`);
  await world.rows(`alter table disbursement_history disable trigger append_only`);
  for (const table of ['bond_history', 'disbursement_history']) {
    await world.rows(`update ${table} set learned_at = learned_at - interval '1 hour'`);
    await world.rows(`alter table ${table} enable trigger append_only`);
  }
  await publish();
  const first = await told();
  expect(first.find((f) => f.part === 'endings' && f.name === 'total')).toMatchObject({
    value: null, // one bond: too few to be told
  });
  expect(first.find((f) => f.part === 'endings' && f.name === 'forfeited')!.value).toBe(0);
  expect(await publish()).toBe(0);
  expect(await told()).toEqual(first);
});

test('counted again from the books, by the auditor, every figure is the same', async () => {
  const { quarter } = (await told())[0]!;
  const checks = world.worker.get(FigureChecks);
  const check = () =>
    world.worker
      .get(Database)
      .read(systemCtx('test'), (tx) => checks.check(tx, PROGRAMME, dayFromIso(quarter)));
  expect(await check()).toEqual([]);

  await world.rows('alter table published_figure disable trigger append_only');
  await world.rows(`update published_figure set value = 99 where part = 'endings'
    and name = 'departed' and programme_code = 'mali-us'`);
  await world.rows('alter table published_figure enable trigger append_only');
  expect(await check()).toEqual([
    { quarter, figure: 'endings departed', published: 99, recomputed: null },
  ]);
});

test('what was told is changed by nobody', async () => {
  await expect(world.rows('delete from published_figure')).rejects.toThrow();
});

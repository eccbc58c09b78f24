// How often an officer's page waits for the database: what does not need an answer leaves with what does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { transactionsOf } from '../support/statements.ts';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
  await world.aCase().submitted();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Flights of each transaction of a page. */
const flightsOf = async (path: string) => {
  const seen = await transactionsOf((await world.site('officer')).get(DataSource), async () =>
    expect((await awa.get(path)).status).toBe(200),
  );
  return seen.map(({ flights }) => flights);
};

test('who is signed in is found in one flight, and a list with its names in four', async () => {
  await flightsOf('/queues/all');
  // Begin and who asks; consulates, rows and their number; facts, holders, travellers and their keys;
  // the entry of the trail with the commit.
  expect(await flightsOf('/queues/all?consulate=all')).toEqual([1, 4]);
});

test('a page beyond the last costs one flight more, and shows the last', async () => {
  expect(await flightsOf('/queues/all?consulate=all&page=9')).toEqual([1, 5]);
});

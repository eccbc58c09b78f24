// Lists of cases show people, and the trail says who saw whom.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let awa: Visitor;
beforeAll(async () => {
  world = await World.start();
  awa = await world.signedIn(['officer'], 'Awa Keita');
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** What the trail says of lists that somebody was shown, oldest first. */
const listed = () =>
  world.rows<{ details: Record<string, string> }>(
    `select details from audit_entry where action = 'personal_data.listed' and actor_id = $1
     order by at`,
    awa.accountId,
  );
const personOf = async (caseId: string): Promise<string> => {
  const [row] = await world.rows<{ id: string }>(
    `select replace(person_id::text, '-', '') as id from visa_case where id = $1`,
    caseId,
  );
  return row!.id;
};

test('a queue names traveller, arrival and purpose, in one entry of the trail for the page', async () => {
  const cases = [await world.aCase().submitted(), await world.aCase().submitted()];
  const before = (await listed()).length;
  const { body } = await awa.get('/queues/new');
  expect(body.match(/Ada Example/g)?.length).toBeGreaterThanOrEqual(2);
  expect(body).toContain('Arrival and purpose');
  expect(body).toContain('Tourism');
  const entries = (await listed()).slice(before);
  expect(entries).toHaveLength(1);
  expect(entries[0]!.details.purpose).toBe('case_list');
  const seen = JSON.stringify(entries[0]!.details);
  for (const { caseId } of cases) expect(seen).toContain(await personOf(caseId));
});

test('one whose key is gone leaves the others readable, and is not said to have been read', async () => {
  const gone = await world.aCase().submitted();
  await world.rows(
    `delete from data_key where subject_id = (select person_id from visa_case where id = $1)`,
    gone.caseId,
  );
  const { status, body } = await awa.get('/queues/new');
  expect(status).toBe(200);
  expect(body).toContain('Cannot be shown');
  expect(body).toContain('Ada Example');
  expect(JSON.stringify((await listed()).at(-1)!.details)).not.toContain(
    await personOf(gone.caseId),
  );
});

test('a case that is found by its reference is named too', async () => {
  const { reference } = await world.aCase().submitted();
  expect((await awa.get(`/search?reference=${reference}`)).body).toContain('Ada Example');
});

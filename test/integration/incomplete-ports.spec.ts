// The desk says which port's records are incomplete since when, and how much waits for it; the person
// who is asked for proof reads who must act, by when, and what happens otherwise.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Silence } from '#departure';
import { formatDay, Temporal } from '#kernel';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
let payer: Payer;
let due: Temporal.PlainDate;

beforeAll(async () => {
  world = await World.start();
  payer = await Payer.held(world);
  await world.issueVisa({ officer: world.staff, caseId: payer.caseId });
  await world.crossed(world.record('admitted', payer));
  const { day } = await world.one<{ day: string }>(
    'select due_on::text as day from visa where case_id = $1',
    payer.caseId,
  );
  due = Temporal.PlainDate.from(day);
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** At the port, or where the consulate is. */
const legalDay = async (zone = 'UTC') =>
  Temporal.Instant.from(await world.legalNow())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
const until = async (day: Temporal.PlainDate) =>
  world.daysLater((await legalDay()).until(day).total('days'));
const BLOCKED = /Incomplete records/;

test('a port that is behind is on the desk, with its first missing day and what waits', async () => {
  const officer = await world.signedIn(['officer']);
  const page = async (path = '/movements') => (await officer.get(path)).words;
  await world.complete(`${(await legalDay()).subtract({ days: 1 })}`);
  expect(await page()).not.toMatch(BLOCKED);
  const last = (await legalDay()).subtract({ days: 1 });
  await until(due.add({ days: 1 }));
  expect(await page()).toContain(
    `Bamako–Sénou (Modibo Keïta) (BKO) ${formatDay(last.add({ days: 1 }), 'en')} 1`,
  );
  expect(await page('/')).toMatch(/Ports with incomplete records/);
  await world.complete(`${due}`);
  expect(await page()).not.toMatch(BLOCKED);
});

test('the applicant reads that proof is asked for, by when, and what silence does', async () => {
  expect(await world.worker.get(Silence).missingDepartures()).toBe(1);
  const page = await payer.reads();
  expect(page).toContain('We have no record that you left.');
  const last = (await legalDay('America/New_York')).add({ days: 14 });
  expect(page).toContain(`By ${formatDay(last, 'en')} at 23:59`);
  expect(page).toContain('no money is kept without a decision that gives reasons');
  // The request waits for records, too.
  const officer = await world.signedIn(['officer']);
  await until(last.add({ days: 1 }));
  const since = formatDay(due.add({ days: 1 }), 'en');
  expect((await officer.get('/movements')).words).toContain(`(BKO) ${since} 1`);
});

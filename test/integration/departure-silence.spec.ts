// What follows where there is no border record: nothing, until every port has stated that its records
// are in; then an unused visa returns its bond, and who has not left on record is asked for proof.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { EvidenceRequests, Silence } from '#departure';
import { Temporal } from '#kernel';
import { BorderClients } from '#travel';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});
beforeEach(async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  await world.replacePost();
});

const block = () =>
  world.asOfficer(world.staff, (tx) =>
    world.officer.get(BorderClients).block(tx, world.post.client.id),
  );
/** The legal day, so many days from now: at the port, or where the consulate is. */
const legalDay = async (days: number, zone = 'UTC'): Promise<string> =>
  (
    await world.one<{ day: string }>(
      `select ((app.legal_now() at time zone $2)::date + $1::int)::text as day`,
      ...[days, zone],
    )
  ).day;
const consulateDay = (days: number) => legalDay(days, 'America/New_York');
const sweep = async () => {
  const silence = world.worker.get(Silence);
  return [
    await silence.unusedVisas(),
    await silence.missingDepartures(),
    await silence.unanswered(),
  ];
};
const NOTHING = [0, 0, 0];
const standing = ({ caseId }: TestBond) =>
  world.one(
    `select c.state as "case", b.state as bond, v.due_on::text as due,
       (select count(*)::int from refund r where r.bond_id = b.id) as refunds
     from visa_case c join bond b on b.case_id = c.id join visa v on v.case_id = c.id
     where c.id = $1`,
    caseId,
  );
const dueOf = async ({ caseId }: TestBond) =>
  (
    await world.one<{ due: string }>(
      'select due_on::text as due from visa where case_id = $1',
      caseId,
    )
  ).due;
const before = (day: string, days = 1) =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();
/** So that the day is over, and `days` more. */
async function until(day: string, days = 1): Promise<void> {
  const today = await legalDay(0);
  await world.daysLater(Temporal.PlainDate.from(today).until(day).total('days') + days);
}
async function aStay(): Promise<TestBond> {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  return posted;
}

test('a visa that was never used returns its bond when all records are in, and not a day before', async () => {
  const posted = await world.aBond().withVisa();
  const due = await dueOf(posted);
  await until(due);
  expect(await sweep()).toEqual(NOTHING);
  await world.complete(before(due));
  expect(await sweep()).toEqual(NOTHING);
  expect(await standing(posted)).toMatchObject({ case: 'visa_issued', bond: 'held', refunds: 0 });
  await world.complete(due);
  expect(await sweep()).toEqual([1, 0, 0]);
  expect(await sweep()).toEqual(NOTHING);
  expect(await standing(posted)).toEqual({
    case: 'closed',
    bond: 'cancelled',
    due: null,
    refunds: 1,
  });
  expect(
    await world.one(
      `select r.rule, r.border_client_id as client, h.reason_code as closed from refund r
       join visa_case_history h on h.owner_id = r.case_id and h.event = 'closed'
       where r.bond_id = $1`,
      posted.bondId,
    ),
  ).toEqual({ rule: 'R15b', client: null, closed: 'visa_not_used' });
});

test('a border feed that is dead for a week refunds nobody and refers nobody', async () => {
  const [unused, staying] = [await world.aBond().withVisa(), await aStay()];
  const asked = await aStay();
  const leaves = await dueOf(asked);
  await until(leaves);
  await world.complete(leaves);
  await world.rows(`update visa set due_on = due_on + 60 where case_id = $1`, staying.caseId);
  expect(await sweep()).toEqual([0, 1, 0]);
  // From here on no mark comes: every deadline passes.
  await until(await dueOf(unused), 7);
  for (let days = 0; days < 7; days++) {
    expect(await sweep()).toEqual(NOTHING);
    await world.daysLater(1);
  }
  expect(await standing(unused)).toMatchObject({ case: 'visa_issued', bond: 'held', refunds: 0 });
  expect(await standing(staying)).toMatchObject({ bond: 'held', refunds: 0 });
  expect(await standing(asked)).toMatchObject({ bond: 'evidence_requested', refunds: 0 });
  // It comes back, with all that happened meanwhile: the one who left in time is refunded.
  await world.crossed(
    world.record('departed', asked, { happenedAt: `${before(leaves, 8)}T10:00:00Z` }),
  );
  await world.complete(await legalDay(-1));
  expect(await sweep()).toEqual([1, 1, 0]);
  expect(await standing(asked)).toMatchObject({ case: 'closed', bond: 'cancelled', refunds: 1 });
});

test('a port that takes its mark back holds everything up again', async () => {
  const posted = await world.aBond().withVisa();
  const due = await dueOf(posted);
  await until(due);
  await world.complete(due);
  await world.complete(before(due, 5), { correction: true });
  expect(await sweep()).toEqual(NOTHING);
  await world.complete(due);
  expect(await sweep()).toEqual([1, 0, 0]);
});

test('who has no departure on record is asked first, told by mail only that there is news', async () => {
  const posted = await aStay();
  const due = await dueOf(posted);
  await until(due);
  await world.complete(due);
  expect(await sweep()).toEqual([0, 1, 0]);
  expect(await standing(posted)).toEqual({
    ...{ case: 'travelling', bond: 'evidence_requested', due: null, refunds: 0 },
  });
  expect(
    await world.one(
      `select e.answer_on::text as day, e.answered_at, e.ended_at,
         (select array_agg(m.params - 'reference' ?| array['leaveBy', 'amount']) from mail m
            where m.params->>'reference' = $2 and m.template = 'case_to_read') as "mailsWithFacts"
       from evidence_request e where e.bond_id = $1`,
      posted.bondId,
      posted.reference,
    ),
  ).toEqual({
    day: await consulateDay(14),
    answered_at: null,
    ended_at: null,
    mailsWithFacts: [false],
  });
  // Silence then takes nothing: a person decides, and only when the records of that time are in, too.
  await until(await legalDay(14));
  expect(await sweep()).toEqual(NOTHING);
  await world.complete(await legalDay(-1));
  expect(await sweep()).toEqual([0, 0, 1]);
  expect(await standing(posted)).toMatchObject({
    case: 'travelling',
    bond: 'referred',
    refunds: 0,
  });
  expect(
    await world.one(
      `select e.outcome, h.reason_code as ground from evidence_request e join bond_history h
         on h.owner_id = e.bond_id and h.event = 'referred' where e.bond_id = $1`,
      posted.bondId,
    ),
  ).toEqual({ outcome: 'referred', ground: 'no_departure_record' });
});

test.each([
  ['in time', 9, 'cancelled', 'departed', 1],
  ['late', 2, 'referred', 'referred', 0],
])(
  'a departure %s whose record comes after the request decides by itself',
  async (_what, daysBeforeDue, bond, outcome, refunds) => {
    const posted = await aStay();
    const due = await dueOf(posted);
    await until(due);
    await world.complete(due);
    await sweep();
    const happenedAt = `${before(due, daysBeforeDue)}T10:00:00Z`;
    await world.crossed(world.record('departed', posted, { happenedAt }));
    expect(await standing(posted)).toMatchObject({ bond, refunds });
    expect(
      await world.one('select outcome from evidence_request where bond_id = $1', posted.bondId),
    ).toEqual({ outcome });
    await until(await legalDay(20));
    await world.complete(await legalDay(-1));
    expect(await sweep()).toEqual(NOTHING);
  },
);

test('the clock to answer stands still while officers have the answer (R31)', async () => {
  const posted = await aStay();
  const due = await dueOf(posted);
  await until(due);
  await world.complete(due);
  await sweep();
  const requests = world.worker.get(EvidenceRequests);
  const change = (what: 'answered' | 'goesOn') =>
    world.byRule(async (tx) => {
      await requests[what](tx, (await requests.openOf(tx, posted.bondId))!);
      return requests.openOf(tx, posted.bondId);
    });
  const last = await consulateDay(14);
  await change('answered');
  await world.daysLater(40);
  await world.complete(await legalDay(-1));
  expect(await sweep()).toEqual(NOTHING);
  const again = await change('goesOn');
  expect([`${again!.answerOn}`, again!.answeredAt]).toEqual([
    Temporal.PlainDate.from(last).add({ days: 40 }).toString(),
    null,
  ]);
  await until(`${again!.answerOn}`, 2); // over at the consulate as well
  await world.complete(await legalDay(-1));
  expect(await sweep()).toEqual([0, 0, 1]);
});

test('a bond whose money left by another way waits until people have settled that', async () => {
  const posted = await world.aBond().withVisa();
  const due = await dueOf(posted);
  await until(due);
  await world.complete(due);
  await world.refundElsewhere(posted.bondId, 1_000);
  await world.news();
  expect(await sweep()).toEqual(NOTHING);
  expect(await standing(posted)).toMatchObject({ case: 'visa_issued', bond: 'held', refunds: 0 });
});

test('a border system that is blocked completes nothing', async () => {
  const posted = await world.aBond().withVisa();
  const due = await dueOf(posted);
  await until(due);
  await world.complete(due);
  await block();
  expect(await sweep()).toEqual(NOTHING);
  expect(await standing(posted)).toMatchObject({ bond: 'held', refunds: 0 });
});

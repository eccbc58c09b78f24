// The brake on refunds that rules make: hold, ceilings, and a record that is taken back (R33).
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BrakeQueries } from '#departure';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { DisbursementSweep, Disbursements, RefundQueries } from '#refund';
import { setRules } from '../support/programme-rules.ts';
import { signedInCtx } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ brake: 'shipped' });
});
beforeEach(async () => {
  // An hour later: what left before is no longer counted.
  await minutesLater(61);
  await setRules(world.db, {
    ...{ refundHoldMinutes: 60, refundsPerHour: 120, refundsPerHourByClient: 60 },
  });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** Both clocks: a session that the processor opens must not end later than it allows. */
async function minutesLater(n: number): Promise<void> {
  await world.daysLater(n / 1440);
  await world.later(n * 60);
}
const sweep = () => world.worker.get(DisbursementSweep).sweep();
const now = () => world.legalNow();
const jobsFor = (disbursementId: string) =>
  world.rows(
    `select 1 from pgboss.job where name = 'disbursement.send' and data->>'disbursementId' = $1`,
    disbursementId,
  );
const standing = (bondId: string) =>
  world.one<{ state: string; waits: string | null; held: boolean }>(
    `select d.state, r.waits_because as waits, d.leaves_at is not null as held
     from disbursement d join refund r on r.id = d.refund_id
     where r.bond_id = $1 order by d.attempt desc limit 1`,
    bondId,
  );

/** In and out, by the law's clock, which this file moves. */
async function left(posted: TestBond): Promise<string> {
  const happenedAt = await now();
  await world.crossed(world.record('admitted', posted, { happenedAt }));
  await world.crossed(world.record('departed', posted, { happenedAt: await now() }));
  return world.openDisbursement(posted.bondId);
}
const refusedEntry = async (posted: TestBond) =>
  world.crossed(world.record('refused', posted, { happenedAt: await now() }));

async function approve(disbursementId: string): Promise<void> {
  const { officer } = world;
  const ctx = await signedInCtx(world.db, world.staff.accountId, 'staff');
  mustBeOk(
    await officer
      .get(Database)
      .write(ctx, (tx) => officer.get(Disbursements).approve(tx, disbursementId)),
  );
}

test('a refund of a rule leaves when its hold is over, by itself and once', async () => {
  const posted = await world.aBond().withVisa();
  const id = await left(posted);
  const calls = await world.refundCalls();
  expect(await standing(posted.bondId)).toEqual({ state: 'approved', waits: null, held: true });
  expect(await world.trackerOf(posted)).toMatchObject({
    next: 'we_send',
    leavesAt: expect.anything(),
  });
  // No job, no sweep and no job that comes too early moves it.
  await sweep();
  expect(await jobsFor(id)).toEqual([]);
  await world.send(id);
  expect(await world.refundCalls()).toEqual(calls);

  await minutesLater(61);
  await sweep();
  await sweep();
  expect(await jobsFor(id)).toHaveLength(1);
  await world.send(id);
  expect((await world.refundCalls()).slice(calls.length)).toEqual([
    { key: `disbursement:${id}`, replayed: false, status: 200 },
  ]);
  expect(await standing(posted.bondId)).toMatchObject({ state: 'succeeded' });
  expect((await world.trackerOf(posted))?.leavesAt).toBeNull();
});

test('a record taken back within the hold: a person looks, and no money leaves', async () => {
  const posted = await world.aBond().withVisa();
  await refusedEntry(posted);
  const id = await world.openDisbursement(posted.bondId);
  const calls = await world.refundCalls();
  await minutesLater(10);
  // The border meant somebody else: this traveller was let in.
  await world.crossed(world.record('admitted', posted, { happenedAt: await now() }));
  expect(await standing(posted.bondId)).toEqual({
    ...{ state: 'due', waits: 'record_contradicted', held: false },
  });
  await minutesLater(120);
  await sweep();
  await world.send(id);
  expect(await jobsFor(id)).toEqual([]);
  expect(await world.refundCalls()).toEqual(calls);
  expect(await world.refundsOf(posted.bondId)).toEqual([]);
  expect(await world.trackerOf(posted)).toMatchObject({ next: 'treasury_looks', failures: [] });
  const { officer } = world;
  const problems = await officer
    .get(Database)
    .read(world.staff.ctx, (tx) => officer.get(RefundQueries).list(tx, 'problems'));
  expect(problems.rows.map((r) => [r.disbursementId, r.waitsBecause])).toContainEqual([
    ...[id, 'record_contradicted'],
  ]);

  // Whoever has looked may let it leave all the same, at once.
  await approve(id);
  await world.send(id);
  expect(await world.refundsOf(posted.bondId)).toMatchObject([{ status: 'succeeded' }]);
});

test('what has begun to leave is not stopped any more: the record is on a desk all the same', async () => {
  const posted = await world.aBond().withVisa();
  await refusedEntry(posted);
  await minutesLater(61);
  await world.send(await world.openDisbursement(posted.bondId));
  await world.crossed(world.record('admitted', posted, { happenedAt: await now() }));
  expect(await standing(posted.bondId)).toMatchObject({ state: 'succeeded', waits: null });
  expect(
    await world.rows(
      `select 1 from movement m join visa_case c on c.travel_document_id = m.document_id
       where c.id = $1 and m.state = 'set_aside'`,
      posted.caseId,
    ),
  ).toHaveLength(1);
});

test.each([
  ['refundsPerHourByClient', 'ceiling_client'],
  ['refundsPerHour', 'ceiling_programme'],
] as const)(
  'beyond %s refunds wait for the treasury; an hour later they leave again',
  async (rule, why) => {
    await setRules(world.db, { [rule]: 1, refundHoldMinutes: 0 });
    const [first, second, third] = [
      await world.aBond().withVisa(),
      await world.aBond().withVisa(),
      await world.aBond().withVisa(),
    ];
    const id = await left(first);
    expect(await standing(first.bondId)).toMatchObject({ state: 'approved', waits: null });
    expect(await jobsFor(id)).toHaveLength(1);
    const waiting = await left(second);
    expect(await standing(second.bondId)).toMatchObject({ state: 'due', waits: why });
    expect(await jobsFor(waiting)).toEqual([]);
    await minutesLater(61);
    await left(third);
    expect(await standing(third.bondId)).toMatchObject({ state: 'approved', waits: null });
  },
);

test('two at the same moment do not both pass the last place below a ceiling', async () => {
  await setRules(world.db, { refundsPerHour: 1, refundHoldMinutes: 0 });
  const both = [await world.aBond().withVisa(), await world.aBond().withVisa()];
  await Promise.all(both.map(refusedEntry));
  const found = await Promise.all(both.map(({ bondId }) => standing(bondId)));
  expect(found.map((f) => f.state).sort()).toEqual(['approved', 'due']);
});

test('the rate is there for an alarm, beside its ceiling, once for each programme', async () => {
  // Other rules have come meanwhile, and others again are announced.
  await world.rows(
    `insert into programme_version
     select programme_code, version + n, case n when 1 then 'in_force' else 'approved' end,
       (app.legal_now() at time zone 'UTC')::date - 1 + (n - 1) * 30, 'Test decree',
       rules || jsonb_build_object('refundsPerHour', 70 + n)
     from programme_version, generate_series(1, 2) n
     where programme_code = 'mali-us' and version = 1`,
  );
  await world.rows(`update programme_version set state = 'in_force' where version = 1`);
  await setRules(world.db, { refundsPerHourByClient: 1 });
  const [first, second] = [await world.aBond().withVisa(), await world.aBond().withVisa()];
  await refusedEntry(first);
  await refusedEntry(second);
  const { worker } = world;
  const rates = await worker
    .get(Database)
    .read({ actor: { kind: 'system', name: 'test' }, requestId: 'r' }, (tx) =>
      worker.get(BrakeQueries).rates(tx),
    );
  expect(rates.rates.filter((r) => r.name === 'mali-us')).toEqual([
    { by: 'programme', name: 'mali-us', count: 1, ceiling: 71 },
  ]);
  expect(rates.rates.filter((r) => r.by === 'border_client')).toMatchObject([
    { count: 1, ceiling: 1 },
  ]);
  expect(rates.waiting).toBeGreaterThan(0);
});

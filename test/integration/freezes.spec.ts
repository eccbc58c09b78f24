// Each freeze against each act that it may stop: tried on real rows, and compared with the matrix. Then
// how a freeze ends: two people, and what waited goes on by itself.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppealWindows, Decisions } from '#breach';
import { Silence } from '#departure';
import { mustBeOk, Temporal } from '#kernel';
import {
  CaseFreezes,
  FreezeLifting,
  freezeMatrix,
  RefundDecisions,
  type Freeze,
  type FrozenAct,
} from '#refund';
import type { Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { BreachStory, judges } from '../support/world/breach.ts';
import { SuspenseStory } from '../support/world/suspense.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: BreachStory;
let suspense: SuspenseStory;
let head: Somebody;

beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
  suspense = await SuspenseStory.of(world);
  head = await world.anOfficer();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));
beforeEach(async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  await world.replacePost();
});

type About = Pick<TestBond, 'caseId' | 'bondId' | 'officer'>;

const place = ({ officer, caseId }: About, reason: string) =>
  world.onCase(officer, caseId, (tx, row) => world.officer.get(CaseFreezes).place(tx, row, reason));
async function freeze(about: About, by: Freeze): Promise<void> {
  if (by === 'reversal') await world.dispute(about.bondId);
  else if (by === 'fraud_warning') await world.warn(about.bondId);
  else return void mustBeOk(await place(about, by));
  await world.news();
}

const legalDay = async (days: number): Promise<string> =>
  (
    await world.one<{ day: string }>(
      `select ((app.legal_now() at time zone 'UTC')::date + $1::int)::text as day`,
      days,
    )
  ).day;

/** A stay whose last day is over on paper, with every port's records in. */
async function anOverdueStay(): Promise<TestBond> {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  const { due } = await world.one<{ due: string }>(
    'select due_on::text as due from visa where case_id = $1',
    posted.caseId,
  );
  const today = Temporal.PlainDate.from(await legalDay(0));
  await world.daysLater(today.until(Temporal.PlainDate.from(due)).total('days') + 1);
  await world.complete(due);
  return posted;
}

/** Each tries one act on something that was frozen just before, and says whether it was stopped. */
const ATTEMPTS: Record<FrozenAct, (by: Freeze) => Promise<boolean>> = {
  issue_visa: async (by) => {
    const posted = await world.aBond().held();
    await freeze(posted, by);
    return !(await world.issueVisaAsking(posted)).ok;
  },
  return_by_rule: async (by) => {
    const posted = await world.aBond().withVisa();
    await world.crossed(world.record('admitted', posted));
    await freeze(posted, by);
    await world.crossed(world.record('departed', posted));
    expect(await world.stateOf('bond', posted.bondId)).toBe('cancelled');
    return (await world.disbursementsOf(posted.bondId)).length === 0;
  },
  return_by_people: async (by) => {
    const posted = await world.aBond().withVisa();
    await freeze(posted, by);
    const decisions = world.worker.get(RefundDecisions);
    return !(await world.byRule((tx) => decisions.returnable(tx, posted.bondId))).ok;
  },
  send_disbursement: async (by) => {
    const posted = await world.aBond().cancelled();
    await freeze(posted, by);
    const calls = await refundsAtProcessor();
    await world.send(posted.disbursementId);
    return (await refundsAtProcessor()) === calls;
  },
  ask_for_proof: async (by) => {
    const posted = await anOverdueStay();
    await freeze(posted, by);
    await world.worker.get(Silence).missingDepartures();
    return (await world.stateOf('bond', posted.bondId)) === 'held';
  },
  rule_on_breach: async (by) => {
    const file = await story.noticed();
    await world.daysLater(15);
    await freeze(file, by);
    const proposed = await story.as(story.people.adjudicator, 'officer', (tx) =>
      world.officer.get(Decisions).propose(tx, file.fileId, story.decision(file, 'full')),
    );
    return !proposed.ok;
  },
  end_appeal_window: async (by) => {
    const file = await story.decided('full');
    await freeze(file, by);
    await world.daysLater(40);
    await world.worker.get(AppealWindows).sweep();
    return (await world.stateOf('bond', file.bondId)) === 'breach_declared';
  },
  move_suspense: async (by) => {
    const { id, about, pi } = await moneyInSuspense();
    if (by === 'reversal') {
      await world.stripe('refunds', 'POST', { payment_intent: pi, amount: '100' });
      await world.news();
    } else if (by === 'fraud_warning') {
      await world.control(`payment_intents/${pi}/warn`, {});
      await world.news();
    } else await freeze(about, by);
    return !(await suspense.giveBack(id)).ok;
  },
};

const refundsAtProcessor = async (): Promise<number> =>
  (await world.stripe<{ data: unknown[] }>('refunds?limit=100', 'GET')).data.length;

/** A short payment by a bond's own page: it waits in suspense, and is of that case. */
async function moneyInSuspense() {
  const about = await world.aBond().opened();
  return { about, ...(await suspense.cameFor(about, 5_000)) };
}

describe.each(Object.keys(ATTEMPTS) as FrozenAct[])('%s', (act) => {
  const row = Object.entries(freezeMatrix[act]) as [Freeze, boolean][];
  test.each(row)('is stopped by %s: %s', async (by, stops) => {
    expect(await ATTEMPTS[act](by)).toBe(stops);
    expect(await world.oracle()).toEqual([]);
  });
});

describe('a freeze', () => {
  const freezes = () => world.officer.get(CaseFreezes);
  const propose = (id: string, who: Somebody) =>
    world.asOfficer(who, (tx) => freezes().proposeLift(tx, id, 'nothing_found'));
  const approve = (id: string, who: Somebody) =>
    world.asOfficer(who, (tx) => freezes().approve(tx, id));

  test('ends by two people, and the refund that a rule decided meanwhile leaves by itself', async () => {
    const posted = await world.aBond().withVisa();
    await world.crossed(world.record('admitted', posted));
    const { id } = mustBeOk(await place(posted, 'fraud_suspected'));
    await world.crossed(world.record('departed', posted));
    expect(await world.disbursementsOf(posted.bondId)).toEqual([]);
    mustBeOk(await propose(id, posted.officer));
    expect(await approve(id, posted.officer)).toMatchObject({ code: 'same_person' });
    mustBeOk(await approve(id, head));
    await world.worker.get(FreezeLifting).lift(id);
    await world.worker.get(FreezeLifting).lift(id);
    expect(await world.statesOf(posted.bondId)).toEqual(['approved']);
    await world.send(await world.openDisbursement(posted.bondId));
    await world.news();
    expect(await world.stateOf('bond', posted.bondId)).toBe('closed');
  });

  test('lifted, what was approved before leaves, once', async () => {
    const posted = await world.aBond().cancelled();
    const { id } = mustBeOk(await place(posted, 'sanctions_match'));
    await world.send(posted.disbursementId);
    expect(await world.statesOf(posted.bondId)).toEqual(['approved']);
    mustBeOk(await propose(id, posted.officer));
    mustBeOk(await approve(id, head));
    await world.worker.get(FreezeLifting).lift(id);
    const [job] = await world.rows<{ jobs: number }>(
      `select count(*)::int as jobs from pgboss.job
       where name = 'disbursement.send' and data->>'disbursementId' = $1 and state < 'active'`,
      posted.disbursementId,
    );
    expect(job).toEqual({ jobs: 1 });
    await world.send(posted.disbursementId);
    await world.news();
    expect(await world.stateOf('bond', posted.bondId)).toBe('closed');
  });

  test('of two, one lifted lets nothing go', async () => {
    const posted = await world.aBond().cancelled();
    const first = mustBeOk(await place(posted, 'fraud_suspected'));
    mustBeOk(await place(posted, 'sanctions_match'));
    expect(await place(posted, 'fraud_suspected')).toMatchObject({ code: 'already_frozen' });
    mustBeOk(await propose(first.id, posted.officer));
    mustBeOk(await approve(first.id, head));
    await world.worker.get(FreezeLifting).lift(first.id);
    await world.send(posted.disbursementId);
    expect(await world.statesOf(posted.bondId)).toEqual(['approved']);
  });

  test('kept by the second person, it can be proposed again', async () => {
    const posted = await world.aBond().held();
    const { id } = mustBeOk(await place(posted, 'fraud_suspected'));
    mustBeOk(await propose(id, posted.officer));
    expect(await propose(id, head)).toMatchObject({ code: 'wrong_state' });
    mustBeOk(await world.asOfficer(head, (tx) => freezes().decline(tx, id)));
    expect(await world.issueVisaAsking(posted)).toMatchObject({ code: 'case_frozen' });
    mustBeOk(await propose(id, head));
  });

  test('no login issues a visa, approves or sends what is frozen, nor lifts alone', async () => {
    const posted = await world.aBond().cancelled();
    const { id } = mustBeOk(await place(posted, 'fraud_suspected'));
    const worker = (sql: string) => world.byRule((tx) => tx.query(sql));
    const send = `update disbursement set state = 'sending', version = version + 1,
      state_since = now() where id = '${posted.disbursementId}'`;
    await expect(worker(send)).rejects.toThrow('its case is frozen');
    const lift = `update case_freeze set state = 'lifted' where id = '${id}'`;
    await expect(worker(lift)).rejects.toThrow('a rule lifts nothing');
    const officer = (sql: string) => world.asOfficer(head, (tx) => tx.query(sql));
    const forOther = `update case_freeze set state = 'lift_proposed', lift_reason = 'nothing_found',
      proposed_by = '${posted.officer.accountId}' where id = '${id}'`;
    await expect(officer(forOther)).rejects.toThrow('own name');
  });
});

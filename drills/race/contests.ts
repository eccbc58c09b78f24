// What several people or processes want at the same moment, and only one of them can have.
import { Reviewing } from '#application';
import { staffRoles } from '#identity';
import type { Result } from '#kernel';
import { EventInbox } from '#processor';
import type { TestingModule } from '@nestjs/testing';
import { Deliveries } from '../../test/support/world/events.ts';
import { somebody, type Somebody } from '../../test/support/signed-in.ts';
import type { World } from '../../test/support/world/world.ts';
import { stepsOf, storiesOf } from '../../test/integration/two-people/steps.ts';

/** What came of so many wishes at once; what is wrong with it, in words. */
export type Contest = (wishes: number) => Promise<readonly string[]>;

type Answer = Result<unknown, string>;

/** Never an error: who comes too late is told so. */
function judged(answers: readonly PromiseSettledResult<Answer>[], winners: number): string[] {
  const threw = answers.flatMap((a) => (a.status === 'rejected' ? [String(a.reason)] : []));
  const won = answers.filter((a) => a.status === 'fulfilled' && a.value.ok).length;
  return [
    ...(threw.length ? [`${threw.length} threw, the first of them ${threw[0]}`] : []),
    ...(won === winners ? [] : [`${won} won instead of ${winners}`]),
  ];
}

const atOnce = (wishes: readonly (() => Promise<Answer>)[]) =>
  Promise.allSettled(wishes.map((wish) => wish()));

/** Each may do all that anybody on the staff may. */
async function staff(world: World, count: number): Promise<Somebody[]> {
  const people: Somebody[] = [];
  for (let n = 0; n < count; n++) {
    people.push(await somebody(world.db, 'staff', world.consulateId));
  }
  await world.rows(
    `insert into account_role (account_id, role)
     select a, r from unnest($1::uuid[]) a, unnest($2::text[]) r on conflict do nothing`,
    people.map(({ accountId }) => accountId),
    [...staffRoles],
  );
  return people;
}

/** One proposes, and so many others approve at once. */
async function approvals(world: World): Promise<Record<string, Contest>> {
  const steps = stepsOf(await storiesOf(world));
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]): [string, Contest] => [
      name,
      async (wishes) => {
        await world.rows('update legal_clock set offset_seconds = 0');
        const [first, ...others] = await staff(world, wishes + 1);
        const id = await step.propose(first!);
        return judged(await atOnce(others.map((who) => () => step.approve(who, id))), 1);
      },
    ]),
  );
}

/** Fewer cases than officers who each want the next one. */
const takingNext =
  (world: World): Contest =>
  async (wishes) => {
    const consulate = world.consulateId;
    const queued = `select count(*)::int as n from visa_case where assigned_to is null
      and consulate_id = $1 and state in ('submitted', 'in_review')`;
    const cases = Math.ceil(wishes / 4);
    for (let n = 0; n < cases; n++) await world.aCase().submitted();
    const { n: waiting } = await world.one<{ n: number }>(queued, consulate);
    const officers = await staff(world, wishes);
    const reviewing = world.officer.get(Reviewing);
    const answers = await atOnce(
      officers.map((who) => () => world.asOfficer(who, (tx) => reviewing.takeNext(tx, consulate))),
    );
    const taken = answers.flatMap((a) =>
      a.status === 'fulfilled' && a.value.ok ? [(a.value.value as { id: string }).id] : [],
    );
    const twice = taken.length - new Set(taken).size;
    return [
      ...judged(answers, Math.min(waiting, wishes)),
      ...(twice ? [`${twice} cases were taken twice`] : []),
    ];
  };

/** A payer who presses again and again before an answer comes. */
const startingToPay =
  (world: World): Contest =>
  async (wishes) => {
    const bond = await world.aBond().signed();
    const starts = Array.from({ length: wishes }, () => () => world.startPosting(bond));
    const answers = await atOnce(starts);
    const { n } = await world.one<{ n: number }>(
      'select count(*)::int as n from payment where bond_id = $1',
      bond.bondId,
    );
    const threw = answers.filter(({ status }) => status === 'rejected').length;
    return [
      ...(n === 1 ? [] : [`${n} payments were begun`]),
      ...(threw ? [`${threw} starts threw`] : []),
    ];
  };

/** Each event so many times at once, while workers look for events. */
const oneEvent =
  (world: World, workers: readonly TestingModule[]): Contest =>
  async (wishes) => {
    const bond = await world.aBond().opened();
    await world.pay(bond.url);
    await world.later();
    const { data } = await world.stripe<{ data: object[] }>('events?limit=10');
    const deliveries = new Deliveries(world);
    const look = (n: number) => workers[n % workers.length]!.get(EventInbox).pollOnce(world.router);
    await Promise.all(
      Array.from({ length: wishes }, async (_, n) => {
        await deliveries.send(data[n % data.length]!);
        await deliveries.send(data[(n + 1) % data.length]!);
        await look(n);
      }),
    );
    await world.news();
    const { state, held, received, mails } = await world.one<Record<string, unknown>>(
      `select b.state, l.held::text as held,
         (select count(*)::int from ledger.received_payment r where r.bond_id = b.id) as received,
         (select count(*)::int from mail where template = 'payment_received'
           and params->>'reference' = b.reference) as mails
       from bond b join ledger.bond l on l.owner_id = b.id where b.id = $1`,
      bond.bondId,
    );
    const found = JSON.stringify([state, held, received, mails]);
    return found === '["held","1000000",1,1]' ? [] : [`a paid bond came to ${found}`];
  };

export async function contestsOf(
  world: World,
  workers: readonly TestingModule[],
): Promise<Readonly<Record<string, Contest>>> {
  return {
    'one event': oneEvent(world, workers),
    'the next case': takingNext(world),
    'one page to pay at': startingToPay(world),
    ...(await approvals(world)),
  };
}

// No path from request to money with one person, whatever roles that person holds: every step that takes
// two is refused to whoever began it, by the service and, past it, by the database.
import { staffRoles } from '#identity';
import { Revocations } from '#refund';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';
import type { Step } from './two-people/step.ts';
import { stepsOf, storiesOf } from './two-people/steps.ts';

const STEPS = [
  ...['a lower amount', 'a waiver', 'a correction to a lower amount', 'a visa that is cancelled'],
  'a freeze that is lifted',
  ...['proof of a departure', 'a record that is brought in', 'a longer stay', 'a death'],
  'a record that is dismissed',
  ...['a decision on a breach', 'a decision on an appeal', 'a rescission'],
  ...['money that left by another way', 'money that is given up to a dispute'],
  'money of the operator’s own that moved at the processor',
  'money of the operator’s own that the bank moved',
  'money in suspense that goes back',
  ...['stray money that is counted towards a bond', 'a refund that goes to a bank account'],
  ...['a border system that is let in', 'the next key of a border system'],
  'where a border system is told',
];

let world: World;
let stories: Awaited<ReturnType<typeof storiesOf>>;
let steps: ReturnType<typeof stepsOf>;
beforeAll(async () => {
  world = await World.start();
  stories = await storiesOf(world);
  steps = stepsOf(stories);
}, 180_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Somebody who may do all that anybody on the staff may. */
async function everyRole(): Promise<Somebody> {
  const who = await somebody(world.db, 'staff', world.consulateId);
  await world.rows(
    `insert into account_role (account_id, role) select $1, unnest($2::text[])
     on conflict do nothing`,
    ...[who.accountId, [...staffRoles]],
  );
  return who;
}

const rowOf = ({ table }: Step, id: string) =>
  world.one(`select to_jsonb(t) as row from ${table} t where id = $1`, id);

/** Past the service: as a program of the officers' site could that was changed. */
const writes = ({ table, writes: what }: Step, who: Somebody, id: string, as: string) =>
  world.asOfficer(who, (tx) =>
    tx.query(`update ${table} set ${what} where id = $1 returning id`, [id, as]),
  );

/** However it says it. */
const REFUSES = /two_people|own name|row-level security|had a part in it|no decision of these two/;

test('each step of two people is here', () => {
  expect(Object.keys(steps)).toEqual(STEPS);
});

test.each(STEPS)(
  '%s is refused to whoever began it, and takes another person',
  async (name) => {
    const step = steps[name]!;
    const [one, other] = [await everyRole(), await everyRole()];
    const id = await step.propose(one);
    const before = await rowOf(step, id);
    expect(await step.approve(one, id)).toMatchObject({ ok: false, code: 'same_person' });
    for (const as of [one.accountId, other.accountId]) {
      await expect(writes(step, one, id, as)).rejects.toThrow(REFUSES);
    }
    expect(await rowOf(step, id)).toEqual(before);
    expect(await step.approve(other, id)).toMatchObject({ ok: true });
  },
  60_000,
);

test('nobody approves his own decision in the ledger, nor in the name of another', async () => {
  const [one, other] = [await everyRole(), await everyRole()];
  const id = await steps['proof of a departure']!.propose(one);
  for (const name of [one.accountId, other.accountId]) {
    const approved = world.asOfficer(one, (tx) =>
      tx.query(
        `update ledger.decision set approved_by = $2
         where id = (select decision_id from evidence where id = $1)`,
        [id, name],
      ),
    );
    await expect(approved).rejects.toThrow(/two_people|own name|approve/);
  }
});

/** Money of a bond that has begun to move, or is promised to somebody. */
const moved = ({ bondId }: TestBond) =>
  world.rows(
    `select phase, code from ledger.transfer where owner_id = $1 and phase <> 'post'
     union all select 'refund', rule from refund where bond_id = $1`,
    bondId,
  );

test('whatever one person tries on one bond, in whatever order, no money moves', async () => {
  type Act = (who: Somebody, bond: TestBond) => Promise<unknown>;
  const { evidence } = stories;
  const ids = new Map<string, string>();
  const acts: Readonly<Record<string, Act>> = {
    'proposes to cancel the visa': async (who, { caseId }) => {
      const made = await world.onCase(who, caseId, (tx, row) =>
        world.officer.get(Revocations).propose(tx, row, 'given_back'),
      );
      if (made.ok) ids.set('revocation', made.value.id);
    },
    'approves that': (who) =>
      steps['a visa that is cancelled']!.approve(who, ids.get('revocation')!),
    'proposes to accept proof': async (who, bond) => {
      const id = ids.get('evidence') ?? (await evidence.sent(bond));
      ids.set('evidence', id);
      await evidence.proposeAccept(id, who);
    },
    'confirms that': (who) => evidence.confirm(ids.get('evidence')!, who),
    'sends that back': (who) =>
      evidence.by(who, (checks, tx) => checks.second.sendBack(tx, ids.get('evidence')!, 'unclear')),
  };
  const names = fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(names, fc.boolean(), async (order, travels) => {
      ids.clear();
      const who = await everyRole();
      const bond = await world.aBond({ officer: who }).withVisa();
      if (travels) await world.crossed(world.record('admitted', bond));
      // What is refused, or is not there to be approved, is no matter here.
      for (const name of order) await acts[name]!(who, bond).catch(() => undefined);
      await world.workInbox();
      expect(await moved(bond)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

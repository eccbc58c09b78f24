// A refund that a record stopped goes on by itself once nothing contradicts it any more (R33).
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AsideProposals, AsideSettling, Contradictions } from '#departure';
import { mustBeOk } from '#kernel';
import { setRules } from '../support/programme-rules.ts';
import { somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ada: Somebody;
let head: Somebody;
beforeAll(async () => {
  world = await World.start({ brake: 'shipped' });
  [ada, head] = [await somebody(world.db, 'staff'), await somebody(world.db, 'staff')];
}, 60_000);
beforeEach(() =>
  setRules(world.db, {
    ...{ refundHoldMinutes: 60, refundsPerHour: 120, refundsPerHourByClient: 60 },
  }),
);
afterAll(async () => expect(await world.stop()).toEqual([]));

const sweep = () => world.worker.get(Contradictions).sweep();
const standing = ({ bondId }: TestBond) =>
  world.one<{ state: string; waits: string | null }>(
    `select d.state, r.waits_because as waits from disbursement d join refund r on r.id = d.refund_id
     where r.bond_id = $1`,
    bondId,
  );
const STOPPED = { state: 'due', waits: 'record_contradicted' };
const records = async (kind: 'admitted' | 'departed' | 'refused', bond: TestBond, more = {}) => {
  const record = world.record(kind, bond, { happenedAt: await world.legalNow(), ...more });
  await world.crossed(record);
  return record;
};
const asideOf = ({ caseId }: TestBond) =>
  world.rows<{ id: string }>(
    `select m.id from movement m join visa_case c on c.person_id = m.person_id
     where c.id = $1 and m.state = 'set_aside' order by m.id`,
    caseId,
  );
async function dismissed(movementId: string): Promise<void> {
  const proposals = world.officer.get(AsideProposals);
  const { id } = mustBeOk(
    await world.asOfficer(ada, (tx) => proposals.dismiss(tx, movementId, 'another_person')),
  );
  mustBeOk(await world.asOfficer(head, (tx) => proposals.approve(tx, id)));
  await world.worker.get(AsideSettling).settle(id);
}

test('two people dismiss the record that stopped it: the rule’s refund goes on, once', async () => {
  const bond = await world.aBond().withVisa();
  await records('refused', bond);
  await records('admitted', bond);
  await records('admitted', bond);
  expect(await standing(bond)).toEqual(STOPPED);
  const [one, other] = await asideOf(bond);
  await dismissed(one!.id);
  expect(await sweep()).toBe(0);
  expect(await standing(bond)).toEqual(STOPPED);
  await dismissed(other!.id);
  const told = await Promise.all([sweep(), sweep()]);
  expect(told.reduce((a, b) => a + b)).toBe(1);
  expect(await standing(bond)).toEqual({ state: 'approved', waits: null });
  const id = await world.openDisbursement(bond.bondId);
  const story = await world.rows<{ event: string; actor: string }>(
    `select event, actor_kind as actor from disbursement_history where owner_id = $1 order by seq`,
    id,
  );
  expect(story.map(({ event }) => event)).toEqual(['approved', 'stopped', 'approved']);
  expect(story.every(({ actor }) => actor === 'system')).toBe(true);
  expect(
    await world.rows(
      `select outcome from audit_entry where subject_id = $1 and action = 'disbursement.released'`,
      id,
    ),
  ).toEqual([{ outcome: 'done' }]);
  await world.send(id);
  expect(await world.refundsOf(bond.bondId)).toHaveLength(1);
});

test('what a border corrected after it decided stays with the treasury, whoever dismisses that', async () => {
  const bond = await world.aBond().withVisa();
  await records('admitted', bond);
  const departed = await records('departed', bond);
  await records('departed', bond, {
    ...{ document: { issuingState: 'USA', number: 'ZZ9999999' }, corrects: departed.recordId },
  });
  expect(await standing(bond)).toEqual(STOPPED);
  const { id } = await world.one<{ id: string }>(
    `select id from movement where corrects = $1 and state = 'set_aside'`,
    departed.recordId,
  );
  expect(await sweep()).toBe(0);
  await dismissed(id);
  expect(await sweep()).toBe(0);
  expect(await standing(bond)).toEqual(STOPPED);
});

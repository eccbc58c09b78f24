// What no program can do with disputes and answers, whatever was changed in it: the database refuses.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { DisputeQueries } from '#refund';
import type { Somebody } from '../support/signed-in.ts';
import { connected } from '../../tools/database.ts';
import { DisputeStory } from '../support/world/disputes.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: DisputeStory;
let ama: Somebody;
let boubacar: Somebody;
beforeAll(async () => {
  world = await World.start();
  story = new DisputeStory(world);
  [ama, boubacar] = await world.treasury();
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const REFUSED = /permission denied|row-level security|own name|orders nothing|check constr|needs/;
const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(REFUSED);
const as = (who: Somebody, sql: string, ...params: unknown[]) =>
  world.asOfficer(who, (tx) => tx.query(sql, params));
const byRule = (sql: string, ...params: unknown[]) => world.byRule((tx) => tx.query(sql, params));

async function disputed(more: object = {}) {
  const bond = await world.aBond().held();
  await world.dispute(bond.bondId, more);
  await world.news();
  return { ...bond, disputeId: (await story.of(bond.bondId)).id };
}

test('the officers’ login writes nothing of a dispute, and the portal’s login nothing at all', async () => {
  const { disputeId, applicant } = await disputed();
  await refused(as(ama, `update dispute set due_by = now() + interval '1 year'`));
  await refused(as(ama, `delete from dispute where id = $1`, disputeId));
  const portal = world.portal.get(Database);
  const asApplicant = (sql: string) => portal.write(applicant.ctx, (tx) => tx.query(sql));
  await refused(asApplicant(`update dispute set state = 'won'`));
  await refused(asApplicant('select reason, processor_dispute_id from dispute'));
  await refused(asApplicant('select id from dispute_answer'));
});

test('the applicant reads how the dispute of the own payment stands, and nobody else’s', async () => {
  const mine = await disputed();
  const other = await disputed();
  const portal = world.portal;
  const seen = (caseId: string) =>
    portal
      .get(Database)
      .read(mine.applicant.ctx, (tx) => portal.get(DisputeQueries).ofCase(tx, caseId));
  expect(await seen(mine.caseId)).toMatchObject({ state: 'to_answer', currency: 'USD' });
  expect(await seen(other.caseId)).toBeNull();
});

test('an answer is ordered in one’s own name, once, and by two people where money is given up', async () => {
  const { disputeId } = await disputed();
  const id = await story.prepared(disputeId, ama);
  const order = `update dispute_answer set state = 'ordered', ordered_by = $2 where id = $1`;
  await refused(as(ama, order, id, boubacar.accountId));
  await refused(as(ama, `update dispute_answer set state = 'delivered' where id = $1`, id));
  await refused(as(ama, `update dispute_answer set pack_sealed = '' where id = $1`, id));
  await refused(byRule(order, id, ama.accountId));
  await refused(byRule(`update dispute_answer set state = 'sending' where id = $1`, id));
  mustBeOk(await world.asOfficer(boubacar, (tx) => story.answers.order(tx, id)));
  // What is ordered is the worker's alone.
  const back = `update dispute_answer set state = 'withdrawn' where id = $1 returning id`;
  expect(await as(ama, back, id)).toEqual([]);
});

test('nothing is prepared for a dispute that takes no answer, nor in the name of another', async () => {
  const { disputeId } = await disputed({ final: true });
  const open = await disputed();
  const prepare = `insert into dispute_answer
      (id, dispute_id, kind, state, state_since, prepared_by, prepared_at, ordered_by)
    values (gen_random_uuid(), $1, 'accept', $2, now(), $3, now(), $4)`;
  await refused(as(ama, prepare, disputeId, 'prepared', ama.accountId, null));
  await refused(as(ama, prepare, open.disputeId, 'prepared', boubacar.accountId, null));
  const both = [ama.accountId, boubacar.accountId];
  await refused(as(ama, prepare, open.disputeId, 'ordered', ...both));
  await refused(byRule(prepare, open.disputeId, 'prepared', ama.accountId, null));
});

test('the auditor reads answers, but not what a pack says', async () => {
  const { disputeId } = await disputed();
  await story.prepared(disputeId);
  await connected(world.db.url('auditor'), async (auditor) => {
    const { rows } = await auditor.query('select kind, state from dispute_answer');
    expect(rows.length).toBeGreaterThan(0);
    await refused(auditor.query('select pack_sealed from dispute_answer'));
  });
});

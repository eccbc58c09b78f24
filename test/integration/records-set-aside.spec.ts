// Every record that no rule decides has an end: officers dismiss it, or the rules look again.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AsideProposals, AsideSettling } from '#departure';
import { Persons } from '#identity';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { BatchOutcomes } from '#travel';
import { somebody, type Somebody } from '../support/signed-in.ts';
import { minutesAgo } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ada: Somebody;
let head: Somebody;
beforeAll(async () => {
  world = await World.start();
  [ada, head] = [await somebody(world.db, 'staff'), await somebody(world.db, 'staff')];
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const proposals = () => world.officer.get(AsideProposals);
const dismiss = (id: string, by = ada) =>
  world.asOfficer(by, (tx) => proposals().dismiss(tx, id, 'duplicate'));
const settle = (proposalId: string) => world.worker.get(AsideSettling).settle(proposalId);
const rowOf = (id: string) =>
  world.one<{ state: string; version: number }>(
    'select state, version from movement where id = $1',
    id,
  );
const stateOf = async (id: string) => (await rowOf(id)).state;
const proposalOf = async (id: string) =>
  (await world.one<{ state: string }>('select state from movement_proposal where id = $1', id))
    .state;
const trailOf = async (id: string) =>
  (
    await world.rows<{ action: string }>(
      `select action from audit_entry where subject_id = $1 and subject_kind = 'movement'
       order by at, id`,
      id,
    )
  ).map((row) => row.action);

/** Somebody whose passport an officer confirmed, and who has no case. */
async function aStranger() {
  const passport = { issuingState: 'USA', number: `X${Date.now() % 100_000_000}` };
  const token = world.worker
    .get(Persons, { strict: false })
    .documentToken(passport.issuingState, passport.number);
  const { accountId } = await world.people.anApplicant();
  await world.rows(
    `with p as (insert into person (id, account_id, details_token, details_sealed)
       values ($1, $2, sha256($3), 'sealed') returning id)
     insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                                  expires_on, confirmed_at)
     select $4, p.id, $2, 'USA', $3, 'sealed', '2040-01-31', now() from p`,
    ...[newId(), accountId, token, newId()],
  );
  return { passport };
}

test('a departure that a bond hangs on is dismissed by two people, and its bond stays held', async () => {
  const posted = await world.aBond().withVisa();
  const { id, record } = await world.aside(posted);
  const proposal = mustBeOk(await dismiss(id));
  expect(proposal.state).toBe('proposed');
  await settle(proposal.id);
  expect(await stateOf(id)).toBe('set_aside');
  expect(await world.asOfficer(ada, (tx) => proposals().approve(tx, proposal.id))).toMatchObject({
    code: 'same_person',
  });
  expect(await dismiss(id, head)).toMatchObject({ code: 'taken_by_another' });
  mustBeOk(await world.asOfficer(head, (tx) => proposals().approve(tx, proposal.id)));
  await settle(proposal.id);
  await settle(proposal.id);
  expect([await stateOf(id), await proposalOf(proposal.id)]).toEqual(['dismissed', 'done']);
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    ...{ state: 'held', case_state: 'visa_issued' },
  });
  expect(await trailOf(id)).toEqual([
    ...['movement.set_aside', 'movement_proposal.taken', 'movement_proposal.proposed'],
    ...['movement_proposal.approved', 'movement.dismissed'],
  ]);
  const notes = await world.rows<{ code: string }>(
    'select code from journey_note where movement_id = $1 order by learned_at',
    id,
  );
  expect(notes.map((note) => note.code)).toEqual(['departed_with_officer', 'dismissed']);
  const { batch, client } = await world.one<Record<'batch' | 'client', string>>(
    'select batch_id as batch, client_id as client from movement where id = $1',
    id,
  );
  const told = await world.byRule((tx) => world.worker.get(BatchOutcomes).of(tx, client, batch));
  expect(mustBeOk(told).items[0]).toMatchObject({ recordId: record.recordId, status: 'not_used' });
});

test('only another record undoes it: a correction is assessed as if the older had never come', async () => {
  const posted = await world.aBond().withVisa();
  const { id, record } = await world.aside(posted);
  const proposal = mustBeOk(await dismiss(id));
  mustBeOk(await world.asOfficer(head, (tx) => proposals().approve(tx, proposal.id)));
  await settle(proposal.id);
  await world.crossed(world.record('admitted', posted));
  expect(await stateOf(id)).toBe('dismissed');
  await world.crossed({ ...record, recordId: randomUUID(), corrects: record.recordId });
  expect(await stateOf(id)).toBe('superseded');
  expect(await world.bondOf(posted.bondId)).toMatchObject({ state: 'cancelled' });
});

test('one person is enough where the traveller has no bond that was ever posted', async () => {
  const { id } = await world.aside(await aStranger());
  const proposal = mustBeOk(await dismiss(id));
  expect(proposal.state).toBe('approved');
  await settle(proposal.id);
  expect(await stateOf(id)).toBe('dismissed');
});

test('the rules look again when the cause is gone, and change nothing while it is not', async () => {
  const posted = await world.aBond().withVisa();
  const record = world.record('admitted', posted, { port: 'XYZ', happenedAt: minutesAgo(90) });
  await world.crossed(record);
  const { id } = await world.one<{ id: string }>(
    'select id from movement where record_id = $1',
    record.recordId,
  );
  const before = await rowOf(id);
  expect(before.state).toBe('set_aside');
  const ask = () => world.asOfficer(ada, (tx) => proposals().assessAgain(tx, id));
  const first = mustBeOk(await ask());
  await settle(first.id);
  expect([await rowOf(id), await proposalOf(first.id)]).toEqual([before, 'unchanged']);
  await world.rows(`update port set listed_until = null where code = 'XYZ'`);
  const second = mustBeOk(await ask());
  await settle(second.id);
  expect([await stateOf(id), await proposalOf(second.id)]).toEqual(['assessed', 'done']);
  expect(await world.stateOf('visa_case', posted.caseId)).toBe('travelling');
  await world.rows(`update port set listed_until = '2025-10-31' where code = 'XYZ'`);
});

test('what is decided of a record that is corrected meanwhile is overtaken', async () => {
  const posted = await world.aBond().withVisa();
  const { id, record } = await world.aside(posted);
  const proposal = mustBeOk(await dismiss(id));
  await world.crossed({ ...record, recordId: randomUUID(), corrects: record.recordId });
  await world.worker.get(AsideSettling).sweep();
  expect([await stateOf(id), await proposalOf(proposal.id)]).toEqual(['superseded', 'overtaken']);
  expect(await dismiss(id)).toMatchObject({ code: 'not_set_aside' });
});

test('past the service: no login dismisses a record without the people who may', async () => {
  const { id } = await world.aside(await world.aBond().withVisa());
  const set = `update movement set state = 'dismissed' where id = $1`;
  await expect(world.asOfficer(ada, (tx) => tx.query(set, [id]))).rejects.toThrow('denied');
  await expect(world.byRule((tx) => tx.query(set, [id]))).rejects.toThrow('those who may have not');
  const { id: proposal } = mustBeOk(await dismiss(id));
  const write = (by: Somebody, what: string) =>
    world.asOfficer(by, (tx) =>
      tx.query(`update movement_proposal set ${what} where id = $1`, [proposal]),
    );
  await expect(write(ada, `state = 'approved'`)).rejects.toThrow('another person decides');
  await expect(write(ada, `state = 'approved', decided_by = '${head.accountId}'`)).rejects.toThrow(
    'another person decides',
  );
  await expect(
    world.byRule((tx) =>
      tx.query(`update movement_proposal set state = 'approved' where id = $1`, [proposal]),
    ),
  ).rejects.toThrow('a rule decides nothing here');
});

test('who takes it has it, and a colleague releases it for who is away', async () => {
  const { id } = await world.aside(await world.aBond().withVisa());
  mustBeOk(await world.asOfficer(ada, (tx) => proposals().take(tx, id)));
  const taken = await world.asOfficer(head, (tx) => proposals().take(tx, id));
  expect(taken).toMatchObject({ code: 'taken_by_another' });
  mustBeOk(await world.asOfficer(head, (tx) => proposals().release(tx, id)));
  mustBeOk(await world.asOfficer(head, (tx) => proposals().take(tx, id)));
});

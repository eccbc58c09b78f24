// What the treasury answers to a dispute: one press makes the evidence, somebody reads it, the worker
// sends it once whatever happens, and two people give money up. Rows, pages and calls.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { AnswerSender, AnswerUnclear, type DisputeAnswers } from '#refund';
import type { Somebody } from '../support/signed-in.ts';
import { DisputeStory } from '../support/world/disputes.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: DisputeStory;
let answers: DisputeAnswers;
let sender: AnswerSender;
let ama: Somebody;
let boubacar: Somebody;

beforeAll(async () => {
  world = await World.start();
  story = new DisputeStory(world);
  ({ answers } = story);
  sender = world.worker.get(AnswerSender);
  [ama, boubacar] = await world.treasury();
}, 120_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

interface Row {
  readonly id: string;
  readonly state: string;
  readonly due_by: Date | null;
  readonly submissions: number;
}
const rowOf = (processorId: string) =>
  world.one<Row>(
    `select id, state, due_by, submissions from dispute where processor_dispute_id = $1`,
    processorId,
  );
const stateOf = async (answerId: string) =>
  (await world.one<{ state: string }>('select state from dispute_answer where id = $1', answerId))
    .state;

async function disputed(more: object = {}) {
  const posted = await world.aBond().held();
  const processorId = await world.dispute(posted.bondId, more);
  await world.news();
  return { ...posted, processorId, disputeId: (await rowOf(processorId)).id };
}
const callsOf = async (answerId: string) =>
  (await world.calls())
    .filter((c) => c.idempotency_key?.includes(answerId))
    .map((c) => `${c.method} ${c.path.split('/').slice(0, 3).join('/')} ${c.status}`);
const noFaults = () => fetch(`${world.emulator.url}/_emulator/faults`, { method: 'DELETE' });
const fail = (path: string, how: object) =>
  world.control('faults', { path, method: 'POST', ...how });

test('evidence is made, read, sent once with its file, and the bank has it', async () => {
  const { disputeId, processorId } = await disputed();
  const id = await story.ordered(disputeId);
  await sender.send(id);
  await sender.send(id);
  expect(await stateOf(id)).toBe('delivered');
  expect(await rowOf(processorId)).toMatchObject({ state: 'answered', submissions: 1 });
  expect(await callsOf(id)).toEqual(['POST /v1/files 200', 'POST /v1/disputes 200']);
  const found = await world.stripe<{ evidence: { uncategorized_file: string } }>(
    `disputes/${processorId}`,
    'GET',
  );
  const file = found.evidence.uncategorized_file;
  const sent = await fetch(`${world.emulator.url}/_emulator/files/${file}`);
  const kept = await world.asOfficer(ama, (tx) => answers.pack(tx, id));
  expect(Buffer.from(await sent.arrayBuffer()).equals(kept!)).toBe(true);
  const again = await world.asOfficer(ama, (tx) => answers.compose(tx, disputeId));
  expect(again).toMatchObject({ ok: false, code: 'already_answered' });
  expect(await world.oracle()).toEqual([]);
});

test.each([
  ['the file, before it arrived', 'files', { does: 'reset', when: 'before', times: 9 }],
  ['the evidence, before it arrived', 'disputes', { does: 'reset', when: 'before', times: 9 }],
  ['the evidence, after it arrived', 'disputes', { status: 500, when: 'after', times: 9 }],
  ['an answer that is none', 'disputes', { does: 'wrong_body', when: 'after', times: 9 }],
])('the line breaks at %s: it asks, and one answer arrives', async (_, what, how) => {
  const { disputeId, processorId } = await disputed();
  const id = await story.ordered(disputeId);
  await fail(what === 'files' ? '/v1/files' : `/v1/disputes/${processorId}`, how);
  await expect(sender.send(id)).rejects.toThrow(AnswerUnclear);
  expect(await stateOf(id)).toBe('sending');
  expect(await world.oracle()).toEqual([]);
  await noFaults();
  await sender.send(id);
  expect(await stateOf(id)).toBe('delivered');
  expect(await rowOf(processorId)).toMatchObject({ state: 'answered', submissions: 1 });
  const files = (await callsOf(id)).filter((c) => c === 'POST /v1/files 200');
  expect(files.length).toBeLessThanOrEqual(2);
  expect(await world.oracle()).toEqual([]);
});

test('answered in the processor’s dashboard meanwhile: ours is not sent', async () => {
  const { disputeId, processorId } = await disputed();
  const id = await story.ordered(disputeId);
  const body = { 'evidence[uncategorized_text]': 'By hand.', submit: 'true' };
  await world.stripe(`disputes/${processorId}`, 'POST', body);
  await world.news();
  await sender.send(id);
  expect(await stateOf(id)).toBe('overtaken');
  expect(await callsOf(id)).toEqual([]);
});

test('the processor takes none any more before its news come: refused, with its reason', async () => {
  const { disputeId, processorId } = await disputed();
  const id = await story.ordered(disputeId);
  await world.becomes(processorId, 'win');
  await sender.send(id);
  expect(await stateOf(id)).toBe('refused');
  expect(await rowOf(processorId)).toMatchObject({ state: 'won' });
  expect(await world.oracle()).toEqual([]);
});

test('nothing is prepared or sent once the time is over, nor twice', async () => {
  const { disputeId } = await disputed();
  const id = await story.ordered(disputeId);
  const second = await world.asOfficer(ama, (tx) => answers.compose(tx, disputeId));
  expect(second).toMatchObject({ code: 'answer_open' });
  await world.daysLater(8);
  await sender.send(id);
  expect(await stateOf(id)).toBe('overtaken');
  expect(await callsOf(id)).toEqual([]);
  const late = { code: 'deadline_passed' };
  expect(await world.asOfficer(ama, (tx) => answers.compose(tx, disputeId))).toMatchObject(late);
  expect(await world.asOfficer(ama, (tx) => answers.accept(tx, disputeId))).toMatchObject(late);
});

test('a debit that bounced takes no answer, and is settled by two people', async () => {
  const { disputeId, bondId } = await disputed({ final: true, reason: 'insufficient_funds' });
  const none = await world.asOfficer(ama, (tx) => answers.compose(tx, disputeId));
  expect(none).toMatchObject({ code: 'not_contestable' });
  await world.settled(bondId, 'post_again');
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'required' });
});

test('giving the money up takes two people, and then it is lost', async () => {
  const { disputeId, processorId, bondId } = await disputed();
  mustBeOk(await world.asOfficer(ama, (tx) => answers.accept(tx, disputeId)));
  const id = await story.newest(disputeId);
  const own = await world.asOfficer(ama, (tx) => answers.order(tx, id));
  expect(own).toMatchObject({ code: 'same_person' });
  mustBeOk(await world.asOfficer(boubacar, (tx) => answers.order(tx, id)));
  await fail(`/v1/disputes/${processorId}/close`, { status: 500, when: 'after', times: 9 });
  await expect(sender.send(id)).rejects.toThrow(AnswerUnclear);
  await noFaults();
  await sender.send(id);
  expect(await stateOf(id)).toBe('delivered');
  expect(await rowOf(processorId)).toMatchObject({ state: 'lost' });
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
  expect(await world.oracle()).toEqual([]);
});

test('a question is answered too, and one whose job was lost is found', async () => {
  const { disputeId, processorId } = await disputed({ inquiry: true });
  const id = await story.ordered(disputeId);
  await world.rows(
    `update dispute_answer set state_since = now() - interval '11 minutes' where id = $1`,
    id,
  );
  await world.rows(`delete from pgboss.job where name = 'dispute.answer'`);
  expect(await sender.sweep()).toBe(1);
  await sender.send(id);
  expect(await rowOf(processorId)).toMatchObject({ state: 'question_answered' });
});

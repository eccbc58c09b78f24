// A border system corrects and deletes its own records: before money moved, and after (R16, R33).
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MovementAssessor, Silence, SilentRefunds } from '#departure';
import { mustBeOk } from '#kernel';
import { setRules } from '../support/programme-rules.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { aBatch, aRecord, minutesAgo } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ brake: 'shipped' });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

type Sent = ReturnType<World['record']>;
const correcting = (older: Sent, more: object = {}): Sent => ({
  ...{ ...older, recordId: randomUUID(), corrects: older.recordId },
  ...more,
});
const deleting = (older: Sent): Sent => correcting(older, { kind: 'deleted' });
const stay = ({ caseId }: TestBond) =>
  world.one<Record<'state' | 'bond' | 'admitted' | 'until' | 'due', string | null>>(
    `select c.state, b.state as bond, v.admitted_on::text as admitted, v.leave_by::text as until,
       (v.due_on - v.valid_until)::text as due
     from visa_case c join visa v on v.case_id = c.id join bond b on b.case_id = c.id
     where c.id = $1`,
    caseId,
  );
const stateOf = async (record: Sent) => {
  const [row] = await world.rows<{ state: string; reason: string | null }>(
    `select m.state, (select reason_code from movement_history h where h.owner_id = m.id
       order by seq desc limit 1) as reason from movement m where record_id = $1`,
    record.recordId,
  );
  return [row?.state, row?.reason];
};
const refund = ({ bondId }: TestBond) =>
  world.one<{ state: string; waits: string | null }>(
    `select d.state, r.waits_because as waits from disbursement d
     join refund r on r.id = d.refund_id where r.bond_id = $1 order by d.attempt desc limit 1`,
    bondId,
  );
const inDays = (days: number) => minutesAgo(-days * 1440).slice(0, 10);

test('before money moved the stay is assessed anew from the corrected record', async () => {
  const posted = await world.aBond().withVisa();
  const first = world.record('admitted', posted, { authorisedUntil: inDays(20) });
  await world.crossed(first);
  expect(await stay(posted)).toMatchObject({ state: 'travelling', until: inDays(20) });
  const second = correcting(first, { authorisedUntil: inDays(10) });
  await world.crossed(second);
  expect(await stay(posted)).toMatchObject({ state: 'travelling', until: inDays(10) });
  expect(await stateOf(first)).toEqual(['superseded', 'corrected']);
  expect(await stateOf(second)).toEqual(['assessed', 'admitted']);
  // And once more; then it is deleted, and the visa is as if nobody had used it.
  const third = correcting(second, { authorisedUntil: null });
  await world.crossed(third);
  expect(await stateOf(second)).toEqual(['superseded', 'corrected']);
  const deletion = deleting(third);
  await world.crossed(deletion);
  expect(await stateOf(third)).toEqual(['superseded', 'deleted']);
  expect(await stateOf(deletion)).toEqual(['assessed', 'deleted']);
  expect(await stay(posted)).toEqual({
    ...{ state: 'visa_issued', bond: 'held', admitted: null, until: null, due: '14' },
  });
  // The older records stand in the table as they came.
  const [kept] = await world.rows<{ until: string }>(
    'select authorised_until::text as until from movement where record_id = $1',
    first.recordId,
  );
  expect(kept!.until).toBe(inDays(20));
});

test('a departure that waited is taken up by the corrected admission', async () => {
  const posted = await world.aBond().withVisa();
  // The clerk mistook the day: the visa was not valid then.
  const wrong = world.record('admitted', posted, { happenedAt: minutesAgo(60 * 24 * 300) });
  const departure = world.record('departed', posted);
  await world.crossed(departure, wrong);
  expect(await stateOf(departure)).toEqual(['set_aside', 'departure_without_admission']);
  await world.crossed(correcting(wrong, { happenedAt: minutesAgo(60) }));
  expect(await stateOf(departure)).toEqual(['assessed', 'R15a']);
  expect(await stay(posted)).toMatchObject({ state: 'closed', bond: 'cancelled' });
});

test('a correction that comes to the same end changes nothing but the record', async () => {
  const posted = await world.aBond().withVisa();
  const departure = world.record('departed', posted);
  await world.crossed(world.record('admitted', posted), departure);
  const same = correcting(departure, { happenedAt: minutesAgo(20) });
  await world.crossed(same);
  expect(await stateOf(departure)).toEqual(['superseded', 'corrected']);
  expect(await stateOf(same)).toEqual(['assessed', 'R15a']);
  expect(await refund(posted)).toEqual({ state: 'approved', waits: null });
});

test.each(['corrected', 'deleted'])(
  'a departure %s after its refund was decided: what has not left waits, and a person looks',
  async (how) => {
    const posted = await world.aBond().withVisa();
    const departure = world.record('departed', posted);
    await world.crossed(world.record('admitted', posted), departure);
    expect(await refund(posted)).toMatchObject({ state: 'approved', waits: null });
    const other = { issuingState: 'USA', number: 'ZZ9999999' };
    const newer =
      how === 'deleted' ? deleting(departure) : correcting(departure, { document: other });
    await world.crossed(newer);
    expect(await stateOf(departure)).toEqual(['superseded', how]);
    expect(await stateOf(newer)).toEqual(['set_aside', 'corrected_after_decision']);
    expect(await refund(posted)).toEqual({ state: 'due', waits: 'record_contradicted' });
  },
);

test('a correction may come in the same batch, and before its record was looked at', async () => {
  const posted = await world.aBond().withVisa();
  const wrong = world.record('refused', posted);
  const right = correcting(wrong, { kind: 'admitted', happenedAt: minutesAgo(90) });
  const batchId = await world.report(wrong, right);
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  await world.worker.get(MovementAssessor).assessBatch(batchId);
  expect(await stateOf(wrong)).toEqual(['superseded', 'corrected']);
  expect(await stay(posted)).toMatchObject({ state: 'travelling', bond: 'held' });
});

test('a receipt says why a record corrects nothing; nothing is stored of it', async () => {
  const older = aRecord();
  const elsewhere = aRecord();
  await world.report(older);
  mustBeOk(await world.receive(aBatch(elsewhere), randomUUID(), await world.aPost()));
  const first = correcting(older);
  const { items } = mustBeOk(
    await world.receive(
      aBatch(
        correcting(aRecord()),
        correcting(elsewhere),
        { ...deleting(older), port: 'XYZ' },
        first,
        correcting(older),
        { ...aRecord(), kind: 'deleted' },
      ),
    ),
  );
  expect(items.map((i) => [i.result, i.code, i.errors?.[0]?.field])).toEqual([
    ['rejected', 'unknown_record', 'corrects'],
    ['rejected', 'unknown_record', 'corrects'],
    ['rejected', 'invalid', 'port'],
    ['accepted', undefined, undefined],
    ['rejected', 'already_corrected', 'corrects'],
    ['rejected', 'invalid', 'corrects'],
  ]);
  const again = mustBeOk(await world.receive(aBatch(first, correcting(older))));
  expect(again.items.map((i) => i.result)).toEqual(['duplicate', 'rejected']);
});

test('a mark taken back stops the refund of an unused visa that is still held back', async () => {
  await setRules(world.db, { refundHoldMinutes: 1440 });
  await world.rows(`update border_client set state = 'blocked'`);
  world.post = await world.aPost();
  const posted = await world.aBond().withVisa();
  const { due, days, before } = await world.one<{ due: string; days: number; before: string }>(
    `select due_on::text as due, (due_on - 1)::text as before,
       due_on - (app.legal_now() at time zone 'UTC')::date + 1 as days
     from visa where case_id = $1`,
    posted.caseId,
  );
  await world.daysLater(days);
  await world.complete(due);
  expect(await world.worker.get(Silence).unusedVisas()).toBeGreaterThan(0);
  expect(await refund(posted)).toEqual({ state: 'approved', waits: null });
  const silent = world.worker.get(SilentRefunds);
  expect(await silent.recheck('mali-us')).toBe(0);
  await world.complete(before, { correction: true });
  expect(await world.rows(`select data from pgboss.job where name = 'feeds.corrected'`)).toEqual([
    { data: { programmeCode: 'mali-us' } },
  ]);
  expect(await silent.recheck('mali-us')).toBeGreaterThan(0);
  expect(await refund(posted)).toEqual({ state: 'due', waits: 'record_contradicted' });
});

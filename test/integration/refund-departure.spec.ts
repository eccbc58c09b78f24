import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MovementAssessor } from '#departure';
import { Database } from '#platform';
import { MovementQueries } from '#travel';
import { minutesAgo } from '../support/world/border.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const refundsOf = (bondId: string) =>
  world.rows<{ rule: string; promised: string; returned: string | null; state: string }>(
    `select r.rule, r.promised_by::text as promised, r.returned_on::text as returned, d.state
     from refund r join disbursement d on d.refund_id = r.id where r.bond_id = $1
     order by d.attempt`,
    bondId,
  );

test('a departure in time returns the bond by itself, and is done when the bank has it', async () => {
  const posted = await world.aBond().withVisa();
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'visa_issued',
    state: 'held',
  });
  const before = (await world.refundCalls()).length;

  await world.crossed(world.record('admitted', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'travelling',
    state: 'held',
  });
  expect(await world.trackerOf(posted)).toBeNull();

  await world.crossed(world.record('departed', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    ...{ case_state: 'closed', state: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await refundsOf(posted.bondId)).toMatchObject([
    { rule: 'R15a', state: 'approved', returned: null },
  ]);
  // Nothing was sent yet: the job is there, in the transaction that decided.
  expect(await world.refundCalls()).toHaveLength(before);
  const disbursementId = await world.openDisbursement(posted.bondId);
  expect(
    await world.rows(
      `select 1 from pgboss.job where name = 'disbursement.send' and data->>'disbursementId' = $1`,
      disbursementId,
    ),
  ).toHaveLength(1);
  expect((await world.trackerOf(posted))!.steps.map((s) => s.state)).toEqual([
    ...['done', 'done', 'current', 'to_come', 'to_come'],
  ]);

  await world.send(disbursementId);
  expect((await world.refundCalls()).slice(before)).toEqual([
    { key: `disbursement:${disbursementId}`, replayed: false, status: 200 },
  ]);
  expect(await world.refundsOf(posted.bondId)).toMatchObject([
    { status: 'succeeded', amount: 1_000_000 },
  ]);
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    ...{ case_state: 'closed', state: 'closed', held: '0', reserved: '0' },
  });
  expect(await refundsOf(posted.bondId)).toMatchObject([
    { state: 'succeeded', returned: expect.any(String) },
  ]);
  expect(await world.mailsOf(posted.reference, '^refund')).toEqual([
    'refund_started',
    'refund_succeeded',
  ]);
  expect(await world.recordsOf(posted)).toEqual([
    { kind: 'admitted', state: 'assessed', reason: 'admitted' },
    { kind: 'departed', state: 'assessed', reason: 'R15a' },
  ]);

  // The bank's number arrives later, and no news changes anything else.
  await world.later();
  await world.news();
  const tracker = (await world.trackerOf(posted))!;
  expect(tracker).toMatchObject({ isLate: false, next: 'nothing', rule: 'R15a' });
  expect(tracker.traceNumber).toMatch(/^\d{23}$/);
  expect(tracker.steps.map((s) => s.state)).toEqual(Array(5).fill('done'));
  expect(tracker.steps.map((s) => s.at)).not.toContain(null);
  expect(await world.mailsOf(posted.reference, '^refund')).toHaveLength(2);
});

test('somebody turned away at the port gets the bond back (R15c)', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('refused', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'closed',
    state: 'cancelled',
  });
  expect(await refundsOf(posted.bondId)).toMatchObject([{ rule: 'R15c', state: 'approved' }]);
  await world.send(await world.openDisbursement(posted.bondId));
  expect(await world.bondOf(posted.bondId)).toMatchObject({ state: 'closed', held: '0' });
});

test('a late departure is referred to a person and returns nothing by itself (R16)', async () => {
  const posted = await world.aBond().withVisa();
  const calls = await world.refundCalls();
  const admission = world.record('admitted', posted);
  const authorisedUntil = admission.happenedAt.slice(0, 10);
  await world.crossed({ ...admission, authorisedUntil });
  await world.daysLater(2);
  await world.crossed(world.record('departed', posted, { happenedAt: await world.legalNow() }));
  await world.daysLater(-2);
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    ...{ case_state: 'travelling', state: 'referred', held: '1000000', reserved: '0' },
  });
  expect(await refundsOf(posted.bondId)).toEqual([]);
  expect(await world.recordsOf(posted)).toMatchObject([{}, { reason: 'referred_late' }]);
  expect(await world.refundCalls()).toEqual(calls);
});

test('records in the wrong order end as in the right one', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('departed', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'visa_issued',
    state: 'held',
  });
  expect(await world.recordsOf(posted)).toMatchObject([
    { state: 'set_aside', reason: 'departure_without_admission' },
  ]);
  await world.crossed(world.record('admitted', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'closed',
    state: 'cancelled',
  });
  expect(await world.recordsOf(posted)).toMatchObject([
    { state: 'assessed' },
    { state: 'assessed' },
  ]);
});

test('a port that is not listed, a stranger, a second record: nothing moves by itself', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted, { port: 'XYZ' }));
  expect(await world.recordsOf(posted)).toMatchObject([
    { state: 'set_aside', reason: 'port_not_listed' },
  ]);
  const stranger = { ...posted, passport: { issuingState: 'USA', number: 'NOBODY1' } };
  await world.crossed(world.record('departed', stranger));
  // Of one day, whatever the hour.
  const happenedAt = minutesAgo(45);
  await world.crossed(world.record('admitted', posted, { happenedAt }));
  await world.crossed(world.record('admitted', posted, { happenedAt }));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'travelling',
    state: 'held',
  });
  expect((await world.recordsOf(posted)).map((r) => r.reason).sort()).toEqual([
    ...['admitted', 'already_admitted', 'port_not_listed'],
  ]);
});

test('a batch that is assessed again, and twice at once, decides once', async () => {
  const posted = await world.aBond().withVisa();
  const batchId = await world.report(
    world.record('admitted', posted),
    world.record('departed', posted),
  );
  const assess = () => world.worker.get(MovementAssessor).assessBatch(batchId);
  await Promise.all([assess(), assess(), assess()]);
  await assess();
  expect(await refundsOf(posted.bondId)).toHaveLength(1);
  expect(await world.mailsOf(posted.reference, '^refund')).toEqual(['refund_started']);
});

test('however many records a traveller has, the latest are known', async () => {
  const posted = await world.aBond().withVisa();
  const elsewhere = world.record('admitted', posted, { port: 'XYZ' });
  await world.crossed(elsewhere);
  await world.setAsideBefore(elsewhere.recordId, 210);
  await world.crossed(world.record('refused', posted));
  expect(await world.bondOf(posted.bondId)).toMatchObject({
    case_state: 'closed',
    state: 'cancelled',
  });
  const again = world.record('refused', posted);
  await world.crossed(again);
  expect((await world.recordsOf(posted)).at(-1)).toEqual({
    ...{ kind: 'refused', state: 'assessed', reason: 'already_decided' },
  });
  const { officer } = world;
  const shown = await officer.get(Database).read(world.staff.ctx, async (tx) => {
    const [found] = await tx.query<{ person: string }>(
      'select person_id as person from visa_case where id = $1',
      [posted.caseId],
    );
    return officer.get(MovementQueries).ofPerson(tx, found!.person);
  });
  expect(shown.at(-1)).toMatchObject({ recordId: again.recordId });
});

test.each(['suspended', 'withdrawn'])(
  'a programme that is %s takes nobody in, and still holds and returns every bond',
  async (state) => {
    const posted = await world.aBond().opened();
    await world.rows(`update programme set state = $1 where code = 'mali-us'`, state);
    await world.pay(posted.url);
    await world.news();
    expect(await world.bondOf(posted.bondId)).toMatchObject({
      case_state: 'bond_posted',
      state: 'held',
    });
    await world.issueVisa(posted);
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openDisbursement(posted.bondId));
    expect(await world.bondOf(posted.bondId)).toMatchObject({
      case_state: 'closed',
      state: 'closed',
      held: '0',
    });
    await world.rows(`update programme set state = 'open' where code = 'mali-us'`);
  },
);

test('a record whose job was lost is taken up by the sweep', async () => {
  const posted = await world.aBond().withVisa();
  const batchId = await world.report(world.record('admitted', posted));
  const sweep = () => world.worker.get(MovementAssessor).sweep();
  await sweep();
  expect(await world.bondOf(posted.bondId)).toMatchObject({ case_state: 'visa_issued' });
  await world.rows(
    `update movement set state_since = now() - interval '61 minutes' where batch_id = $1`,
    batchId,
  );
  await sweep();
  expect(await world.bondOf(posted.bondId)).toMatchObject({ case_state: 'travelling' });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf, Database } from '#platform';
import { MovementAssessor, RefundQueries, type RefundTracker } from '#refund';
import type { Posted } from '../support/bond-world.ts';
import { minutesAgo, RefundWorld } from '../support/refund-world.ts';

let world: RefundWorld;

beforeAll(async () => {
  world = await RefundWorld.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const statesOf = ({ caseId, bondId }: Posted) =>
  world.one<{ case: string; bond: string; held: string; reserved: string }>(
    `select c.state as case, b.state as bond, a.held, a.reserved
     from visa_case c join bond b on b.case_id = c.id join ledger.account a on a.owner_id = b.id
     where c.id = $1 and b.id = $2`,
    caseId,
    bondId,
  );
const refundsOf = (bondId: string) =>
  world.rows<{ rule: string; promised: string; returned: string | null; state: string }>(
    `select r.rule, r.promised_by::text as promised, r.returned_on::text as returned, d.state
     from refund r join disbursement d on d.refund_id = r.id where r.bond_id = $1
     order by d.attempt`,
    bondId,
  );
const recordsOf = ({ caseId }: Posted) =>
  world.rows<{ kind: string; state: string; reason: string | null }>(
    `select m.kind, m.state, (select reason_code from movement_history h where h.owner_id = m.id
       order by seq desc limit 1) as reason
     from movement m join visa_case c on c.travel_document_id = m.document_id
     where c.id = $1 order by m.happened_at`,
    caseId,
  );
const mailsOf = async ({ reference }: Posted) =>
  (
    await world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 and template like 'refund%'
       order by created_at`,
      reference,
    )
  ).map((m) => m.template);
const visaOf = ({ caseId }: Posted) =>
  world.one<{ admitted: string | null; leave_by: string | null }>(
    'select admitted_on::text as admitted, leave_by::text from visa where case_id = $1',
    caseId,
  );
const trackerOf = ({ applicant, caseId }: Posted): Promise<RefundTracker | null> =>
  world.apps.portal
    .get(Database)
    .read(applicant.ctx, (tx) => world.apps.portal.get(RefundQueries).tracker(tx, caseId));

test('a departure in time returns the bond by itself, and is done when the bank has it', async () => {
  const posted = await world.aVisa();
  expect(await statesOf(posted)).toMatchObject({ case: 'visa_issued', bond: 'held' });
  const before = (await world.refundCalls()).length;

  await world.crossed(world.record('admitted', posted));
  expect(await statesOf(posted)).toMatchObject({ case: 'travelling', bond: 'held' });
  expect(await trackerOf(posted)).toBeNull();

  await world.crossed(world.record('departed', posted));
  expect(await statesOf(posted)).toEqual({
    ...{ case: 'closed', bond: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await refundsOf(posted.bondId)).toMatchObject([
    { rule: 'R15a', state: 'approved', returned: null },
  ]);
  // Nothing was sent yet: the job is there, in the transaction that decided.
  expect(await world.refundCalls()).toHaveLength(before);
  const disbursementId = await world.openAttempt(posted.bondId);
  expect(
    await world.rows(
      `select 1 from pgboss.job where name = 'disbursement.send' and data->>'disbursementId' = $1`,
      disbursementId,
    ),
  ).toHaveLength(1);
  expect((await trackerOf(posted))!.steps.map((s) => s.state)).toEqual([
    ...['done', 'done', 'current', 'to_come', 'to_come'],
  ]);

  await world.send(disbursementId);
  expect((await world.refundCalls()).slice(before)).toEqual([
    { key: `disbursement:${disbursementId}`, replayed: false, status: 200 },
  ]);
  expect(await world.refundsOf(posted.bondId)).toMatchObject([
    { status: 'succeeded', amount: 1_000_000 },
  ]);
  expect(await statesOf(posted)).toEqual({
    ...{ case: 'closed', bond: 'closed', held: '0', reserved: '0' },
  });
  expect(await refundsOf(posted.bondId)).toMatchObject([
    { state: 'succeeded', returned: expect.any(String) },
  ]);
  expect(await mailsOf(posted)).toEqual(['refund_started', 'refund_succeeded']);
  expect(await recordsOf(posted)).toEqual([
    { kind: 'admitted', state: 'assessed', reason: 'admitted' },
    { kind: 'departed', state: 'assessed', reason: 'R15a' },
  ]);

  // The bank's number arrives later, and no news changes anything else.
  await world.later();
  await world.news();
  const tracker = (await trackerOf(posted))!;
  expect(tracker).toMatchObject({ isLate: false, next: 'nothing', rule: 'R15a' });
  expect(tracker.traceNumber).toMatch(/^\d{23}$/);
  expect(tracker.steps.map((s) => s.state)).toEqual(Array(5).fill('done'));
  expect(tracker.steps.map((s) => s.at)).not.toContain(null);
  expect(await mailsOf(posted)).toHaveLength(2);
});

test('the promise is thirty days from the cancellation, and kept with the refund (R26)', async () => {
  const posted = await world.aCancelledBond();
  const { days } = await world.one<{ days: number }>(
    `select promised_by - (created_at at time zone 'America/New_York')::date as days
     from refund where bond_id = $1`,
    posted.bondId,
  );
  expect([29, 30, 31]).toContain(days);
});

test('somebody turned away at the port gets the bond back (R15c)', async () => {
  const posted = await world.aVisa();
  await world.crossed(world.record('refused', posted));
  expect(await statesOf(posted)).toMatchObject({ case: 'closed', bond: 'cancelled' });
  expect(await refundsOf(posted.bondId)).toMatchObject([{ rule: 'R15c', state: 'approved' }]);
  await world.send(await world.openAttempt(posted.bondId));
  expect(await statesOf(posted)).toMatchObject({ bond: 'closed', held: '0' });
});

test('a late departure is referred to a person and returns nothing by itself (R16)', async () => {
  const posted = await world.aVisa();
  const calls = await world.refundCalls();
  const admission = world.record('admitted', posted);
  const authorisedUntil = admission.happenedAt.slice(0, 10);
  await world.crossed({ ...admission, authorisedUntil });
  await world.daysLater(2);
  await world.crossed(world.record('departed', posted, { happenedAt: await world.legalNow() }));
  await world.daysLater(-2);
  expect(await statesOf(posted)).toEqual({
    ...{ case: 'travelling', bond: 'referred', held: '1000000', reserved: '0' },
  });
  expect(await refundsOf(posted.bondId)).toEqual([]);
  expect(await recordsOf(posted)).toMatchObject([{}, { reason: 'referred_late' }]);
  expect(await world.refundCalls()).toEqual(calls);
});

test.each([
  ['the day before the admission', -1],
  ['a day after the longest stay', 31],
  ['a day that never comes', 2_900_000],
])('a stay authorised until %s goes to a desk, and none is begun', async (_which, days) => {
  const posted = await world.aVisa();
  const admission = world.record('admitted', posted);
  const authorisedUntil = dayOf(admission.happenedAt.slice(0, 10)).add({ days }).toString();
  await world.crossed({ ...admission, authorisedUntil });
  expect(await recordsOf(posted)).toEqual([
    { kind: 'admitted', state: 'set_aside', reason: 'authorised_outside_stay' },
  ]);
  expect(await statesOf(posted)).toMatchObject({ case: 'visa_issued', bond: 'held' });
  expect(await visaOf(posted)).toMatchObject({ admitted: null, leave_by: null });
  // Right ones are used all the same: the whole stay, and one that ends on its first day.
  const until = dayOf(admission.happenedAt.slice(0, 10)).add({ days: days > 0 ? 30 : 0 });
  await world.crossed(world.record('admitted', posted, { authorisedUntil: until.toString() }));
  expect(await visaOf(posted)).toMatchObject({ leave_by: until.toString() });
});

test('the database itself refuses a stay that the visa does not allow', async () => {
  const { caseId } = await world.aVisa();
  for (const [admitted, until] of [
    ['2026-11-10', '2026-11-09'],
    ['2026-11-10', '2026-12-11'],
    ['2026-11-10', '9999-12-31'],
  ]) {
    await expect(
      world.rows(
        `update visa v set admitted_on = $2, leave_by = $3, admitted_document_id = c.travel_document_id
         from visa_case c where c.id = v.case_id and c.id = $1`,
        ...[caseId, admitted, until],
      ),
    ).rejects.toThrow('visa_leave_by');
  }
});

test('records in the wrong order end as in the right one', async () => {
  const posted = await world.aVisa();
  await world.crossed(world.record('departed', posted));
  expect(await statesOf(posted)).toMatchObject({ case: 'visa_issued', bond: 'held' });
  expect(await recordsOf(posted)).toMatchObject([
    { state: 'set_aside', reason: 'departure_without_admission' },
  ]);
  await world.crossed(world.record('admitted', posted));
  expect(await statesOf(posted)).toMatchObject({ case: 'closed', bond: 'cancelled' });
  expect(await recordsOf(posted)).toMatchObject([{ state: 'assessed' }, { state: 'assessed' }]);
});

test('a port that is not listed, a stranger, a second record: nothing moves by itself', async () => {
  const posted = await world.aVisa();
  await world.crossed(world.record('admitted', posted, { port: 'XYZ' }));
  expect(await recordsOf(posted)).toMatchObject([
    { state: 'set_aside', reason: 'port_not_listed' },
  ]);
  const stranger = { ...posted, passport: { issuingState: 'USA', number: 'NOBODY1' } };
  await world.crossed(world.record('departed', stranger));
  await world.crossed(world.record('admitted', posted));
  await world.crossed(world.record('admitted', posted, { happenedAt: minutesAgo(45) }));
  expect(await statesOf(posted)).toMatchObject({ case: 'travelling', bond: 'held' });
  expect((await recordsOf(posted)).map((r) => r.reason).sort()).toEqual([
    ...['admitted', 'already_admitted', 'port_not_listed'],
  ]);
});

test('a batch that is assessed again, and twice at once, decides once', async () => {
  const posted = await world.aVisa();
  const batchId = await world.report(
    world.record('admitted', posted),
    world.record('departed', posted),
  );
  const assess = () => world.worker(MovementAssessor).assessBatch(batchId);
  await Promise.all([assess(), assess(), assess()]);
  await assess();
  expect(await refundsOf(posted.bondId)).toHaveLength(1);
  expect(await mailsOf(posted)).toEqual(['refund_started']);
});

test.each(['suspended', 'withdrawn'])(
  'a programme that is %s takes nobody in, and still holds and returns every bond',
  async (state) => {
    const posted = await world.aBondToPay();
    await world.rows(`update programme set state = $1 where code = 'mali-us'`, state);
    await world.pay(posted.payUrl);
    await world.news();
    expect(await statesOf(posted)).toMatchObject({ case: 'bond_posted', bond: 'held' });
    await world.aVisaFor(posted);
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openAttempt(posted.bondId));
    expect(await statesOf(posted)).toMatchObject({ case: 'closed', bond: 'closed', held: '0' });
    await world.rows(`update programme set state = 'open' where code = 'mali-us'`);
  },
);

test('a corrected stay goes to a desk, and the stay is as it was', async () => {
  const posted = await world.aVisa();
  const today = minutesAgo(0).slice(0, 10);
  await world.crossed(world.record('admitted', posted));
  await world.crossed(world.record('admitted', posted, { authorisedUntil: today }));
  expect((await recordsOf(posted)).map((r) => r.reason).sort()).toEqual([
    ...['admitted', 'second_admission'],
  ]);
});

test('a record whose job was lost is taken up by the sweep', async () => {
  const posted = await world.aVisa();
  const batchId = await world.report(world.record('admitted', posted));
  const sweep = () => world.worker(MovementAssessor).sweep();
  await sweep();
  expect(await statesOf(posted)).toMatchObject({ case: 'visa_issued' });
  await world.rows(
    `update movement set state_since = now() - interval '61 minutes' where batch_id = $1`,
    batchId,
  );
  await sweep();
  expect(await statesOf(posted)).toMatchObject({ case: 'travelling' });
});

test('other applicants see nothing of a refund; its payer does', async () => {
  const mine = await world.aCancelledBond();
  const other = await world.aHeldBond();
  expect(await trackerOf(mine)).not.toBeNull();
  const { portal } = world.apps;
  const seen = await portal.get(Database).read(other.applicant.ctx, async (tx) => ({
    tracker: await portal.get(RefundQueries).tracker(tx, mine.caseId),
    rows: await tx.query('select id from refund union select id from disbursement'),
    steps: await tx.query('select owner_id from disbursement_history'),
  }));
  expect(seen).toEqual({ tracker: null, rows: [], steps: [] });
});

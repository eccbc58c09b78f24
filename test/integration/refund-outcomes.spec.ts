import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { money, mustBeOk } from '#kernel';
import { PaymentProcessor } from '#payments';
import { Database, schemaDrift, systemCtx } from '#platform';
import {
  DisbursementSender,
  Disbursements,
  ProcessorFacts,
  refundEntities,
  RefundQueries,
  SendingUnclear,
} from '#refund';
import { roleOf } from '../../migrations/logins.ts';
import pg from 'pg';
import { somebody } from '../support/application-world.ts';
import { RefundWorld } from '../support/refund-world.ts';
import { oracleIsClean } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';

let world: RefundWorld;

beforeAll(async () => {
  world = await RefundWorld.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const attemptsOf = (bondId: string) =>
  world.rows<{ id: string; attempt: number; state: string; failure_reason: string | null }>(
    `select d.id, d.attempt, d.state, d.failure_reason from disbursement d
     join refund r on r.id = d.refund_id where r.bond_id = $1 order by d.attempt`,
    bondId,
  );
const statesOf = async (bondId: string) => (await attemptsOf(bondId)).map((a) => a.state);
const bondOf = (bondId: string) =>
  world.one<{ state: string; held: string; reserved: string }>(
    `select b.state, a.held, a.reserved from bond b join ledger.account a on a.owner_id = b.id
     where b.id = $1`,
    bondId,
  );
const bookedOf = async (bondId: string) =>
  (
    await world.rows<{ step: string }>(
      `select phase || ' ' || code as step from ledger.transfer where owner_id = $1 order by seq`,
      bondId,
    )
  ).map((t) => t.step);
const mailsOf = async (reference: string) =>
  (
    await world.rows<{ template: string }>(
      `select template from mail where params->>'reference' = $1 and template like 'refund%'
       order by created_at`,
      reference,
    )
  ).map((m) => m.template);
const returnedOn = async (bondId: string) =>
  (
    await world.one<{ on: string | null }>(
      'select returned_on::text as on from refund where bond_id = $1',
      bondId,
    )
  ).on;

async function approve(disbursementId: string) {
  const { officer } = world.apps;
  const treasury = await somebody(world.db, 'staff');
  const answer = await officer
    .get(Database)
    .write(treasury.ctx, (tx) => officer.get(Disbursements).approve(tx, disbursementId));
  return { answer, by: treasury.accountId };
}

test('a refund that is pending is shown as such and succeeds when the processor says so', async () => {
  const { bondId, disbursementId, reference } = await world.aCancelledBond('refundLater');
  await world.send(disbursementId);
  expect(await statesOf(bondId)).toEqual(['pending']);
  expect(await bondOf(bondId)).toEqual({
    ...{ state: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await returnedOn(bondId)).toBeNull();
  await world.later();
  await world.news();
  expect(await statesOf(bondId)).toEqual(['succeeded']);
  expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
  expect(await returnedOn(bondId)).not.toBeNull();
  expect(await mailsOf(reference)).toEqual(['refund_started', 'refund_succeeded']);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
});

test('a refund that is pending and then fails leaves a second attempt to the treasury', async () => {
  const { bondId, disbursementId, reference } = await world.aCancelledBond('refundLater');
  await world.send(disbursementId);
  const id = (await world.refundsOf(bondId))[0]!.id;
  await world.control(`refunds/${id}/fail`, { reason: 'declined' });
  await world.news();
  expect(await attemptsOf(bondId)).toMatchObject([
    { attempt: 1, state: 'failed', failure_reason: 'declined' },
    { attempt: 2, state: 'due' },
  ]);
  expect(await bookedOf(bondId)).toEqual([
    ...['post paid', 'reserve refund', 'void refund', 'reserve refund'],
  ]);
  expect(await bondOf(bondId)).toEqual({
    ...{ state: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await mailsOf(reference)).toEqual(['refund_started', 'refund_failed']);
});

test('failed after success: the books take it back, and another attempt brings it home', async () => {
  const { bondId, disbursementId, reference } = await world.aCancelledBond('refundFails');
  await world.send(disbursementId);
  expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });

  await world.later();
  await world.news();
  expect(await attemptsOf(bondId)).toMatchObject([
    { state: 'failed_after_success', failure_reason: 'expired_or_canceled_card' },
    { attempt: 2, state: 'due' },
  ]);
  expect(await bondOf(bondId)).toEqual({
    ...{ state: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await returnedOn(bondId)).toBeNull();
  expect(await mailsOf(reference)).toEqual([
    ...['refund_started', 'refund_succeeded', 'refund_returned'],
  ]);

  // The same news again changes nothing.
  await world.worker(Database).write(systemCtx('test'), (tx) =>
    tx.query(`update processor_event set state = 'received', processed_at = null,
      next_attempt_at = now(), claimed_until = null where object_kind = 'refund'`),
  );
  await world.workInbox();
  expect(await statesOf(bondId)).toEqual(['failed_after_success', 'due']);
  expect(await mailsOf(reference)).toHaveLength(3);

  // Nothing leaves before the treasury says so.
  const second = await world.openAttempt(bondId);
  const calls = (await world.refundCalls()).length;
  await world.send(second);
  expect(await world.refundCalls()).toHaveLength(calls);

  const { answer, by } = await approve(second);
  mustBeOk(answer);
  expect(
    await world.one('select state, approved_by from disbursement where id = $1', second),
  ).toEqual({ state: 'approved', approved_by: by });
  expect((await approve(second)).answer).toMatchObject({ ok: false, code: 'wrong_state' });
  await world.send(second);
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${second}`, replayed: false, status: 200 },
  ]);
  expect(await statesOf(bondId)).toEqual(['failed_after_success', 'succeeded']);
  expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });

  const { portal } = world.apps;
  const { caseId, applicant } = await ownerOf(bondId);
  const tracker = await portal
    .get(Database)
    .read(applicant, (tx) => portal.get(RefundQueries).tracker(tx, caseId));
  expect(tracker).toMatchObject({ next: 'nothing', failures: [{}] });
});

async function ownerOf(bondId: string) {
  const { case_id, account } = await world.one<{ case_id: string; account: string }>(
    'select case_id, applicant_account_id as account from bond where id = $1',
    bondId,
  );
  return { caseId: case_id, applicant: await signedInCtx(world.db, account, 'applicant') };
}

test('failed, then succeeded after all: the attempt nobody approved is withdrawn', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond('refundLater');
  await world.send(disbursementId);
  const id = (await world.refundsOf(bondId))[0]!.id;
  await world.control(`refunds/${id}/fail`, { reason: 'unknown' });
  await world.news();
  expect(await statesOf(bondId)).toEqual(['failed', 'due']);
  await told(disbursementId, id, 'succeeded');
  expect(await statesOf(bondId)).toEqual(['succeeded', 'canceled']);
  expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
  const losses = await world.rows(
    `select 1 from ledger.transfer where owner_id = $1 and code = 'overpaid'`,
    bondId,
  );
  expect(losses).toEqual([]);
});

/** What the processor says of a refund, straight to the row. */
async function told(disbursementId: string, id: string, status: 'succeeded' | 'failed') {
  const row = await world.one<{ version: number; pi: string }>(
    'select version, processor_payment_id as pi from disbursement where id = $1',
    disbursementId,
  );
  const done = await world.worker(Database).write(systemCtx('test'), (tx) =>
    world.worker(ProcessorFacts).apply(
      tx,
      {
        ...{ kind: 'refund', processorRefundId: id, disbursementId, processorPaymentId: row.pi },
        ...{ amount: money(1_000_000n, 'USD'), status, pendingReason: null },
        ...{ failureReason: null, traceNumber: null, happenedAt: tx.now },
      },
      row.version,
    ),
  );
  expect(done).toBe('applied');
}

/** A refund that failed at the processor, and the attempt after it that waits for the treasury. */
async function aFailedRefund() {
  const { bondId, disbursementId } = await world.aCancelledBond('refundLater');
  await world.send(disbursementId);
  const refund = (await world.refundsOf(bondId))[0]!.id;
  await world.control(`refunds/${refund}/fail`, { reason: 'unknown' });
  await world.news();
  expect(await statesOf(bondId)).toEqual(['failed', 'due']);
  return { bondId, disbursementId, refund, next: await world.openAttempt(bondId) };
}
const refundLine = async (bondId: string, filter: 'all' | 'problems') => {
  const { rows } = await world
    .worker(Database)
    .read(systemCtx('t'), (tx) => world.worker(RefundQueries).list(tx, filter));
  const { id } = await world.one<{ id: string }>(
    'select id from refund where bond_id = $1',
    bondId,
  );
  return rows.find((r) => r.refundId === id);
};

test('failed, succeeded, and failed again: the books follow each turn', async () => {
  const { bondId, disbursementId, refund } = await aFailedRefund();
  await told(disbursementId, refund, 'succeeded');
  // What is back with its payer waits for nobody, and is shown as what it is.
  expect(await refundLine(bondId, 'all')).toMatchObject({ attempt: 1, state: 'succeeded' });
  expect(await refundLine(bondId, 'problems')).toBeUndefined();
  await told(disbursementId, refund, 'failed');
  expect(await statesOf(bondId)).toEqual(['failed_after_success', 'canceled', 'due']);
  expect(await bondOf(bondId)).toEqual({
    ...{ state: 'cancelled', held: '1000000', reserved: '1000000' },
  });
  expect(await refundLine(bondId, 'problems')).toMatchObject({ attempt: 3, state: 'due' });
});

test('an approved attempt that has not left is withdrawn when the first one succeeds after all', async () => {
  const { bondId, disbursementId, refund, next } = await aFailedRefund();
  mustBeOk((await approve(next)).answer);
  const calls = (await world.refundCalls()).length;
  await told(disbursementId, refund, 'succeeded');
  await world.send(next);
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await statesOf(bondId)).toEqual(['succeeded', 'canceled']);
  expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
});

test('money that was returned twice is shown to a person', async () => {
  const { bondId, disbursementId, refund, next } = await aFailedRefund();
  mustBeOk((await approve(next)).answer);
  await world.send(next);
  const second = (await world.refundsOf(bondId)).find((r) => r.id !== refund)!.id;
  if ((await statesOf(bondId))[1] === 'pending') await told(next, second, 'succeeded');
  await told(disbursementId, refund, 'succeeded');
  expect(await statesOf(bondId)).toEqual(['succeeded', 'succeeded']);
  expect(await refundLine(bondId, 'problems')).toMatchObject({ state: 'succeeded' });
});

describe('the first attempt succeeds after all while the second is on its way', () => {
  async function twoOnTheirWay() {
    const {
      bondId,
      disbursementId: first,
      refund: firstRefund,
      next: second,
    } = await aFailedRefund();
    mustBeOk((await approve(second)).answer);
    await world.send(second);
    const secondRefund = (await world.refundsOf(bondId)).find((r) => r.id !== firstRefund)!.id;
    expect(await statesOf(bondId)).toEqual(['failed', 'pending']);
    const tell = (which: 1 | 2, status: 'succeeded' | 'failed') =>
      which === 1 ? told(first, firstRefund, status) : told(second, secondRefund, status);
    await tell(1, 'succeeded');
    expect(await statesOf(bondId)).toEqual(['succeeded', 'pending']);
    return { bondId, tell };
  }
  const borneBy = async (bondId: string) =>
    (
      await world.one<{ borne: string }>(
        'select borne from ledger.bond where owner_id = $1',
        bondId,
      )
    ).borne;

  test('and the second fails: the payer has his money, nothing is tried again', async () => {
    const { bondId, tell } = await twoOnTheirWay();
    expect(await borneBy(bondId)).toBe('1000000');
    await tell(2, 'failed');
    expect(await statesOf(bondId)).toEqual(['succeeded', 'failed']);
    expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
    expect(await borneBy(bondId)).toBe('0');
    expect(await returnedOn(bondId)).not.toBeNull();
    expect(await refundLine(bondId, 'problems')).toBeUndefined();
  });

  test('and the first fails again: the second is still the one that counts', async () => {
    const { bondId, tell } = await twoOnTheirWay();
    await tell(1, 'failed');
    expect(await statesOf(bondId)).toEqual(['failed_after_success', 'pending']);
    expect(await returnedOn(bondId)).toBeNull();
    await tell(2, 'succeeded');
    expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
    expect(await borneBy(bondId)).toBe('0');
  });

  test.each([1, 2] as const)(
    'and both succeed, then number %d fails: one stands',
    async (which) => {
      const { bondId, tell } = await twoOnTheirWay();
      await tell(2, 'succeeded');
      expect(await borneBy(bondId)).toBe('1000000');
      await tell(which, 'failed');
      expect((await statesOf(bondId)).sort()).toEqual(['failed_after_success', 'succeeded']);
      expect(await bondOf(bondId)).toEqual({ state: 'closed', held: '0', reserved: '0' });
      expect(await borneBy(bondId)).toBe('0');
      expect(await returnedOn(bondId)).not.toBeNull();
      // The other one fails as well: now the duty is back.
      await tell(which === 1 ? 2 : 1, 'failed');
      expect((await statesOf(bondId)).at(-1)).toBe('due');
      expect(await bondOf(bondId)).toEqual({
        ...{ state: 'cancelled', held: '1000000', reserved: '1000000' },
      });
      expect(await returnedOn(bondId)).toBeNull();
    },
  );
});

test('a refund that waits for our balance is not at the bank: payer and treasury see why at once', async () => {
  await world.control('balance', { empty: true });
  const { bondId, disbursementId, caseId, applicant, reference } = await world.aCancelledBond();
  await world.send(disbursementId);
  const { portal } = world.apps;
  const tracker = () =>
    portal.get(Database).read(applicant.ctx, (tx) => portal.get(RefundQueries).tracker(tx, caseId));
  expect(await statesOf(bondId)).toEqual(['pending']);
  expect(await refundLine(bondId, 'problems')).toMatchObject({
    ...{ state: 'pending', pendingReason: 'insufficient_funds' },
  });
  expect((await tracker())!.next).toBe('we_top_up');
  expect((await tracker())!.steps.map((s) => s.state)).toEqual([
    ...['done', 'done', 'problem', 'to_come', 'to_come'],
  ]);
  await world.control('balance', { empty: false });
  await world.news();
  expect(await statesOf(bondId)).toEqual(['succeeded']);
  expect(await refundLine(bondId, 'all')).toMatchObject({ pendingReason: null });
  expect(await refundLine(bondId, 'problems')).toBeUndefined();
  expect(await mailsOf(reference)).toEqual(['refund_started', 'refund_succeeded']);
});

test.each([
  ['approved', '3 hours'],
  ['sending', '2 hours'],
  ['pending', '4 days'],
])('a refund that is %s beyond the usual time is on the list', async (state, age) => {
  const { bondId, disbursementId } = await world.aCancelledBond('refundLater');
  if (state === 'pending') await world.send(disbursementId);
  expect(await refundLine(bondId, 'problems')).toBeUndefined();
  await world.rows(
    `update disbursement set state = $2, sending_since = now(), state_since = now() - $3::interval
     where id = $1`,
    ...[disbursementId, state, age],
  );
  expect(await refundLine(bondId, 'problems')).toMatchObject({ state });
  await world.rows(
    `update disbursement set state_since = now() where id = $1 and state <> 'pending'`,
    disbursementId,
  );
});

test('an attempt older than its key asks, is unclear, and is never sent again', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  await world.rows(
    `update disbursement set state = 'sending', version = 3,
       sending_since = now() - interval '23 hours' where id = $1`,
    disbursementId,
  );
  const calls = await world.refundCalls();
  await world.send(disbursementId);
  expect(await statesOf(bondId)).toEqual(['unknown']);
  await world.send(disbursementId);
  expect(await statesOf(bondId)).toEqual(['unknown']);
  expect(await world.refundCalls()).toEqual(calls);
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);

  // Two days on, the processor still lists nothing: it was never made.
  await world.rows(
    `update disbursement set sending_since = now() - interval '48 hours' where id = $1`,
    disbursementId,
  );
  await world.send(disbursementId);
  expect(await attemptsOf(bondId)).toMatchObject([
    { state: 'failed', failure_reason: 'not_found_at_processor' },
    { state: 'due' },
  ]);
  expect(await world.refundCalls()).toEqual(calls);
});

test('without an answer the attempt stays in sending, and the job is tried again', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  const processor = world.worker(PaymentProcessor);
  const create = processor.createRefund.bind(processor);
  const list = processor.listRefunds.bind(processor);
  processor.createRefund = async (p) => {
    await create(p);
    return { kind: 'unknown', reason: 'no_answer' };
  };
  processor.listRefunds = () => Promise.resolve({ kind: 'unknown', reason: 'no_answer' });
  await expect(world.send(disbursementId)).rejects.toThrow(SendingUnclear);
  await expect(world.send(disbursementId)).rejects.toThrow(SendingUnclear);
  expect(await statesOf(bondId)).toEqual(['sending']);
  Object.assign(processor, { createRefund: create, listRefunds: list });
  await world.send(disbursementId);
  expect(await statesOf(bondId)).toEqual(['succeeded']);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
});

test('a lost job is found again by the sweep, once an hour', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  const jobs = async () =>
    (
      await world.rows(
        `select 1 from pgboss.job where data->>'disbursementId' = $1`,
        disbursementId,
      )
    ).length;
  await world.rows(`delete from pgboss.job where data->>'disbursementId' = $1`, disbursementId);
  const sweep = () => world.worker(DisbursementSender).sweep();
  await sweep();
  expect(await jobs()).toBe(0);
  await world.rows(
    `update disbursement set state_since = now() - interval '11 minutes' where id = $1`,
    disbursementId,
  );
  await Promise.all([sweep(), sweep()]);
  await sweep();
  expect(await jobs()).toBe(1);
  await world.send(disbursementId);
  expect(await statesOf(bondId)).toEqual(['succeeded']);
});

test('an answer that the news have overtaken is asked for again, not believed', async () => {
  const { bondId, disbursementId } = await world.aCancelledBond();
  const processor = world.worker(PaymentProcessor);
  const create = processor.createRefund.bind(processor);
  processor.createRefund = async (wish) => {
    const answer = await create(wish);
    // Before "succeeded" is written here, the bank sends the money back and we hear of it.
    const [made] = await world.refundsOf(bondId);
    await world.control(`refunds/${made!.id}/fail`, { reason: 'declined' });
    await world.news();
    return answer;
  };
  await world.send(disbursementId).finally(() => (processor.createRefund = create));
  expect(await attemptsOf(bondId)).toMatchObject([
    { state: 'failed', failure_reason: 'declined' },
    { state: 'due' },
  ]);
  expect(await bookedOf(bondId)).toEqual([
    ...['post paid', 'reserve refund', 'void refund', 'reserve refund'],
  ]);
});

test('money beyond the bond goes back out of suspense by rule (R6)', async () => {
  const { bondId, receivedBy, reference } = await world.aSurplus();
  const calls = (await world.refundCalls()).length;
  await world.news();
  expect(await bondOf(bondId)).toEqual({ state: 'held', held: '1000000', reserved: '0' });
  const refund = await world.one<{ id: string; owner_id: string }>(
    `select d.id, r.owner_id from refund r join disbursement d on d.refund_id = r.id
     where r.bond_id = $1 and r.owner_kind = 'received_payment' and r.rule = 'R6'
       and d.state = 'approved' and d.processor_payment_id = $2`,
    ...[bondId, receivedBy],
  );
  await world.send(refund.id);
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${refund.id}`, replayed: false, status: 200 },
  ]);
  expect(
    await world.one(
      'select held, reserved from ledger.account where owner_id = $1',
      refund.owner_id,
    ),
  ).toEqual({ held: '0', reserved: '0' });
  // The bond itself is as it was.
  expect(await bondOf(bondId)).toEqual({ state: 'held', held: '1000000', reserved: '0' });
  // The mails of a refund speak of the bond, which is not being returned.
  expect(await mailsOf(reference)).toEqual([]);
});

test('the promise is kept on the last day where the consulate is, whatever the day in UTC (R31)', async () => {
  const zone = 'America/New_York';
  await world.rows('update consulate set time_zone = $1', zone);
  const { bondId, disbursementId, caseId, applicant } = await world.aCancelledBond();
  // Half past ten in the evening over there: tomorrow in UTC.
  await world.rows(
    `update legal_clock set offset_seconds = extract(epoch from
       ((now() at time zone $1)::date + time '22:30') at time zone $1 - now())`,
    zone,
  );
  // Approved just now by that clock: only the promise is looked at here.
  await world.rows(
    'update disbursement set state_since = app.legal_now(), leaves_at = app.legal_now() where id = $1',
    disbursementId,
  );
  const { today, utc } = await world.one<{ today: string; utc: string }>(
    `select (app.legal_now() at time zone $1)::date::text as today,
       (app.legal_now() at time zone 'UTC')::date::text as utc`,
    zone,
  );
  expect(utc > today).toBe(true);
  await world.rows('update refund set promised_by = $2 where bond_id = $1', bondId, today);
  const { portal, worker } = world.apps;
  const isLate = async () =>
    (
      await portal
        .get(Database)
        .read(applicant.ctx, (tx) => portal.get(RefundQueries).tracker(tx, caseId))
    )?.isLate;
  const promises = () =>
    worker.get(Database).read(systemCtx('t'), (tx) => worker.get(RefundQueries).promises(tx));
  const before = await promises();
  expect(before.broken).toBe(0);
  expect(await isLate()).toBe(false);
  expect(await refundLine(bondId, 'problems')).toBeUndefined();
  await world.send(disbursementId);
  expect(await returnedOn(bondId)).toBe(today);
  expect(await isLate()).toBe(false);
  expect((await promises()).kept).toBe(before.kept + 1);
  await world.rows('update legal_clock set offset_seconds = 0');
});

test('the oracle sees what is wrong, also through the worker', async () => {
  const { disbursementId, bondId } = await world.aCancelledBond();
  expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);
  const broken = async (sql: string, ...params: unknown[]) => {
    await world.db.admin.query('begin');
    await world.db.admin.query(sql, params);
    const look = 'select "check", offender from refunds.oracle order by 1, 2';
    const { rows } = await world.db.admin.query<{ check: string }>(look);
    // The worker's health metric must see the same, row-level security or not.
    await world.db.admin.query(`set local role ${roleOf('worker')}`);
    await world.db.admin.query(`select set_config('app.scope', 'system', true)`);
    expect((await world.db.admin.query(look)).rows).toEqual(rows);
    await world.db.admin.query('rollback');
    return rows.map((r) => r.check);
  };
  expect(
    await broken(
      `update disbursement set state = 'failed', sending_since = now() where id = $1`,
      disbursementId,
    ),
  ).toEqual(
    expect.arrayContaining([
      'refund: an attempt succeeded or is under way, never two under way',
      'disbursement: its state and the ledger agree',
    ]),
  );
  expect(
    await broken('update refund set returned_on = promised_by where bond_id = $1', bondId),
  ).toEqual(['refund: returned on a day when an attempt succeeded, and only then']);
  expect(await broken('update refund set amount_minor = 1 where bond_id = $1', bondId)).toEqual([
    'refund: its decision allows it',
  ]);
  expect(
    await broken('update disbursement set amount_minor = 1 where id = $1', disbursementId),
  ).toContain('disbursement: its reserve exists, in its amount and of its decision');
});

test('rights: no process but the worker makes attempts, and no one changes amounts', async () => {
  const denied: [keyof RefundWorld['apps'], string][] = [
    ['portal', 'update disbursement set state = state'],
    ['portal', 'insert into refund (id) values (gen_random_uuid())'],
    ['api', 'select 1 from refund'],
    ['api', 'select 1 from disbursement'],
    ['officer', 'insert into disbursement (id) values (gen_random_uuid())'],
    ['officer', "update disbursement set trace_number = 'x'"],
    ['worker', 'update disbursement set amount_minor = 1'],
    ['worker', 'update refund set amount_minor = 1'],
    ['worker', 'delete from disbursement'],
  ];
  for (const [process, sql] of denied) {
    const tried = world.apps[process].get(Database).write(systemCtx('t'), (tx) => tx.query(sql));
    await expect(tried).rejects.toThrow('permission denied');
  }
});

test('an officer approves what is due in his own name, and writes no other outcome', async () => {
  const { next, disbursementId } = await aFailedRefund();
  const { ctx, accountId } = await somebody(world.db, 'staff');
  const { officer } = world.apps;
  const tried = (sql: string, ...params: string[]) =>
    officer.get(Database).write(ctx, (tx) => tx.query(sql, params));
  const other = (await somebody(world.db, 'staff')).accountId;
  for (const set of [
    `state = 'succeeded'`,
    `state = 'approved'`,
    `state = 'approved', approved_by = '${other}'`,
    `approved_by = '${other}'`,
  ]) {
    await expect(tried(`update disbursement set ${set} where id = $1`, next)).rejects.toThrow(
      'row-level security',
    );
  }
  // What is no longer due is not an officer's to change at all.
  await tried(
    `update disbursement set state = 'approved', approved_by = $2 where id = $1`,
    ...[disbursementId, accountId],
  );
  expect(await world.one('select state from disbursement where id = $1', disbursementId)).toEqual({
    state: 'failed',
  });
  await expect(
    tried(
      `insert into disbursement_history (owner_id, seq, event, from_state, to_state, actor_kind,
         actor_id, happened_at)
       values ($1, 99, 'processor_succeeded', 'sending', 'succeeded', 'account', $2, now())`,
      ...[disbursementId, accountId],
    ),
  ).rejects.toThrow('row-level security');
});

test('the auditor sees refunds and that they agree with the books, without a context', async () => {
  const { bondId } = await world.aCancelledBond();
  const auditor = new pg.Client({ connectionString: world.db.url('auditor') });
  await auditor.connect();
  const all = (sql: string, params: unknown[] = []) =>
    auditor.query(sql, params).then((r) => r.rows as unknown[]);
  expect(await all('select id from refund where bond_id = $1', [bondId])).toHaveLength(1);
  expect(await all('select * from refunds.oracle')).toEqual([]);
  expect((await all('select id from movement')).length).toBeGreaterThan(0);
  await auditor.end();
});

test('entities and schema agree', async () => {
  const drift = await schemaDrift(world.db.adminUrl, refundEntities);
  expect(drift.filter((sql) => !/DROP CONSTRAINT/.test(sql))).toEqual([]);
});

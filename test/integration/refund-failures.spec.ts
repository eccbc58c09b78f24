// Disbursements that fail, come back or succeed after all: rows, books, mail and calls at each turn.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import { PROMISED, RETURNED } from '../support/world/refunds.ts';
import { World } from '../support/world/world.ts';
import { RefundQueries } from '#refund';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const told: World['told'] = (...said) => world.told(...said);

test('a refund that is pending is shown as such and succeeds when the processor says so', async () => {
  const { bondId, disbursementId, reference } = await world.aBond().cancelled('refundLater');
  await world.send(disbursementId);
  expect(await world.statesOf(bondId)).toEqual(['pending']);
  expect(await world.bondOf(bondId)).toMatchObject(PROMISED);
  expect(await world.returnedOn(bondId)).toBeNull();
  await world.later();
  await world.news();
  expect(await world.statesOf(bondId)).toEqual(['succeeded']);
  expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
  expect(await world.returnedOn(bondId)).not.toBeNull();
  expect(await world.mailsOf(reference, '^refund')).toEqual(['refund_started', 'refund_succeeded']);
  expect(await world.refundsOf(bondId)).toHaveLength(1);
});

test('a refund that is pending and then fails leaves a second disbursement to the treasury', async () => {
  const { bondId, reference } = await world.aFailedRefund('declined');
  expect(await world.disbursementsOf(bondId)).toMatchObject([
    { attempt: 1, state: 'failed', failure_reason: 'declined' },
    { attempt: 2, state: 'due' },
  ]);
  expect(await world.bookedOf(bondId)).toEqual([
    ...['post paid', 'reserve refund', 'void refund', 'reserve refund'],
  ]);
  expect(await world.bondOf(bondId)).toMatchObject(PROMISED);
  expect(await world.mailsOf(reference, '^refund')).toEqual(['refund_started', 'refund_failed']);
});

test('failed after success: the books take it back, and another disbursement brings it home', async () => {
  const posted = await world.aBond().cancelled('refundFails');
  const { bondId, disbursementId, reference } = posted;
  await world.send(disbursementId);
  expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });

  await world.later();
  await world.news();
  expect(await world.disbursementsOf(bondId)).toMatchObject([
    { state: 'failed_after_success', failure_reason: 'expired_or_canceled_card' },
    { attempt: 2, state: 'due' },
  ]);
  expect(await world.bondOf(bondId)).toMatchObject(PROMISED);
  expect(await world.returnedOn(bondId)).toBeNull();
  expect(await world.mailsOf(reference, '^refund')).toEqual([
    ...['refund_started', 'refund_succeeded', 'refund_returned'],
  ]);

  // The same news again changes nothing.
  await world.byRule((tx) =>
    tx.query(`update processor_event set state = 'received', processed_at = null,
      next_attempt_at = now(), claimed_until = null where object_kind = 'refund'`),
  );
  await world.workInbox();
  expect(await world.statesOf(bondId)).toEqual(['failed_after_success', 'due']);
  expect(await world.mailsOf(reference, '^refund')).toHaveLength(3);

  // Nothing leaves before the treasury says so.
  const second = await world.openDisbursement(bondId);
  const calls = (await world.refundCalls()).length;
  await world.send(second);
  expect(await world.refundCalls()).toHaveLength(calls);

  mustBeOk(await world.approveDisbursement(second));
  const [by] = await world.treasury();
  expect(
    await world.one('select state, approved_by from disbursement where id = $1', second),
  ).toEqual({ state: 'approved', approved_by: by.accountId });
  expect(await world.approveDisbursement(second)).toMatchObject({ ok: false, code: 'wrong_state' });
  await world.send(second);
  expect((await world.refundCalls()).slice(calls)).toEqual([
    { key: `disbursement:${second}`, replayed: false, status: 200 },
  ]);
  expect(await world.statesOf(bondId)).toEqual(['failed_after_success', 'succeeded']);
  expect(await world.bondOf(bondId)).toMatchObject(RETURNED);

  expect(await world.trackerOf(posted)).toMatchObject({ next: 'nothing', failures: [{}] });
  const { portal } = world;
  const steps = await portal
    .get(Database)
    .read(posted.applicant.ctx, (tx) => portal.get(RefundQueries).stepsOf(tx, posted.caseId));
  expect(steps.map((s) => s.to)).toEqual([
    ...['approved', 'sending', 'succeeded', 'failed_after_success'],
    ...['approved', 'sending', 'succeeded'],
  ]);
});

test('failed, then succeeded after all: the disbursement nobody approved is withdrawn', async () => {
  const { bondId, disbursementId, refund } = await world.aFailedRefund();
  await told(disbursementId, refund, 'succeeded');
  expect(await world.statesOf(bondId)).toEqual(['succeeded', 'canceled']);
  expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
  const losses = await world.rows(
    `select 1 from ledger.transfer where owner_id = $1 and code = 'overpaid'`,
    bondId,
  );
  expect(losses).toEqual([]);
});

test('failed, succeeded, and failed again: the books follow each turn', async () => {
  const { bondId, disbursementId, refund } = await world.aFailedRefund();
  await told(disbursementId, refund, 'succeeded');
  // What is back with its payer waits for nobody, and is shown as what it is.
  expect(await world.refundLine(bondId, 'all')).toMatchObject({ attempt: 1, state: 'succeeded' });
  expect(await world.refundLine(bondId, 'problems')).toBeUndefined();
  await told(disbursementId, refund, 'failed');
  expect(await world.statesOf(bondId)).toEqual(['failed_after_success', 'canceled', 'due']);
  expect(await world.bondOf(bondId)).toMatchObject(PROMISED);
  expect(await world.refundLine(bondId, 'problems')).toMatchObject({ attempt: 3, state: 'due' });
});

test('an approved disbursement that has not left is withdrawn when the first one succeeds after all', async () => {
  const { bondId, disbursementId, refund, next } = await world.aFailedRefund();
  mustBeOk(await world.approveDisbursement(next));
  const calls = (await world.refundCalls()).length;
  await told(disbursementId, refund, 'succeeded');
  await world.send(next);
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await world.statesOf(bondId)).toEqual(['succeeded', 'canceled']);
  expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
});

test('money that was returned twice is shown to a person', async () => {
  const { bondId, disbursementId, refund, next } = await world.aFailedRefund();
  mustBeOk(await world.approveDisbursement(next));
  await world.send(next);
  const second = (await world.refundsOf(bondId)).find((r) => r.id !== refund)!.id;
  if ((await world.statesOf(bondId))[1] === 'pending') await told(next, second, 'succeeded');
  await told(disbursementId, refund, 'succeeded');
  expect(await world.statesOf(bondId)).toEqual(['succeeded', 'succeeded']);
  expect(await world.refundLine(bondId, 'problems')).toMatchObject({ state: 'succeeded' });
});

describe('the first disbursement succeeds after all while the second is on its way', () => {
  async function twoOnTheirWay() {
    const {
      bondId,
      disbursementId: first,
      refund: firstRefund,
      next: second,
    } = await world.aFailedRefund();
    mustBeOk(await world.approveDisbursement(second));
    await world.send(second);
    const secondRefund = (await world.refundsOf(bondId)).find((r) => r.id !== firstRefund)!.id;
    expect(await world.statesOf(bondId)).toEqual(['failed', 'pending']);
    const tell = (which: 1 | 2, status: 'succeeded' | 'failed') =>
      which === 1 ? told(first, firstRefund, status) : told(second, secondRefund, status);
    await tell(1, 'succeeded');
    expect(await world.statesOf(bondId)).toEqual(['succeeded', 'pending']);
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
    expect(await world.statesOf(bondId)).toEqual(['succeeded', 'failed']);
    expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
    expect(await borneBy(bondId)).toBe('0');
    expect(await world.returnedOn(bondId)).not.toBeNull();
    expect(await world.refundLine(bondId, 'problems')).toBeUndefined();
  });

  test('and the first fails again: the second is still the one that counts', async () => {
    const { bondId, tell } = await twoOnTheirWay();
    await tell(1, 'failed');
    expect(await world.statesOf(bondId)).toEqual(['failed_after_success', 'pending']);
    expect(await world.returnedOn(bondId)).toBeNull();
    await tell(2, 'succeeded');
    expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
    expect(await borneBy(bondId)).toBe('0');
  });

  test.each([1, 2] as const)(
    'and both succeed, then number %d fails: one stands',
    async (which) => {
      const { bondId, tell } = await twoOnTheirWay();
      await tell(2, 'succeeded');
      expect(await borneBy(bondId)).toBe('1000000');
      await tell(which, 'failed');
      expect((await world.statesOf(bondId)).sort()).toEqual(['failed_after_success', 'succeeded']);
      expect(await world.bondOf(bondId)).toMatchObject(RETURNED);
      expect(await borneBy(bondId)).toBe('0');
      expect(await world.returnedOn(bondId)).not.toBeNull();
      // The other one fails as well: now the duty is back.
      await tell(which === 1 ? 2 : 1, 'failed');
      expect((await world.statesOf(bondId)).at(-1)).toBe('due');
      expect(await world.bondOf(bondId)).toMatchObject(PROMISED);
      expect(await world.returnedOn(bondId)).toBeNull();
    },
  );
});

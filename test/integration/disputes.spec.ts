// A payment that the payer's bank disputes: the processor takes its money until that is decided (R35).
// Booked as what it is, visa and refund stop, and it ends by itself when it is won. Rows, books, calls
// and mail each time.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Processor } from '#processor';
import { World } from '../support/world/world.ts';

/** Of money that left and came back. */
const MAILS = '^(refund|bond_required)';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const parked = () => world.rows(`select type from processor_event where state = 'parked'`);
const receivable = async (bondId: string) =>
  (
    await world.one<{ open: string }>(
      `select coalesce(sum(case when debit = 'disputes:receivable' then amount else -amount end), 0)
         as open
       from ledger.transfer where owner_id = $1 and 'disputes:receivable' in (debit, credit)`,
      bondId,
    )
  ).open;

describe('before the visa', () => {
  test('the money is taken: no visa while it is undecided, and a visa once it is won', async () => {
    const posted = await world.aBond().held();
    const { bondId } = posted;
    const id = await world.dispute(bondId);
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({
      ...{ kind: 'dispute', state: 'open', money: 'withdrawn' },
    });
    expect(await world.bondOf(bondId)).toMatchObject({
      ...{ state: 'held', held: '1000000', borne: '0' },
    });
    expect(await receivable(bondId)).toBe('1000000');
    expect(await world.issueVisaAsking(posted)).toMatchObject({ code: 'money_left_elsewhere' });
    const { id: reversalId } = await world.reversalOf(bondId);
    const proposed = await world.propose(reversalId, 'post_again');
    expect(proposed).toMatchObject({ code: 'dispute_undecided' });
    expect(await world.oracle()).toEqual([]);

    await world.becomes(id, 'win');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', money: 'back' });
    expect(await receivable(bondId)).toBe('0');
    expect(await parked()).toEqual([]);
    expect(await world.oracle()).toEqual([]);
    mustBeOk(await world.issueVisaAsking(posted));
  });

  test('it is lost: the bond is to be posted again, as two people say', async () => {
    const posted = await world.aBond().held();
    const { bondId, reference } = posted;
    await world.becomes(await world.dispute(bondId), 'lose');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '0', borne: '0' });
    expect(await world.oracle()).toEqual([]);
    await world.settled(bondId, 'post_again');
    expect(await world.bondOf(bondId)).toMatchObject({
      ...{ state: 'required', case_state: 'bond_required' },
    });
    expect(await world.mailsOf(reference, MAILS)).toEqual(['bond_required', 'bond_required']);
    expect(await world.oracle()).toEqual([]);
  });

  test('an inquiry moves no money, books nothing and stops nothing', async () => {
    const posted = await world.aBond().held();
    const { bondId } = posted;
    const id = await world.dispute(bondId, { inquiry: true });
    await world.news();
    await world.becomes(id, 'win');
    await world.news();
    expect(await world.rows('select id from reversal where bond_id = $1', bondId)).toEqual([]);
    expect(await parked()).toEqual([]);
    mustBeOk(await world.issueVisaAsking(posted));
  });

  test('one that was opened and has not taken the money yet stops everything already', async () => {
    const posted = await world.aBond().held();
    const { bondId } = posted;
    const id = await world.dispute(bondId, { withdraw: false });
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'waiting' });
    expect(await receivable(bondId)).toBe('0');
    expect(await world.issueVisaAsking(posted)).toMatchObject({ code: 'money_left_elsewhere' });
    await world.becomes(id, 'withdraw');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'withdrawn' });
    expect(await receivable(bondId)).toBe('1000000');
  });
});

describe('with a refund', () => {
  test('while it is due, nothing is sent; once the dispute is won, it is offered and sent', async () => {
    const { bondId, reference, disbursementId } = await world.aBond().cancelled();
    const calls = (await world.refundCalls()).length;
    const id = await world.dispute(bondId);
    await world.news();
    expect(await world.statesOf(bondId)).toEqual(['canceled']);
    await world.send(disbursementId);
    expect(await world.refundCalls()).toHaveLength(calls);
    expect(await world.oracle()).toEqual([]);

    await world.becomes(id, 'win');
    await world.news();
    expect(await world.statesOf(bondId)).toEqual(['canceled', 'due']);
    const next = await world.openDisbursement(bondId);
    await world.approveDisbursement(next);
    await world.send(next);
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([1_000_000]);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await world.mailsOf(reference, MAILS)).not.toContain('refund_failed');
  });

  test('the call comes before the news: it is refused, and its dispute is asked for', async () => {
    const { bondId, reference, disbursementId } = await world.aBond().cancelled();
    const id = await world.dispute(bondId);
    await world.send(disbursementId);
    expect(await world.statesOf(bondId)).toEqual(['failed']);
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'withdrawn' });
    await world.becomes(id, 'lose');
    await world.news();
    await world.settled(bondId, 'accepted');
    // Whoever paid has it, by way of the bank.
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await world.statesOf(bondId)).toEqual(['failed']);
    expect(await world.mailsOf(reference, MAILS)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
    expect(await world.refundsOf(bondId)).toEqual([]);
    expect(await world.oracle()).toEqual([]);
  });

  test('after it succeeded and the dispute is lost, the operator bears what was paid twice', async () => {
    const { bondId, disbursementId } = await world.aBond().cancelled();
    await world.send(disbursementId);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed' });
    await world.becomes(await world.dispute(bondId), 'lose');
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    expect(await world.bondOf(bondId)).toMatchObject({
      ...{ state: 'closed', held: '0', borne: '1000000' },
    });
    await world.settled(bondId, 'accepted');
    expect(await world.statesOf(bondId)).toEqual(['succeeded']);
    expect(await world.oracle()).toEqual([]);
  });

  test('a part that is lost: the rest is tried, and what is refused is the treasury’s', async () => {
    const posted = await world.aBond().withVisa();
    const { bondId, reference } = posted;
    const id = await world.dispute(bondId, { amount: 300_000 });
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await world.statesOf(bondId)).toEqual([]);
    await world.becomes(id, 'lose');
    await world.news();
    await world.settled(bondId, 'accepted');
    expect(await world.bondOf(bondId)).toMatchObject({ held: '700000', reserved: '700000' });
    expect(await world.oracle()).toEqual([]);
    // The processor refunds nothing of a payment whose dispute was lost.
    await world.send(await world.openDisbursement(bondId));
    expect(await world.statesOf(bondId)).toEqual(['failed', 'due']);
    expect((await world.mailsOf(reference, MAILS)).at(-1)).toBe('refund_failed');
    expect(await world.bondOf(bondId)).toMatchObject({
      ...{ state: 'cancelled', held: '700000', borne: '0' },
    });
    expect(await world.oracle()).toEqual([]);
  });

  test('a part that is won: everything goes back', async () => {
    const posted = await world.aBond().withVisa();
    const { bondId } = posted;
    const id = await world.dispute(bondId, { amount: 300_000 });
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.becomes(id, 'win');
    await world.news();
    await world.send(await world.openDisbursement(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([1_000_000]);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
    expect(await world.oracle()).toEqual([]);
  });
});

test('its fee is the operator’s, once, however often its news come', async () => {
  const { bondId } = await world.aBond().held();
  const id = await world.dispute(bondId);
  await world.news();
  await world.rows(
    `update processor_event set state = 'received', attempts = 0, next_attempt_at = now(),
       processed_at = null where object_id = $1`,
    id,
  );
  await world.workInbox();
  await world.becomes(id, 'win');
  await world.news();
  await world.rows(
    `update processor_event set state = 'received', attempts = 0, next_attempt_at = now(),
       processed_at = null where object_id = $1`,
    id,
  );
  await world.workInbox();
  const rows = await world.rows<{ code: string; amount: string }>(
    `select t.code, t.amount from ledger.transfer t
     join payment p on t.owner_id in (p.bond_id, p.received_payment_id)
     where p.bond_id = $1 order by t.code, t.amount`,
    bondId,
  );
  expect(rows).toEqual([
    { code: 'fee', amount: '1500' },
    { code: 'paid', amount: '1000000' },
    { code: 'reinstated', amount: '1000000' },
    { code: 'withdrawn', amount: '1000000' },
  ]);
  expect(await world.rows('select id from reversal where bond_id = $1', bondId)).toHaveLength(1);
  expect(await world.oracle()).toEqual([]);
});

test('an answer that was fetched before it was won does not undo the win', async () => {
  const { bondId } = await world.aBond().held();
  const id = await world.dispute(bondId);
  const processor = world.worker.get(Processor);
  const get = processor.getDispute.bind(processor);
  let overtaken = false;
  processor.getDispute = async (object) => {
    const answer = await get(object);
    if (object !== id || overtaken) return answer;
    overtaken = true;
    // Meanwhile the dispute is won, and another lane hears of it first.
    await world.becomes(id, 'win');
    await world.news();
    return answer;
  };
  await world.news();
  Object.assign(processor, { getDispute: get });
  await world.news();
  expect(overtaken).toBe(true);
  expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', money: 'back' });
  expect(await receivable(bondId)).toBe('0');
  expect(await world.oracle()).toEqual([]);
});

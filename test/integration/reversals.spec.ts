// A refund that somebody made outside the program, before the bond is due to be returned (R35): booked
// as what it is, visa and refund stop, and two people settle it. Rows, books, calls and mail each time.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import {
  bondOf,
  clean,
  issueVisa,
  issueVisaUnasked,
  mailsOf,
  propose,
  refundElsewhere,
  reversalOf,
  settled,
  startWorld,
  statesOf,
  world,
} from './reversals-world.ts';

beforeAll(startWorld, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

describe('before the visa', () => {
  test('a whole refund: booked, no visa, and the bond is to be posted again', async () => {
    const posted = await world.aHeldBond();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId);
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '0', borne: '0' });
    expect(await reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    expect(await world.rows(`select id from processor_event where state = 'parked'`)).toEqual([]);
    expect(await issueVisa(posted)).toEqual({ ok: false, code: 'money_left_elsewhere' });
    await expect(issueVisaUnasked(posted)).rejects.toThrow('row-level security');
    await clean();

    // A bond of nothing cannot be accepted before a visa.
    const { id } = await reversalOf(bondId);
    expect(await propose(id, 'accepted')).toMatchObject({ code: 'outcome_not_possible' });
    await settled(bondId, 'post_again');
    expect(await bondOf(bondId)).toMatchObject({ state: 'required', case_state: 'bond_required' });
    expect(await mailsOf(reference)).toEqual(['bond_required', 'bond_required']);
    await clean();
    // Asked again on the day on which it was signed, its terms are the same: the signature stands.
    await world.pay(await world.startPaying(posted));
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });
    await clean();
    mustBeOk(await issueVisa(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openDisbursement(bondId));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  }, 60_000);

  test('a part: two people accept what is left, and that much goes back in the end', async () => {
    const posted = await world.aHeldBond();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId, 400_000);
    await world.news();
    expect(await bondOf(bondId)).toMatchObject({ state: 'held', held: '600000' });
    await settled(bondId, 'accepted');
    await clean();
    mustBeOk(await issueVisa(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openDisbursement(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([600_000, 400_000]);
    expect(await bondOf(bondId)).toMatchObject({
      state: 'closed',
      case_state: 'closed',
      held: '0',
    });
    expect(await mailsOf(reference)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
  });
});

describe('with the visa', () => {
  test('a departure while it is open ends the case; what is left is returned once it is settled', async () => {
    const posted = await world.aVisa();
    const { bondId, reference } = posted;
    await refundElsewhere(bondId, 250_000);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'cancelled', case_state: 'closed' });
    expect(await statesOf(bondId)).toEqual([]);
    await clean();
    await settled(bondId, 'accepted');
    expect(await statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openDisbursement(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([750_000, 250_000]);
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await mailsOf(reference)).not.toContain('refund_failed');
  });

  test('a whole refund that is accepted leaves no bond, and the departure still ends the case', async () => {
    const posted = await world.aVisa();
    const { bondId } = posted;
    await refundElsewhere(bondId);
    await world.news();
    await settled(bondId, 'accepted');
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    const calls = (await world.refundCalls()).length;
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', case_state: 'closed' });
    expect(await world.refundCalls()).toHaveLength(calls);
  });

  test('one that fails gives everything back, and what it stopped goes on by itself', async () => {
    const posted = await world.aVisa();
    const { bondId } = posted;
    const object = await refundElsewhere(bondId);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await bondOf(bondId)).toMatchObject({ state: 'cancelled', held: '0' });
    await world.control(`refunds/${object}/fail`, { reason: 'declined' });
    await world.news();
    expect(await reversalOf(bondId)).toMatchObject({ state: 'undone', money: 'back' });
    expect(await statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openDisbursement(bondId));
    expect(await bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  });
});

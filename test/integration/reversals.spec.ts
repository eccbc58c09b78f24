// A refund that somebody made outside the program, before the bond is due to be returned (R35): booked
// as what it is, visa and refund stop, and two people settle it. Rows, books, calls and mail each time.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { World } from '../support/world/world.ts';

/** Of money that left and came back. */
const MAILS = '^(refund|bond_required)';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

describe('before the visa', () => {
  test('a whole refund: booked, no visa, and the bond is to be posted again', async () => {
    const posted = await world.aBond().held();
    const { bondId, reference } = posted;
    await world.refundElsewhere(bondId);
    await world.news();
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '0', borne: '0' });
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'open', money: 'left' });
    expect(await world.rows(`select id from processor_event where state = 'parked'`)).toEqual([]);
    expect(await world.issueVisaAsking(posted)).toEqual({
      ok: false,
      code: 'money_left_elsewhere',
    });
    await expect(world.issueVisa(posted)).rejects.toThrow('row-level security');
    expect(await world.oracle()).toEqual([]);

    // A bond of nothing cannot be accepted before a visa.
    const { id } = await world.reversalOf(bondId);
    expect(await world.propose(id, 'accepted')).toMatchObject({ code: 'outcome_not_possible' });
    await world.settled(bondId, 'post_again');
    expect(await world.bondOf(bondId)).toMatchObject({
      state: 'required',
      case_state: 'bond_required',
    });
    expect(await world.mailsOf(reference, MAILS)).toEqual(['bond_required', 'bond_required']);
    expect(await world.oracle()).toEqual([]);
    // Asked again on the day on which it was signed, its terms are the same: the signature stands.
    await world.pay(mustBeOk(await world.startPosting(posted)).url);
    await world.news();
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '1000000' });
    expect(await world.oracle()).toEqual([]);
    mustBeOk(await world.issueVisaAsking(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openDisbursement(bondId));
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  }, 60_000);

  test('a part: two people accept what is left, and that much goes back in the end', async () => {
    const posted = await world.aBond().held();
    const { bondId, reference } = posted;
    await world.refundElsewhere(bondId, 400_000);
    await world.news();
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'held', held: '600000' });
    await world.settled(bondId, 'accepted');
    expect(await world.oracle()).toEqual([]);
    mustBeOk(await world.issueVisaAsking(posted));
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    await world.send(await world.openDisbursement(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([600_000, 400_000]);
    expect(await world.bondOf(bondId)).toMatchObject({
      state: 'closed',
      case_state: 'closed',
      held: '0',
    });
    expect(await world.mailsOf(reference, MAILS)).toEqual([
      ...['bond_required', 'refund_started', 'refund_succeeded'],
    ]);
  });
});

describe('with the visa', () => {
  test('a departure while it is open ends the case; what is left is returned once it is settled', async () => {
    const posted = await world.aBond().withVisa();
    const { bondId, reference } = posted;
    await world.refundElsewhere(bondId, 250_000);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'cancelled', case_state: 'closed' });
    expect(await world.statesOf(bondId)).toEqual([]);
    expect(await world.oracle()).toEqual([]);
    await world.settled(bondId, 'accepted');
    expect(await world.statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openDisbursement(bondId));
    expect((await world.refundsOf(bondId)).map((r) => r.amount)).toEqual([750_000, 250_000]);
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    expect(await world.mailsOf(reference, MAILS)).not.toContain('refund_failed');
  });

  test('a whole refund that is accepted leaves no bond, and the departure still ends the case', async () => {
    const posted = await world.aBond().withVisa();
    const { bondId } = posted;
    await world.refundElsewhere(bondId);
    await world.news();
    await world.settled(bondId, 'accepted');
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0' });
    const calls = (await world.refundCalls()).length;
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', case_state: 'closed' });
    expect(await world.refundCalls()).toHaveLength(calls);
  });

  test('one that fails gives everything back, and what it stopped goes on by itself', async () => {
    const posted = await world.aBond().withVisa();
    const { bondId } = posted;
    const object = await world.refundElsewhere(bondId);
    await world.news();
    await world.crossed(world.record('admitted', posted), world.record('departed', posted));
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'cancelled', held: '0' });
    await world.control(`refunds/${object}/fail`, { reason: 'declined' });
    await world.news();
    expect(await world.reversalOf(bondId)).toMatchObject({ state: 'undone', money: 'back' });
    expect(await world.statesOf(bondId)).toEqual(['approved']);
    await world.send(await world.openDisbursement(bondId));
    expect(await world.bondOf(bondId)).toMatchObject({ state: 'closed', held: '0', borne: '0' });
  });
});

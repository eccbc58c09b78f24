// Money in suspense: counted towards a bond, returned by the way it came, or kept, by people.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BondDeskQueries, Bonds, Lapses } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { RefundQueries, SUSPENSE_TO_DECIDE, SuspenseOutcomes, SuspenseSettling } from '#refund';
import { setRules } from '../support/programme-rules.ts';
import { SuspenseStory } from '../support/world/suspense.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: SuspenseStory;
beforeAll(async () => {
  world = await World.start();
  story = await SuspenseStory.of(world);
}, 120_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const GONE = { held: '0', reserved: '0' };
const isToDecide = async (id: string) =>
  (
    await world.byRule((tx) =>
      world.worker.get(BondDeskQueries).suspense(tx, {}, SUSPENSE_TO_DECIDE),
    )
  ).rows.some((row) => row.receivedPaymentId === id);
const refundsAt = async (pi: string) =>
  (
    await world.stripe<{ data: { status: string; amount: number }[] }>(
      `refunds?payment_intent=${pi}`,
    )
  ).data.map(({ status, amount }) => ({ status, amount }));

describe('returned', () => {
  test('by two people, by the payment by which it came, and nothing is left here', async () => {
    const { id, pi } = await story.stray(70_000);
    expect(await isToDecide(id)).toBe(true);
    const proposal = mustBeOk(await story.giveBack(id));
    expect(await story.held(id)).toEqual({ held: '70000', reserved: '0' });
    expect(await story.approve(proposal.id, story.ama)).toMatchObject({ code: 'same_person' });
    mustBeOk(await story.approve(proposal.id));
    await story.settle(proposal.id);
    await story.settle(proposal.id); // may be repeated
    expect(await story.held(id)).toEqual({ held: '70000', reserved: '70000' });
    expect(await isToDecide(id)).toBe(false);
    await world.send((await story.disbursement(id)).id);
    expect(await refundsAt(pi)).toEqual([{ status: 'succeeded', amount: 70_000 }]);
    expect(await story.held(id)).toEqual(GONE);
    expect(await story.stateOf(proposal.id)).toBe('done');
    expect(await world.oracle()).toEqual([]);
  });

  test('short money: its payer is told, and reads that it is on its way', async () => {
    const bond = await world.aBond().opened();
    const { id, pi } = await story.cameFor(bond, 999_999);
    await story.decided(story.giveBack(id));
    expect(await world.mailsOf(bond.reference, '^payment')).toEqual([
      ...['payment_short', 'payment_returned'],
    ]);
    const { ctx } = bond.applicant;
    const { portal } = world;
    const shown = await world.as(portal, ctx, (tx) =>
      portal.get(SuspenseOutcomes).ofBond(tx, bond.bondId),
    );
    expect(shown).toMatchObject([{ why: 'not_in_full', outcome: 'going_back' }]);
    await world.send((await story.disbursement(id)).id);
    expect(await refundsAt(pi)).toEqual([{ status: 'succeeded', amount: 999_999 }]);
    const [surplus] = await world.as(portal, ctx, (tx) =>
      portal.get(RefundQueries).surpluses(tx, bond.caseId),
    );
    expect(surplus).toMatchObject({ next: 'nothing' });
    expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  });

  test('one that fails late is back in suspense, promised to the next, and waits for the treasury', async () => {
    const { id, pi } = await story.stray(50_000);
    await story.decided(story.giveBack(id));
    await world.send((await story.disbursement(id)).id);
    const { data } = await world.stripe<{ data: { id: string }[] }>(`refunds?payment_intent=${pi}`);
    await world.control(`refunds/${data[0]!.id}/fail`, { reason: 'lost_or_stolen_card' });
    await world.news();
    const next = await story.disbursement(id);
    expect(next.state).toBe('due');
    expect(await story.held(id)).toEqual({ held: '50000', reserved: '50000' });
    expect(await story.giveBack(id)).toMatchObject({ code: 'nothing_free' });
    mustBeOk(await world.approveDisbursement(next.id, story.boubacar));
    await world.send(next.id);
    expect(await story.held(id)).toEqual(GONE);
  });
});

describe('counted towards a bond', () => {
  test('stray money by two people: the bond is held, and goes back by that payment', async () => {
    const bond = await world.aBond().signed();
    const { id, pi } = await story.stray(1_200_000);
    const proposed = mustBeOk(await story.match(id, bond.reference));
    expect(proposed).toMatchObject({ state: 'proposed', amountMinor: 1_000_000n });
    mustBeOk(await story.approve(proposed.id));
    await story.settle(proposed.id);
    expect(await world.bondOf(bond.bondId)).toMatchObject({ state: 'held', held: '1000000' });
    expect(await world.stateOf('visa_case', bond.caseId)).toBe('bond_posted');
    expect(await world.mailsOf(bond.reference, '^payment')).toEqual(['payment_received']);
    expect(await story.held(id)).toEqual({ held: '200000', reserved: '0' });
    expect(await world.oracle()).toEqual([]);
    await world.issueVisa(bond);
    await world.crossed(world.record('admitted', bond), world.record('departed', bond));
    await world.send(await world.openDisbursement(bond.bondId));
    expect(await refundsAt(pi)).toEqual([{ status: 'succeeded', amount: 1_000_000 }]);
    expect(await world.stateOf('bond', bond.bondId)).toBe('closed');
    await story.decided(story.giveBack(id));
    expect(await world.oracle()).toEqual([]);
  });

  test('late money by one person where the programme says so, once its case is reopened', async () => {
    const bond = await world.aBond().opened();
    await world.pass({ days: 2 });
    await world.news();
    await world.rows(
      `update bond set post_by = directed_at + interval '1 day' where id = $1`,
      bond.bondId,
    );
    expect(await world.worker.get(Lapses).sweep()).toBe(1);
    const { id } = await story.cameFor(bond);
    expect(await story.match(id, bond.reference)).toMatchObject({ code: 'bond_lapsed' });
    mustBeOk(
      await world.onCase(bond.officer, bond.caseId, (tx, row) =>
        world.officer.get(Bonds).reopen(tx, row),
      ),
    );
    expect(await story.match(id, bond.reference)).toMatchObject({ code: 'not_signed' });
    mustBeOk(await world.sign(bond));
    // Above the programme's amount two people are asked.
    const asked = mustBeOk(await story.match(id, bond.reference));
    expect(asked.state).toBe('proposed');
    mustBeOk(await story.decline(asked.id, 'whatever', story.ama));
    await setRules(world.db, { suspenseSecondPersonAboveMinor: '1000000' });
    const alone = mustBeOk(await story.match(id, bond.reference));
    expect(alone.state).toBe('approved');
    await story.settle(alone.id);
    expect(await world.stateOf('bond', bond.bondId)).toBe('held');
    // Money that came by no payment of that bond needs two, however little it is.
    const other = await world.aBond().signed();
    const stray = await story.stray();
    expect(mustBeOk(await story.match(stray.id, other.reference)).state).toBe('proposed');
    await setRules(world.db, { suspenseSecondPersonAboveMinor: '500000' });
    await expect(world.oracle()).resolves.toEqual([
      expect.stringContaining('suspense: two people stand behind what moves'),
    ]);
    await setRules(world.db, { suspenseSecondPersonAboveMinor: '1000000' });
  });
});

test('kept until a day: nothing moves, and it is off the list until then', async () => {
  const { id } = await story.stray(1_000);
  expect(await story.keep(id, 0)).toMatchObject({ code: 'not_later' });
  expect(await story.keep(id, 400)).toMatchObject({ code: 'too_long' });
  mustBeOk(await story.keep(id, 20));
  expect(await isToDecide(id)).toBe(false);
  expect(await story.held(id)).toEqual({ held: '1000', reserved: '0' });
  await world.daysLater(21);
  expect(await isToDecide(id)).toBe(true);
  await world.daysLater(-21);
  expect(await world.worker.get(SuspenseSettling).sweep()).toBe(0);
});

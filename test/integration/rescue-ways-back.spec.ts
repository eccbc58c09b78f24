// A refund by bank that does not go on: declined, taken back, overtaken, stopped.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { CaseFreezes } from '#refund';
import { IBAN, RescueStory } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
}, 120_000);
afterEach(async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  expect(await world.oracle()).toEqual([]);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const MAILS = '^(refund|account)';

describe('ways back before the bank has it', () => {
  test('declined or taken back, the account stays; another account ends the proposal', async () => {
    const bond = await story.proposed();
    expect(await story.decline(bond.refundId, 'whatever')).toMatchObject({
      code: 'unknown_reason',
    });
    mustBeOk(await story.decline(bond.refundId, 'check_holder'));
    expect(await story.stateOf(bond.refundId)).toBe('given');
    const other = await story.proposed();
    mustBeOk(await story.decline(other.refundId, '', story.ama));
    const third = await story.proposed();
    mustBeOk(await story.give(third, IBAN));
    expect(await story.stateOf(third.refundId)).toBe('given');
    expect(await story.approve(third.refundId)).toMatchObject({ code: 'wrong_state' });
    mustBeOk(await story.takeBack(third));
    expect(await story.may(third.refundId)).toMatchObject({ code: 'no_account' });
  });

  test('the treasury asks for another account, and the payer reads why', async () => {
    const bond = await story.given();
    expect(await story.askAgain(bond.refundId, 'x')).toMatchObject({ code: 'unknown_reason' });
    mustBeOk(await story.askAgain(bond.refundId, 'another_holder'));
    expect(await story.seen(bond)).toMatchObject({
      ...{ state: 'asked', askedBecause: 'another_holder' },
    });
    expect((await world.mailsOf(bond.reference, MAILS)).at(-1)).toBe('account_asked');
  });

  test('the card succeeds after all: what was to go by bank does not, and nothing is paid twice', async () => {
    const bond = await story.decided();
    const [first] = await world.disbursementsOf(bond.bondId);
    const refund = (await world.refundsOf(bond.bondId))[0]!;
    await world.told(first!.id, refund.id, 'succeeded');
    expect(await world.statesOf(bond.bondId)).toEqual(['succeeded', 'canceled', 'canceled']);
    await story.sweep();
    await story.sweep();
    expect(await story.stateOf(bond.refundId)).toBe('not_needed');
    expect(await story.makeFile()).toMatchObject({ code: 'nothing_waits' });
  });

  test('money of the bond that left by another way stops it, before it is approved and in the file', async () => {
    const bond = await story.proposed();
    await world.daysLater(2);
    await world.dispute(bond.bondId, { amount: 300_000 });
    await world.news();
    expect(await story.approve(bond.refundId)).toMatchObject({ code: 'money_left_elsewhere' });
  });

  test('a frozen case: nothing is approved, and what was approved stays out of the file', async () => {
    const [asked, decided] = [await story.proposed(), await story.decided()];
    await world.daysLater(2);
    for (const { caseId, officer } of [asked, decided]) {
      mustBeOk(
        await world.onCase(officer, caseId, (tx, row) =>
          world.officer.get(CaseFreezes).place(tx, row, 'fraud_suspected'),
        ),
      );
    }
    expect(await story.approve(asked.refundId)).toMatchObject({ code: 'case_frozen' });
    expect(await story.makeFile()).toMatchObject({ code: 'nothing_waits' });
  });
});

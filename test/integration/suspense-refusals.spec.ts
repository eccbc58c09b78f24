// What may not be done with money in suspense, by whom, and what news does to what was proposed.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Settling, SuspenseSettling } from '#refund';
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

const sweep = () => world.worker.get(SuspenseSettling).sweep();

describe('bad input: a reason, and nothing is changed', () => {
  test.each([
    ['too little', 999_999, 'usd', 'not_enough'],
    ['another currency', 1_000_000, 'eur', 'other_currency'],
  ])('%s for the bond', async (_, amount, currency, code) => {
    const bond = await world.aBond().signed();
    const { id } = await story.stray(amount, currency);
    expect(await story.match(id, bond.reference)).toMatchObject({ ok: false, code });
    expect(await world.stateOf('bond', bond.bondId)).toBe('required');
    const taken = 'select 1 from suspense_holder where received_payment_id = $1';
    expect(await world.rows(taken, id)).toEqual([]);
  });

  test('a bond that has its money, one that nobody signed for, and none at all', async () => {
    const { id } = await story.stray();
    const held = await world.aBond().held();
    expect(await story.match(id, held.reference)).toMatchObject({ code: 'bond_not_waiting' });
    const unsigned = await world.aBond().directed();
    expect(await story.match(id, unsigned.reference)).toMatchObject({ code: 'not_signed' });
    expect(await story.match(id, 'VB-0000-0000')).toMatchObject({ code: 'no_such_bond' });
    expect(await story.match(id, 'nonsense')).toMatchObject({ code: 'no_such_bond' });
    const nothing = '0190a0a0-0000-7000-8000-000000000000';
    expect(await story.giveBack(nothing)).toMatchObject({ code: 'no_such_payment' });
  });

  test('twice pressed, by the same person and by another', async () => {
    const { id } = await story.stray(40_000);
    const first = mustBeOk(await story.giveBack(id));
    expect(await story.giveBack(id)).toMatchObject({ code: 'already_open' });
    expect(await story.keep(id, 5)).toMatchObject({ code: 'already_open' });
    expect(await story.giveBack(id, story.boubacar)).toMatchObject({ code: 'taken_by_another' });
    mustBeOk(await story.release(id, story.boubacar));
    expect(await story.giveBack(id, story.boubacar)).toMatchObject({ code: 'already_open' });
    mustBeOk(await story.approve(first.id));
    expect(await story.approve(first.id)).toMatchObject({ code: 'wrong_state' });
    expect(await story.decline(first.id, 'not_yet')).toMatchObject({ code: 'wrong_state' });
    await Promise.all([story.settle(first.id), story.settle(first.id)]);
    const refunds = await world.rows('select id from refund where owner_id = $1', id);
    expect(refunds).toHaveLength(1);
  });

  test('two at once: one proposal, and the other is told', async () => {
    const { id } = await story.stray(30_000);
    const both = await Promise.all([story.giveBack(id), story.giveBack(id, story.boubacar)]);
    expect(both.filter((r) => r.ok)).toHaveLength(1);
    expect(both.find((r) => !r.ok)).toMatchObject({ code: 'taken_by_another' });
  });

  test('declined with a reason by another, taken back by oneself; then it is to decide again', async () => {
    const { id } = await story.stray(20_000);
    const first = mustBeOk(await story.giveBack(id));
    expect(await story.decline(first.id, 'because')).toMatchObject({ code: 'unknown_reason' });
    mustBeOk(await story.decline(first.id, 'sender_not_clear'));
    const second = mustBeOk(await story.giveBack(id));
    expect(mustBeOk(await story.decline(second.id, '', story.ama))).toMatchObject({
      ...{ state: 'declined', declineReason: 'taken_back' },
    });
    mustBeOk(await story.giveBack(id));
  });
});

describe('decided meanwhile by news', () => {
  test('returned elsewhere while a proposal waits: it is not approved, and is overtaken', async () => {
    const { id, pi } = await story.stray(60_000);
    const proposal = mustBeOk(await story.giveBack(id));
    await world.stripe('refunds', 'POST', { payment_intent: pi });
    await world.news();
    expect(await story.approve(proposal.id)).toMatchObject({ code: 'money_left_elsewhere' });
    await sweep();
    expect(await story.stateOf(proposal.id)).toBe('proposed');
    const reversal = await world.one<{ id: string }>(
      'select id from reversal where received_payment_id = $1',
      id,
    );
    mustBeOk(await world.propose(reversal.id, 'accepted'));
    mustBeOk(await world.approve(reversal.id));
    await world.worker.get(Settling).settle(reversal.id);
    await sweep();
    expect(await story.stateOf(proposal.id)).toBe('overtaken');
    expect(await world.oracle()).toEqual([]);
  });

  test('the payer pays while a match is approved: the money stays, and somebody decides again', async () => {
    const bond = await world.aBond().opened();
    const { id } = await story.stray();
    const proposal = mustBeOk(await story.match(id, bond.reference));
    mustBeOk(await story.approve(proposal.id));
    await world.pay(bond.url);
    await world.news();
    await story.settle(proposal.id);
    expect(await story.stateOf(proposal.id)).toBe('overtaken');
    expect(await story.held(id)).toEqual({ held: '1000000', reserved: '0' });
    mustBeOk(await story.giveBack(id));
  });

  test('a job that was lost is found by the sweep', async () => {
    const { id } = await story.stray(10_000);
    const proposal = mustBeOk(await story.giveBack(id));
    mustBeOk(await story.approve(proposal.id));
    await world.rows(`delete from pgboss.job where data->>'proposalId' = $1`, proposal.id);
    expect(await sweep()).toBeGreaterThan(0);
    expect(await story.stateOf(proposal.id)).toBe('done');
  });
});

describe('whatever the code of a process does', () => {
  const tries = (sql: string, by = story.ama) =>
    world.asOfficer(by, async (tx) => void (await tx.query(sql)));

  test('no officer approves alone, in another’s name, or with another amount', async () => {
    const { id } = await story.stray(90_000);
    const { id: proposal } = mustBeOk(await story.giveBack(id));
    const set = (what: string, by = story.ama) =>
      tries(`update suspense_proposal set ${what} where id = '${proposal}'`, by);
    await expect(set(`state = 'approved'`)).rejects.toThrow('another person decides');
    const own = `state = 'approved', decided_by = '${story.ama.accountId}'`;
    await expect(set(own)).rejects.toThrow(/two_people|no decision of these two/);
    await expect(
      set(`state = 'approved', decided_by = '${story.boubacar.accountId}'`),
    ).rejects.toThrow('another person decides');
    // The second person may not, either, while the ledger knows of no decision.
    await expect(
      set(`state = 'approved', decided_by = '${story.boubacar.accountId}'`, story.boubacar),
    ).rejects.toThrow('no decision of these two');
    await expect(set(`state = 'done'`)).rejects.toThrow('another person decides');
    await expect(set('amount_minor = 1')).rejects.toThrow('permission denied');
    await expect(set(`proposed_by = '${story.boubacar.accountId}'`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('a match alone is that of its own payment; and whoever is no treasurer decides nothing', async () => {
    const bond = await world.aBond().signed();
    const { id } = await story.stray();
    const { id: proposal } = mustBeOk(await story.match(id, bond.reference));
    await expect(
      tries(`update suspense_proposal set state = 'approved' where id = '${proposal}'`),
    ).rejects.toThrow('another person decides');
    const officer = await world.anOfficer();
    await world.rows('delete from account_role where account_id = $1', officer.accountId);
    await world.rows(
      `insert into account_role (account_id, role) values ($1, 'officer')`,
      officer.accountId,
    );
    await expect(story.approve(proposal, officer)).rejects.toThrow('needs treasury');
    await expect(story.giveBack(id, officer)).rejects.toThrow('needs treasury');
  });

  test('the worker decides nothing', async () => {
    const { id } = await story.stray(80_000);
    const { id: proposal } = mustBeOk(await story.giveBack(id));
    const by = (what: string) =>
      world.byRule(
        async (tx) =>
          void (await tx.query(`update suspense_proposal set ${what} where id = $1`, [proposal])),
      );
    await expect(by(`state = 'approved'`)).rejects.toThrow('a rule decides nothing here');
    await expect(by(`state = 'done'`)).rejects.toThrow('a rule decides nothing here');
    await expect(by(`decided_by = '${story.boubacar.accountId}'`)).rejects.toThrow(
      'permission denied',
    );
  });
});

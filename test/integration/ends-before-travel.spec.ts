// Cases that end before a journey, and what becomes of their money (R8, R15d).
import { Cases } from '#application';
import { Bonds, CaseRefusals, Directions, Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { EndedCases, Revocations, Visas } from '#refund';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Somebody } from '../support/signed-in.ts';
import { DEFAULT_TIER, type TestBond } from '../support/world/bonds.ts';
import type { TestCase } from '../support/world/cases.ts';
import { RETURNED } from '../support/world/refunds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let head: Somebody;
beforeAll(async () => {
  world = await World.start({ delayMs: 1_000 });
  head = await world.anOfficer();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const withdraw = ({ applicant, caseId }: TestCase) =>
  world.as(world.portal, applicant.ctx, async (tx) => {
    const row = await world.portal.get(Cases).lock(tx, caseId);
    return world.portal.get(Withdrawals).withdraw(tx, row);
  });
const refuse = ({ officer, caseId }: TestCase) =>
  world.onCase(officer, caseId, (tx, row) =>
    world.officer.get(CaseRefusals).refuse(tx, row, 'security'),
  );
const jobsOf = (caseId: string) =>
  world.rows(
    `select id from pgboss.job where name = 'bond.cancel' and data->>'caseId' = $1`,
    caseId,
  );
const cancelBond = (caseId: string) => world.worker.get(EndedCases).cancelBond(caseId);

/** The worker's job, and the refund to its end. */
async function returned(bond: TestBond): Promise<void> {
  expect(await jobsOf(bond.caseId)).toHaveLength(1);
  await cancelBond(bond.caseId);
  await cancelBond(bond.caseId); // a job may come twice
  await world.send(await world.openDisbursement(bond.bondId));
  await world.later();
  await world.news();
  expect(await world.bondOf(bond.bondId)).toMatchObject(RETURNED);
  expect(await world.statesOf(bond.bondId)).toEqual(['succeeded']);
  expect(await world.refundsOf(bond.bondId)).toMatchObject([{ amount: Number(DEFAULT_TIER) }]);
  const [{ rule } = { rule: '' }] = await world.rows<{ rule: string }>(
    'select rule from refund where bond_id = $1',
    bond.bondId,
  );
  expect(rule).toBe('R15d');
}

test('withdrawn after posting: the bond goes back by itself', async () => {
  const bond = await world.aBond().held();
  expect(await withdraw(bond)).toMatchObject({ ok: true });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('withdrawn');
  expect(await world.mailsOf(bond.reference, 'withdrawn')).toEqual(['case_withdrawn']);
  await returned(bond);
});

test('refused after posting: the bond goes back by itself', async () => {
  const bond = await world.aBond().held();
  expect(await refuse(bond)).toMatchObject({ ok: true });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('refused_after_posting');
  await returned(bond);
});

test('withdrawn before paying: nobody can pay, and what is paid all the same is set aside', async () => {
  const bond = await world.aBond().opened();
  expect(await withdraw(bond)).toMatchObject({ ok: true });
  expect(await world.stateOf('bond', bond.bondId)).toBe('withdrawn');
  expect(await jobsOf(bond.caseId)).toEqual([]);
  expect(await world.startPosting(bond)).toMatchObject({ ok: false });
  await world.pay(bond.url);
  await world.news();
  expect(await world.stateOf('bond', bond.bondId)).toBe('withdrawn');
  expect(await world.heldFor(bond.bondId)).toBeNull();
  const aside = await world.rows<{ held: string }>(
    `select a.held from ledger.account a join payment p on p.received_payment_id = a.owner_id
     where p.bond_id = $1 and a.kind = 'suspense'`,
    bond.bondId,
  );
  expect(aside).toEqual([{ held: `${DEFAULT_TIER}` }]);
});

test('a case can be withdrawn before a bond was asked, and after it lapsed', async () => {
  for (const made of [await world.aCase().submitted(), await world.aCase().underReview()]) {
    expect(await withdraw(made)).toMatchObject({ ok: true });
    expect(await jobsOf(made.caseId)).toEqual([]);
    expect(await withdraw(made)).toMatchObject({ ok: false, code: 'wrong_state' });
  }
});

test('with a visa in the passport the applicant does not withdraw alone', async () => {
  const bond = await world.aBond().withVisa();
  expect(await withdraw(bond)).toEqual({ ok: false, code: 'visa_to_give_back' });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('visa_issued');
});

test('one withdraws while the other issues the visa: one of them is refused', async () => {
  const bond = await world.aBond().held();
  const issue = world.onCase(bond.officer, bond.caseId, (tx, row) =>
    world.officer.get(Visas).issue(tx, row),
  );
  const [withdrawn, issued] = await Promise.all([withdraw(bond), issue]);
  expect([withdrawn.ok, issued.ok].filter(Boolean)).toHaveLength(1);
  const state = await world.stateOf('visa_case', bond.caseId);
  expect(state).toBe(withdrawn.ok ? 'withdrawn' : 'visa_issued');
  if (withdrawn.ok) await cancelBond(bond.caseId);
});

test('a bond whose job was lost is found by looking', async () => {
  const bond = await world.aBond().held();
  await withdraw(bond);
  expect(await world.worker.get(EndedCases).sweep()).toBe(0);
  await world.pass({ minutes: 11 });
  await world.rows(`delete from pgboss.job where data->>'caseId' = $1`, bond.caseId);
  expect(await world.worker.get(EndedCases).sweep()).toBe(1);
  expect(await jobsOf(bond.caseId)).toHaveLength(1);
  await cancelBond(bond.caseId);
  expect(await world.stateOf('bond', bond.bondId)).toBe('cancelled');
  expect(await world.worker.get(EndedCases).sweep()).toBe(0);
});

test('two people cancel a visa that nobody used, and its bond goes back', async () => {
  const bond = await world.aBond().withVisa();
  const revocations = world.officer.get(Revocations);
  const propose = (reason: string) =>
    world.onCase(bond.officer, bond.caseId, (tx, row) => revocations.propose(tx, row, reason));
  expect(await propose('whim')).toEqual({ ok: false, code: 'unknown_reason' });
  const { id } = mustBeOk(await propose('given_back'));
  expect(await propose('security')).toEqual({ ok: false, code: 'already_proposed' });
  const approve = (who: Somebody) =>
    world.asOfficer(who, (tx) => world.officer.get(Revocations).approve(tx, id));
  expect(await approve(bond.officer)).toEqual({ ok: false, code: 'same_person' });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('visa_issued');
  expect(await approve(head)).toMatchObject({ ok: true });
  expect(await approve(head)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('closed');
  expect(await world.mailsOf(bond.reference, 'revoked')).toEqual(['visa_revoked']);
  await returned(bond);
});

test('a visa that was used meanwhile is not cancelled, and a proposal can be taken back', async () => {
  const bond = await world.aBond().withVisa();
  const revocations = world.officer.get(Revocations);
  const { id } = mustBeOk(
    await world.onCase(bond.officer, bond.caseId, (tx, row) =>
      revocations.propose(tx, row, 'given_back'),
    ),
  );
  await world.rows(`update visa_case set state = 'travelling' where id = $1`, bond.caseId);
  expect(await world.asOfficer(head, (tx) => revocations.approve(tx, id))).toMatchObject({
    code: 'wrong_state',
  });
  await world.rows(`update visa_case set state = 'visa_issued' where id = $1`, bond.caseId);
  expect(await world.asOfficer(bond.officer, (tx) => revocations.decline(tx, id))).toMatchObject({
    ok: true,
  });
  expect(await jobsOf(bond.caseId)).toEqual([]);
});

test('two people waive a bond: the visa is issued without one, or refused', async () => {
  for (const end of ['visa', 'refusal'] as const) {
    const made = await world.aCase().underReview();
    const directions = world.officer.get(Directions);
    const waive = (reasonCode?: string) =>
      world.onCase(made.officer, made.caseId, (tx, row) =>
        directions.direct(tx, row, { amountMinor: 0n, ...(reasonCode && { reasonCode }) }),
      );
    expect(await waive()).toMatchObject({ code: 'reason_needed' });
    const proposed = mustBeOk(await waive('minor'));
    if (!('directionId' in proposed)) throw new Error('nobody else had to agree');
    const { directionId } = proposed;
    expect(
      await world.asOfficer(made.officer, (tx) => directions.approve(tx, directionId)),
    ).toMatchObject({ code: 'same_person' });
    expect(await world.asOfficer(head, (tx) => directions.approve(tx, directionId))).toEqual({
      ok: true,
      value: { bondId: null },
    });
    expect(await world.stateOf('visa_case', made.caseId)).toBe('approved_without_bond');
    if (end === 'visa') {
      const issue = world.onCase(made.officer, made.caseId, (tx, row) =>
        world.officer.get(Visas).issue(tx, row),
      );
      expect(await issue).toMatchObject({ ok: true });
    } else {
      expect(await refuse(made)).toMatchObject({ ok: true });
      expect(await world.stateOf('visa_case', made.caseId)).toBe('refused');
    }
    expect(await world.rows('select id from bond where case_id = $1', made.caseId)).toEqual([]);
  }
});

test('who does not hold the case gives no more time', async () => {
  const bond = await world.aBond().directed();
  const reopen = (who: Somebody) =>
    world.onCase(who, bond.caseId, (tx, row) => world.officer.get(Bonds).reopen(tx, row));
  expect(await reopen(head)).toEqual({ ok: false, code: 'not_held_by_you' });
  expect(await reopen(bond.officer)).toMatchObject({ code: 'wrong_state' });
});

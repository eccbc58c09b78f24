import { Bonds, Lapses } from '#bond-escrow';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestCase } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});

afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const sweep = () => world.worker.get(Lapses).sweep();
const reopen = ({ officer, caseId }: TestCase) =>
  world.onCase(officer, caseId, (tx, row) => world.officer.get(Bonds).reopen(tx, row));

test('a bond lapses after its last day, tells so, and can come back (R9)', async () => {
  const bond = await world.aBond().signed();
  await sweep();
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  await world.pass({ days: 32 });
  expect(await world.startPosting(bond)).toMatchObject({ ok: false, code: 'too_late' });
  expect(await sweep()).toBeGreaterThanOrEqual(1);
  expect(await world.stateOf('bond', bond.bondId)).toBe('lapsed');
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('bond_lapsed');
  expect(
    await world.rows(
      `select template from mail where contact_point_id = $1 and template = 'bond_lapsed'`,
      bond.applicant.contactPointId,
    ),
  ).toHaveLength(1);
  expect(await sweep()).toBe(0);

  const reopened = await reopen(bond);
  expect(reopened).toMatchObject({ ok: true, value: { state: 'required' } });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('bond_required');
  // The text that was signed names the old deadline.
  expect(await world.startPosting(bond)).toEqual({ ok: false, code: 'not_signed' });
  expect(await world.sign(bond)).toMatchObject({ ok: true });
  expect(await world.startPosting(bond)).toEqual({ ok: true, value: expect.anything() });
});

test('one bond that cannot lapse does not hold up the others', async () => {
  const [first, second] = [await world.aBond().signed(), await world.aBond().signed()];
  const setCase = (state: string) =>
    world.rows('update visa_case set state = $1 where id = $2', state, first.caseId);
  await setCase('withdrawn');
  await world.rows(
    `update bond set post_by = post_by - interval '1 minute' where id = $1`,
    first.bondId,
  );
  await world.pass({ days: 32 });
  await expect(sweep()).rejects.toThrow('visa_case');
  expect(await world.stateOf('bond', first.bondId)).toBe('required');
  expect(await world.stateOf('bond', second.bondId)).toBe('lapsed');
  await setCase('bond_required');
  expect(await sweep()).toBe(1);
});

test('a session begun in time outlives the deadline: paid, it posts; over, it lapses', async () => {
  const [pays, leaves] = [await world.aBond().signed(), await world.aBond().signed()];
  const [left] = await world.rows<{ minutes: number }>(
    `select floor(extract(epoch from post_by - app.legal_now()) / 60)::int as minutes
     from bond where id = $1`,
    pays.bondId,
  );
  await world.pass({ minutes: left!.minutes - 5 });
  const [one, two] = [await world.startPosting(pays), await world.startPosting(leaves)];
  expect([one.ok, two.ok]).toEqual([true, true]);
  await world.pass({ minutes: 20 });
  await sweep();
  expect(await world.stateOf('bond', pays.bondId)).toBe('payment_started');
  await world.pay(one.ok ? one.value.url : '');
  await world.pass({ minutes: 20 });
  await world.news();
  await sweep();
  expect(await world.stateOf('bond', pays.bondId)).toBe('held');
  expect(await world.stateOf('bond', leaves.bondId)).toBe('lapsed');
});

test('a case without a bond cannot be reopened, nor one whose bond has not lapsed', async () => {
  const [without, asked] = [await world.aCase().underReview(), await world.aBond().directed()];
  expect(await reopen(without)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await reopen(asked)).toMatchObject({ ok: false, code: 'wrong_state' });
});

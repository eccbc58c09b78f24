// A direction is put right by another, until somebody has signed: replies, rows, mail, and what the
// database itself refuses.
import { Cases } from '#application';
import { Corrections, Directions } from '#bond-escrow';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { aToken, somebody } from '../support/signed-in.ts';
import { DEFAULT_TIER, LOWER_TIER, type TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const LOWER = { amountMinor: LOWER_TIER, reasonCode: 'ability_to_pay' };
const correct = (b: TestBond, wish: object = LOWER, ctx = b.officer.ctx) =>
  world.as(world.officer, ctx, async (tx) => {
    const row = await world.officer.get(Cases).lock(tx, b.caseId);
    const usual = { amountMinor: LOWER_TIER, correctionReason: 'entry_error' };
    return world.officer.get(Corrections).correct(tx, row, { ...usual, ...wish });
  });
const head = async () => (await somebody(world.db, 'staff')).ctx;
const approve = async (id: string, ctx?: Awaited<ReturnType<typeof head>>) => {
  const who = ctx ?? (await head());
  return world.as(world.officer, who, (tx) => world.officer.get(Directions).approve(tx, id));
};
const idOf = (answer: unknown) => (answer as { value: { directionId: string } }).value.directionId;
const askedOf = (b: TestBond) =>
  world.rows<{ amount_minor: string; reason_code: string; direction_id: string; state: string }>(
    'select amount_minor, reason_code, direction_id, state from bond where id = $1',
    b.bondId,
  );
const directionsOf = (b: TestBond) =>
  world.rows(
    `select amount_minor, state, supersedes is not null as corrects, correction_reason
     from bond_direction where case_id = $1 order by id`,
    b.caseId,
  );
const FIRST = { amount_minor: '1000000', state: 'approved', corrects: false };

test('below the default a correction waits for a second person; then the bond asks it', async () => {
  const bond = await world.aBond().directed();
  const answer = await correct(bond);
  expect(answer).toMatchObject({ ok: true, value: { awaitingApproval: true } });
  expect(await askedOf(bond)).toMatchObject([{ amount_minor: '1000000', state: 'required' }]);
  expect(await correct(bond)).toEqual({ ok: false, code: 'already_proposed' });
  expect(await approve(idOf(answer), bond.officer.ctx)).toMatchObject({ code: 'same_person' });
  expect(await approve(idOf(answer))).toEqual({ ok: true, value: { bondId: bond.bondId } });

  const id = idOf(answer);
  expect(await askedOf(bond)).toEqual([
    { ...{ amount_minor: '500000', reason_code: 'ability_to_pay' }, direction_id: id, state: 'required' }, // prettier-ignore
  ]);
  expect(await directionsOf(bond)).toEqual([
    { ...FIRST, correction_reason: null },
    { ...FIRST, amount_minor: '500000', corrects: true, correction_reason: 'entry_error' },
  ]);
  const history = await world.rows(
    'select event, from_state, to_state, reason_code from bond_history where owner_id = $1',
    bond.bondId,
  );
  expect(history).toEqual([
    { event: 'corrected', from_state: 'required', to_state: 'required', reason_code: 'entry_error' }, // prettier-ignore
  ]);
  const mails = await world.rows<{ template: string }>(
    `select template from mail where contact_point_id = $1 and template like 'bond%' order by id`,
    bond.applicant.contactPointId,
  );
  expect(mails.map((m) => m.template)).toEqual(['bond_required', 'bond_corrected']);
});

test('the default is asked at once, is signed and paid as any other, and can be corrected again', async () => {
  const bond = await world.aBond().directed();
  await approve(idOf(await correct(bond)));
  expect(await correct(bond, { amountMinor: DEFAULT_TIER, reasonCode: undefined })).toEqual({
    ...{ ok: true, value: { bondId: bond.bondId } },
  });
  expect(await askedOf(bond)).toMatchObject([{ amount_minor: '1000000', reason_code: 'default' }]);
  expect(await world.sign(bond)).toMatchObject({ ok: true });
  expect(await world.startPosting(bond)).toMatchObject({ ok: true });
});

test('once somebody has signed nothing is corrected, nor is a waiting correction approved', async () => {
  const bond = await world.aBond().directed();
  const waiting = idOf(await correct(bond));
  expect(await world.sign(bond)).toMatchObject({ ok: true });
  expect(await approve(waiting)).toEqual({ ok: false, code: 'already_signed' });
  expect(await askedOf(bond)).toMatchObject([{ amount_minor: '1000000', state: 'required' }]);
  const declined = await world.as(world.officer, await head(), (tx) =>
    world.officer.get(Directions).decline(tx, waiting, 'to_be_reconsidered'),
  );
  expect(declined).toEqual({ ok: true, value: true });
  expect(await correct(bond)).toEqual({ ok: false, code: 'already_signed' });
});

test('refusals change nothing: the same terms, other tiers, reasons, people and states', async () => {
  const bond = await world.aBond().directed();
  const other = await world.aBond({ officer: await world.anOfficer() }).directed();
  const before = await directionsOf(bond);
  const same = { amountMinor: DEFAULT_TIER, reasonCode: undefined };
  expect(await correct(bond, same)).toEqual({ ok: false, code: 'same_terms' });
  expect(await correct(bond, { amountMinor: 123n })).toEqual({ ok: false, code: 'unknown_tier' });
  expect(await correct(bond, {})).toEqual({ ok: false, code: 'reason_needed' });
  expect(await correct(bond, { ...LOWER, correctionReason: 'because' })).toEqual({
    ...{ ok: false, code: 'unknown_correction_reason' },
  });
  expect(await correct(bond, LOWER, other.officer.ctx)).toEqual({
    ...{ ok: false, code: 'not_held_by_you' },
  });
  const held = await world.aBond().held();
  expect(await correct(held)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(await directionsOf(bond)).toEqual(before);
});

/** Tries one statement as the officer's login and takes it back: the SQLSTATE, or how many rows. */
async function tries(bond: TestBond, sql: string): Promise<string | number> {
  const client = new pg.Client({ connectionString: world.db.url('officer') });
  await client.connect();
  try {
    await client.query('begin');
    const { accountId } = bond.officer;
    await client.query(
      `select set_config('app.scope', 'staff', true), set_config('app.actor', $1, true)`,
      [accountId],
    );
    const token = await aToken(world.db.admin, accountId, 'staff');
    await client.query('select app.enter($1, $2, $3)', [token, 'staff', accountId]);
    return (await client.query(sql, [bond.bondId])).rowCount ?? 0;
  } catch (e) {
    return (e as { code: string }).code;
  } finally {
    await client.end();
  }
}

test('the database holds that a bond asks what a direction says, and nothing once it is signed', async () => {
  const DENIED = '42501';
  const bond = await world.aBond().directed();
  const update = (what: string) => tries(bond, `update bond set ${what} where id = $1`);
  expect(await update('amount_minor = 500000')).toBe(DENIED);
  expect(await update(`reason_code = 'minor'`)).toBe(DENIED);
  expect(await update(`post_by = post_by + interval '1 day'`)).toBe(DENIED);
  expect(await update(`state = 'lapsed'`)).toBe(DENIED);
  const waiting = idOf(await correct(bond));
  const terms = `direction_id = '${waiting}', amount_minor = 500000, reason_code = 'ability_to_pay'`;
  expect(await update(terms)).toBe(DENIED);
  await world.rows(
    `update bond_direction set state = 'approved', decided_at = now(),
       decided_by = gen_random_uuid() where id = $1`,
    waiting,
  );
  expect(await update(terms)).toBe(1);
  expect(await world.sign(bond)).toMatchObject({ ok: true });
  expect(await update(terms)).toBe(DENIED);
});

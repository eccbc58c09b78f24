// The payer's days to post stand still while the state must act, and both sites show the same day (R31).
import { Cases } from '#application';
import {
  BondQueries,
  Corrections,
  Directions,
  Lapses,
  type PostingClock,
  CaseStandingQueries,
} from '#bond-escrow';
import { instantFromDate, mustBeOk, type Instant } from '#kernel';
import { CaseFreezes, FreezeLifting } from '#refund';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { somebody, type Somebody } from '../support/signed-in.ts';
import { transactionsOf } from '../support/statements.ts';
import { LOWER_TIER, type TestBond } from '../support/world/bonds.ts';
import { Payer } from '../support/world/payer.ts';
import { SuspenseStory } from '../support/world/suspense.ts';
import { World } from '../support/world/world.ts';

let world: World;
let head: Somebody;
let treasury: SuspenseStory;

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  head = await world.anOfficer();
  treasury = await SuspenseStory.of(world);
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** What the bond is after the sweep has looked. */
async function swept({ bondId }: TestBond): Promise<string | undefined> {
  await world.worker.get(Lapses).sweep();
  return world.stateOf('bond', bondId);
}

/** As the payer's page reads it, which must be as the officers' pages do. */
async function clockOf({ applicant, officer, bondId, caseId }: TestBond): Promise<PostingClock> {
  const payers = await world.as(world.portal, applicant.ctx, (tx) =>
    world.portal.get(BondQueries).one(tx, bondId),
  );
  const [page, list] = await world.as(world.officer, officer.ctx, async (tx) => [
    (await world.officer.get(BondQueries).one(tx, bondId))!.clock,
    (await world.officer.get(CaseStandingQueries).of(tx, [caseId])).get(caseId)!.clock,
  ]);
  const { postBy, paused } = payers!.clock;
  expect([page.postBy, page.paused?.since]).toEqual([postBy, paused?.since]);
  expect(list).toEqual(page);
  // To the payer a freeze is a step of the consulate, as any other.
  const told = page.paused?.reason;
  const isMoney = told === 'money_being_settled';
  expect(paused?.reason).toBe(told && !isMoney ? 'consulate_acts' : told);
  return page;
}

const daysLater = (from: Instant, to: Instant) => Math.round(from.until(to).total('hours') / 24);
/** Days given beside the thirty, and why the clock stands. */
async function given(bond: TestBond): Promise<[number, string | null]> {
  const [row] = await world.rows<{ at: Date }>(
    'select post_by as at from bond where id = $1',
    bond.bondId,
  );
  const { postBy, paused } = await clockOf(bond);
  return [daysLater(instantFromDate(row!.at), postBy), paused?.reason ?? null];
}

type About = Pick<TestBond, 'officer' | 'caseId'>;

async function freeze({ officer, caseId }: About): Promise<string> {
  const { id } = mustBeOk(
    await world.onCase(officer, caseId, (tx, row) =>
      world.officer.get(CaseFreezes).place(tx, row, 'fraud_suspected'),
    ),
  );
  return id;
}
async function lift(id: string, { officer }: About): Promise<void> {
  const freezes = world.officer.get(CaseFreezes);
  mustBeOk(await world.asOfficer(officer, (tx) => freezes.proposeLift(tx, id, 'nothing_found')));
  mustBeOk(await world.asOfficer(head, (tx) => freezes.approve(tx, id)));
  await world.worker.get(FreezeLifting).lift(id);
}

async function proposeCorrection({ officer, caseId }: TestBond): Promise<string> {
  const wish = { amountMinor: LOWER_TIER, reasonCode: 'ability_to_pay' };
  const { directionId } = mustBeOk(
    await world.as(world.officer, officer.ctx, async (tx) => {
      const row = await world.officer.get(Cases).lock(tx, caseId);
      const corrections = world.officer.get(Corrections);
      return corrections.correct(tx, row, { ...wish, correctionReason: 'entry_error' });
    }),
  ) as { directionId: string };
  return directionId;
}

// First, since the pages of an application do not go along with the legal clock.
test('both sites say that the time stands still, and the payer’s has no word of a freeze', async () => {
  const payer = await Payer.directed(world);
  const about = { caseId: payer.caseId, officer: world.staff };
  const officers = await world.signedIn(['officer', 'treasury']);
  const id = await freeze(about);
  const home = await payer.reads();
  expect(home).toMatch(/Your time to post the bond stopped on \d+ \w+ \d{4}/);
  for (const words of [home, await payer.reads('/bond')]) {
    expect(words).toContain('The consulate is still dealing with a step in your case.');
    expect(words).not.toMatch(/freez|frozen|suspect/i);
  }
  const stopped = 'Time to post stopped on';
  const file = await officers.get(payer.home);
  expect(file.words).toMatch(new RegExp(`${stopped} \\d+ \\w+ \\d{4}: the case is frozen`));
  // The list says the freeze itself, and does not say it again.
  const list = await officers.get('/bonds?state=required');
  expect(list.words).toMatch(new RegExp(`${stopped} \\d+ \\w+ \\d{4} Suspected fraud, since`));
  expect(list.words).not.toContain('the case is frozen');
  await world.pass({ days: 3 });
  await lift(id, about);
  expect(await payer.reads('/bond')).toContain('It is later now because we added the days');
  expect((await officers.get(payer.home)).words).not.toContain(stopped);
});

test('a frozen case does not lapse; lifted by two, its days are given back and its signature holds', async () => {
  const bond = await world.aBond().signed();
  await world.pass({ days: 5 });
  expect(await given(bond)).toEqual([0, null]);
  const id = await freeze(bond);
  await world.pass({ days: 40 });
  expect(await swept(bond)).toBe('required');
  expect(await given(bond)).toEqual([40, 'case_frozen']);
  await lift(id, bond);
  expect(await given(bond)).toEqual([40, null]);
  await world.pass({ days: 20 });
  expect(await swept(bond)).toBe('required');
  expect(await world.startPosting(bond)).toMatchObject({ ok: true });
});

test('the list of bonds asks for pauses once', async () => {
  await freeze(await world.aBond().signed());
  const officers = await world.signedIn(['officer', 'treasury']);
  const shown = await transactionsOf((await world.site('officer')).get(DataSource), () =>
    officers.get('/bonds?state=required'),
  );
  const said = shown.flatMap(({ statements }) => statements);
  expect(said.filter((text) => text.includes('posting_pauses'))).toHaveLength(1);
});

test('two pauses that overlap give their days once, and then the bond lapses', async () => {
  const bond = await world.aBond().directed();
  const directionId = await proposeCorrection(bond);
  await world.pass({ days: 4 });
  const id = await freeze(bond);
  await world.pass({ days: 3 });
  expect(await given(bond)).toEqual([7, 'correction_proposed']);
  const declined = await world.as(world.officer, (await somebody(world.db, 'staff')).ctx, (tx) =>
    world.officer.get(Directions).decline(tx, directionId, 'reason_not_shown'),
  );
  mustBeOk(declined);
  await world.pass({ days: 2 });
  expect(await given(bond)).toEqual([9, 'case_frozen']);
  await lift(id, bond);
  // Of the last day two hours are left, or one where a clock was put forward since.
  await world.pass({ days: 29, hours: 22 });
  expect(await swept(bond)).toBe('required');
  await world.pass({ days: 2 });
  expect(await swept(bond)).toBe('lapsed');
  await world.pass({ days: 9 });
  expect(await given(bond)).toEqual([9, null]);
});

test('an approved correction has its own thirty days, and no more', async () => {
  const bond = await world.aBond().directed();
  const directionId = await proposeCorrection(bond);
  await world.pass({ days: 6 });
  mustBeOk(
    await world.asOfficer(head, (tx) => world.officer.get(Directions).approve(tx, directionId)),
  );
  expect(await given(bond)).toEqual([0, null]);
});

test('money in suspense for the bond stops the clock until two people decide where it goes', async () => {
  const bond = await world.aBond().opened();
  const { id } = await treasury.cameFor(bond, 999_000);
  await world.pass({ days: 33 });
  await world.news();
  expect(await swept(bond)).toBe('required');
  expect(await given(bond)).toEqual([33, 'money_being_settled']);
  await treasury.decided(treasury.giveBack(id));
  expect(await given(bond)).toEqual([33, null]);
  expect(await swept(bond)).toBe('required');
});

test('nobody reads the pauses of another’s bond', async () => {
  const [bond, other] = [await world.aBond().directed(), await world.aBond().directed()];
  await freeze(other);
  const seen = await world.as(world.portal, bond.applicant.ctx, (tx) =>
    tx.query('select * from app.posting_pauses($1)', [[bond.bondId, other.bondId]]),
  );
  expect(seen).toEqual([]);
});

test('the oracle names a bond that lapsed in its days', async () => {
  const bond = await world.aBond().directed();
  const id = await freeze(bond);
  await world.pass({ days: 10 });
  await lift(id, bond);
  await world.pass({ days: 30 });
  expect(await swept(bond)).toBe('required');
  await world.pass({ days: 1 });
  expect(await swept(bond)).toBe('lapsed');
  const moved = (days: number) =>
    world.rows(
      `update case_freeze set placed_at = placed_at - make_interval(days => $1),
         state_since = state_since + make_interval(days => $1) where id = $2`,
      ...[days, id],
    );
  await moved(1);
  expect(await world.oracle()).toEqual([
    expect.stringContaining('it lapsed after its days to post'),
  ]);
  await moved(-1);
});

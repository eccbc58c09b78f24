import { Bonds, Directions, Lapses, Undertakings } from '#bond-escrow';
import type { Ctx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { somebody } from '../support/application-world.ts';
import {
  DEFAULT_TIER,
  LOWER_TIER,
  signUndertaking,
  startPosting,
  World,
  type TestCase,
} from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.oracle()).toEqual([]);
  await world.stop();
});

const direct = (c: TestCase, amountMinor: bigint, reasonCode?: string, ctx = c.officer.ctx) =>
  world.as(world.officer, ctx, (tx) =>
    world.officer
      .get(Directions)
      .direct(tx, { caseId: c.caseId, amountMinor, ...(reasonCode && { reasonCode }) }),
  );
const approve = (ctx: Ctx, id: string) =>
  world.as(world.officer, ctx, (tx) => world.officer.get(Directions).approve(tx, id));
const decline = (ctx: Ctx, id: string, reason: string) =>
  world.as(world.officer, ctx, (tx) => world.officer.get(Directions).decline(tx, id, reason));
const head = async () => (await somebody(world.db, 'staff')).ctx;

test('the default tier is asked at once: bond, case, deadline, mail, trail', async () => {
  const c = await world.aCase().underReview();
  const answer = await direct(c, DEFAULT_TIER);
  expect(answer).toEqual({ ok: true, value: { bondId: expect.any(String) } });
  const [bond] = await world.rows(
    `select state, amount_minor, currency, reference, payer_account_id, held_at,
       to_char(post_by at time zone 'America/New_York', 'HH24:MI:SS.MS') as ends,
       (post_by at time zone 'America/New_York')::date
         - (directed_at at time zone 'America/New_York')::date as days
     from bond where case_id = $1`,
    c.caseId,
  );
  expect(bond).toEqual({
    state: 'required',
    amount_minor: '1000000',
    currency: 'USD',
    reference: c.reference,
    payer_account_id: c.applicant.accountId,
    held_at: null,
    ends: '23:59:59.999',
    days: 30,
  });
  expect(await world.stateOf('visa_case', c.caseId)).toBe('bond_required');
  const mails = await world.rows(
    `select template, params from mail where contact_point_id = $1 and template = 'bond_required'`,
    c.applicant.contactPointId,
  );
  expect(mails).toMatchObject([{ template: 'bond_required', params: { reference: c.reference } }]);
  const trail = await world.rows(
    `select action, actor_id from audit_entry where action like 'bond%' and actor_id = $1
     order by id`,
    c.officer.accountId,
  );
  expect(trail.map((t) => t.action)).toEqual(['bond_direction.directed', 'bond.required']);
});

test('below the default waits for a second person, and then asks (R8)', async () => {
  const c = await world.aCase().underReview();
  const answer = await direct(c, LOWER_TIER, 'ability_to_pay');
  expect(answer).toMatchObject({ ok: true, value: { awaitingApproval: true } });
  const id = (answer as { value: { directionId: string } }).value.directionId;
  expect(await world.rows('select id from bond where case_id = $1', c.caseId)).toEqual([]);
  expect(await direct(c, DEFAULT_TIER)).toEqual({ ok: false, code: 'already_proposed' });
  expect(await approve(c.officer.ctx, id)).toEqual({ ok: false, code: 'same_person' });
  expect(
    await world.rows('select state, reason_code from bond_direction where id = $1', id),
  ).toEqual([{ state: 'proposed', reason_code: 'ability_to_pay' }]);
  const second = await head();
  expect(await approve(second, id)).toEqual({ ok: true, value: { bondId: expect.any(String) } });
  expect(await approve(await head(), id)).toMatchObject({ ok: false, code: 'wrong_state' });
  expect(
    await world.rows('select amount_minor, state from bond where case_id = $1', c.caseId),
  ).toEqual([{ amount_minor: '500000', state: 'required' }]);
});

test('a decline has a reason, and the case stays in review for another direction', async () => {
  const c = await world.aCase().underReview();
  const answer = await direct(c, LOWER_TIER, 'minor');
  const id = (answer as { value: { directionId: string } }).value.directionId;
  expect(await decline(await head(), id, 'because')).toEqual({ ok: false, code: 'unknown_reason' });
  expect(await decline(c.officer.ctx, id, 'reason_not_shown')).toMatchObject({
    code: 'same_person',
  });
  expect(await decline(await head(), id, 'reason_not_shown')).toEqual({ ok: true, value: true });
  expect(await world.stateOf('visa_case', c.caseId)).toBe('in_review');
  expect(await direct(c, DEFAULT_TIER)).toMatchObject({ ok: true });
});

test('refusals change nothing: other tiers, missing reasons, other people, other states', async () => {
  const c = await world.aCase().underReview();
  const submitted = await world.aCase().submitted();
  const other = await world.aCase().underReview();
  const count = () =>
    world.rows(
      `select (select count(*) from bond_direction) as d, (select count(*) from bond) as b,
        (select count(*) from mail) as m, (select count(*) from audit_entry) as a`,
    );
  const before = await count();
  expect(await direct(c, 123n)).toEqual({ ok: false, code: 'unknown_tier' });
  expect(await direct(c, LOWER_TIER)).toEqual({ ok: false, code: 'reason_needed' });
  expect(await direct(c, LOWER_TIER, 'friend')).toEqual({ ok: false, code: 'unknown_reason' });
  expect(await direct(c, DEFAULT_TIER, undefined, other.officer.ctx)).toEqual({
    ok: false,
    code: 'not_held_by_you',
  });
  expect(await direct(submitted, DEFAULT_TIER)).toMatchObject({ ok: false });
  expect(await approve(await head(), c.caseId)).toEqual({ ok: false, code: 'unknown_direction' });
  expect(await count()).toEqual(before);
});

test('the undertaking keeps the exact text, sealed, and gives a copy', async () => {
  const bond = await world.aBond().signed();
  const [row] = await world.rows<{ text_sealed: Buffer; text_sha256: Buffer; language: string }>(
    'select * from undertaking where bond_id = $1',
    bond.bondId,
  );
  expect(row!.text_sealed.toString('latin1')).not.toContain('Ada');
  const undertakings = world.portal.get(Undertakings);
  const copy = await world.as(world.portal, bond.applicant.ctx, async (tx) =>
    undertakings.copy(tx, (await world.portal.get(Bonds).find(tx, bond.bondId))!, 'own_copy'),
  );
  expect(copy).toMatchObject({
    language: 'en',
    signerName: 'ada  example',
    text: expect.stringContaining(`Undertaking for visa bond ${bond.reference}`),
    textSha256: row!.text_sha256.toString('hex'),
  });
  expect(
    await world.rows(
      `select distinct details->>'purpose' as purpose from audit_entry
       where action = 'personal_data.opened' and details->>'table' = 'undertaking'
         and subject_id = $1`,
      bond.applicant.accountId,
    ),
  ).toEqual([{ purpose: 'own_copy' }]);
});

test('signing is refused for another text, another name, another person, and twice', async () => {
  const bond = await world.aBond().directed();
  const undertakings = world.portal.get(Undertakings);
  const sign = (more: object, ctx = bond.applicant.ctx) =>
    world.as(world.portal, ctx, async (tx) => {
      const row = await world.portal.get(Bonds).find(tx, bond.bondId);
      const shown = row && (await undertakings.text(tx, row, 'Ada Example', 'fr'));
      return undertakings.sign(tx, {
        bondId: bond.bondId,
        payerName: 'Ada Example',
        signerName: 'Ada Example',
        language: 'fr',
        textSha256: shown?.textSha256 ?? '',
        address: '192.0.2.7',
        ...more,
      });
    });
  expect(await sign({ language: 'en' })).toEqual({ ok: false, code: 'text_changed' });
  expect(await sign({ signerName: 'Bob' })).toEqual({
    ok: false,
    code: 'name_differs',
    detail: { field: 'signerName' },
  });
  const stranger = await somebody(world.db, 'applicant');
  expect(await sign({}, stranger.ctx)).toEqual({ ok: false, code: 'unknown_bond' });
  expect(await world.rows('select id from undertaking where bond_id = $1', bond.bondId)).toEqual(
    [],
  );
  expect(await sign({})).toMatchObject({ ok: true });
  expect(await sign({})).toEqual({ ok: false, code: 'already_signed' });
});

const sweep = () => world.worker.get(Lapses).sweep();

test('a bond lapses after its last day, tells so, and can come back (R9)', async () => {
  const bond = await world.aBond().signed();
  await sweep();
  expect(await world.stateOf('bond', bond.bondId)).toBe('required');
  await world.pass({ days: 32 });
  expect(await startPosting(world, bond)).toMatchObject({ ok: false, code: 'too_late' });
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

  const reopened = await world.as(world.officer, bond.officer.ctx, (tx) =>
    world.officer.get(Bonds).reopen(tx, bond.caseId),
  );
  expect(reopened).toMatchObject({ ok: true, value: { state: 'required' } });
  expect(await world.stateOf('visa_case', bond.caseId)).toBe('bond_required');
  // The text that was signed names the old deadline.
  expect(await startPosting(world, bond)).toEqual({ ok: false, code: 'not_signed' });
  expect(await signUndertaking(world, bond)).toMatchObject({ ok: true });
  expect(await startPosting(world, bond)).toEqual({ ok: true, value: expect.anything() });
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
  const [one, two] = [await startPosting(world, pays), await startPosting(world, leaves)];
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
  const reopen = (c: TestCase) =>
    world.as(world.officer, c.officer.ctx, (tx) => world.officer.get(Bonds).reopen(tx, c.caseId));
  expect(await reopen(await world.aCase().underReview())).toEqual({
    ok: false,
    code: 'unknown_bond',
  });
  expect(await reopen(await world.aBond().directed())).toMatchObject({ code: 'wrong_state' });
});

import { Cases } from '#application';
import { CaseRefusals, Directions } from '#bond-escrow';
import type { Ctx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { somebody } from '../support/signed-in.ts';
import { DEFAULT_TIER, LOWER_TIER } from '../support/world/bonds.ts';
import type { TestCase } from '../support/world/cases.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});

afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const direct = (c: TestCase, amountMinor: bigint, reasonCode?: string, ctx = c.officer.ctx) =>
  world.as(world.officer, ctx, async (tx) => {
    const row = await world.officer.get(Cases).lock(tx, c.caseId);
    const wish = { amountMinor, ...(reasonCode && { reasonCode }) };
    return world.officer.get(Directions).direct(tx, row, wish);
  });

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

test('a case is not refused while an amount waits: nobody could answer the proposal', async () => {
  const c = await world.aCase().underReview();
  const refuse = () =>
    world.as(world.officer, c.officer.ctx, async (tx) =>
      world.officer
        .get(CaseRefusals)
        .refuse(tx, await world.officer.get(Cases).lock(tx, c.caseId), 'security'),
    );
  const answer = await direct(c, LOWER_TIER, 'minor');
  const id = (answer as { value: { directionId: string } }).value.directionId;
  expect(await refuse()).toEqual({ ok: false, code: 'already_proposed' });
  expect(await world.stateOf('visa_case', c.caseId)).toBe('in_review');
  expect(await decline(await head(), id, 'reason_not_shown')).toEqual({ ok: true, value: true });
  expect(await refuse()).toMatchObject({ ok: true, value: { state: 'refused' } });
});

test('refusals change nothing: other tiers, missing reasons, other people, other states', async () => {
  const c = await world.aCase().underReview();
  const submitted = await world.aCase().submitted();
  const other = await world.aCase({ officer: await world.anOfficer() }).underReview();
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

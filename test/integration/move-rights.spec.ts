// Which moves the database lets a site make, whatever its code does: taken over, it makes no others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { caseLifecycle } from '#application';
import { bondLifecycle } from '#bond-escrow';
import { permissionsOf, staffRoles } from '#identity';
import { accountCtx, Database, newId, type Ctx } from '#platform';
import { ROLE_CHECKS } from '../support/role-checks.ts';
import { aToken, somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

let world: World;
let held: TestBond;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  held = await world.aBond().held();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const DENIED = '42501';

/** Statements of one transaction on a connection of that login, taken back; the last one's outcome. */
async function tries(login: 'portal' | 'officer' | 'api', ...steps: [string, unknown[]][]) {
  const client = new pg.Client({ connectionString: world.db.url(login) });
  await client.connect();
  try {
    await client.query('begin');
    let outcome: number | null = 0;
    for (const [sql, params] of steps) outcome = (await client.query(sql, params)).rowCount;
    return outcome;
  } catch (e) {
    return (e as { code: string }).code;
  } finally {
    await client.end();
  }
}
const enter = (token: string, scope: string, account: string): [string, unknown[]] => [
  'select app.enter($1, $2, $3)',
  [token, scope, account],
];
const move = (caseId: string, state: string): [string, unknown[]] => [
  'update visa_case set state = $2 where id = $1',
  [caseId, state],
];

const OFFICERS = ['officer', 'head_of_section', 'adjudicator'];
test.each([
  ['app.case_move', caseLifecycle, { portal: ['applicant'], officer: OFFICERS }, 10],
  ['app.bond_move', bondLifecycle, { portal: ['payer', 'applicant'], officer: OFFICERS }, 6],
] as const)(
  '%s: edges of the lifecycle that its people make',
  async (table, lifecycle, by, least) => {
    const moves = await world.rows<Record<'process' | 'event' | 'from_state' | 'to_state', string>>(
      `select * from ${table} order by 1, 2, 3`,
    );
    expect(moves.length).toBeGreaterThan(least);
    for (const { process, event, from_state, to_state } of moves) {
      const edge = lifecycle.edges.find((e) => e.event === event);
      const from: readonly string[] = edge?.from ?? [];
      expect([event, from.includes(from_state), edge?.to]).toEqual([event, true, to_state]);
      const makers: readonly string[] = by[process as keyof typeof by];
      expect([event, edge!.by.some((who) => makers.includes(who))]).toEqual([event, true]);
    }
  },
);

test('the officer site issues no visa without the states before it', async () => {
  const { accountId } = held.officer;
  const { caseId } = await world.aCase().underReview();
  const as = enter(await aToken(world.db.admin, accountId, 'staff'), 'staff', accountId);
  for (const state of ['visa_issued', 'bond_posted', 'approved_without_bond', 'closed']) {
    expect([state, await tries('officer', as, move(caseId, state))]).toEqual([state, DENIED]);
  }
  expect(await tries('officer', as, move(held.caseId, 'visa_issued'))).toBe(1);
  const visa: [string, unknown[]] = [
    `insert into visa (id, case_id, applicant_account_id, number, valid_from, valid_until,
       stay_days, issued_at, issued_by, programme_code)
     select $1, id, applicant_account_id, 'V-0000-0000', now(), now(), 1, now(), $3, programme_code
     from visa_case where id = $2`,
    [newId(), held.caseId, accountId],
  ];
  expect(await tries('officer', as, visa)).toBe(DENIED);
  expect(await tries('officer', as, move(held.caseId, 'visa_issued'), visa)).toBe(1);
});

test('the portal withdraws a bond with its case only, and none that is held', async () => {
  const asked = await world.aBond().directed();
  const payer = asked.applicant.accountId;
  const as = enter(await aToken(world.db.admin, payer, 'applicant'), 'applicant', payer);
  const bond: [string, unknown[]] = [
    `update bond set state = 'withdrawn' where id = $1`,
    [asked.bondId],
  ];
  expect(await tries('portal', as, bond)).toBe(DENIED);
  expect(await tries('portal', as, move(asked.caseId, 'withdrawn'), bond)).toBe(1);
  const { accountId } = held.applicant;
  const other = enter(await aToken(world.db.admin, accountId, 'applicant'), 'applicant', accountId);
  const theirs: [string, unknown[]] = [bond[0], [held.bondId]];
  expect(await tries('portal', other, move(held.caseId, 'withdrawn'), theirs)).toBe(0);
});

test('the officer site waives no bond and cancels no visa without two people', async () => {
  const { accountId } = held.officer;
  const { caseId } = await world.aCase().underReview();
  const as = enter(await aToken(world.db.admin, accountId, 'staff'), 'staff', accountId);
  expect(await tries('officer', as, move(caseId, 'approved_without_bond'))).toBe(DENIED);
  const issued = move(held.caseId, 'visa_issued');
  expect(await tries('officer', as, issued, move(held.caseId, 'closed'))).toBe(DENIED);
});

test('the portal moves no case beyond handing it in, and names nobody else’s person', async () => {
  const asked = await world.aBond().directed();
  const { accountId: actor } = asked.applicant;
  const as = enter(await aToken(world.db.admin, actor, 'applicant'), 'applicant', actor);
  for (const state of ['bond_posted', 'visa_issued', 'approved_without_bond', 'closed']) {
    expect([state, await tries('portal', as, move(asked.caseId, state))]).toEqual([state, DENIED]);
  }
  const [theirs] = await world.rows<{ person_id: string; travel_document_id: string }>(
    'select person_id, travel_document_id from visa_case where id = $1',
    held.caseId,
  );
  const adopt = `update visa_case set person_id = $2, travel_document_id = $3, state = 'submitted'
    where id = $1`;
  const stolen = [asked.caseId, theirs!.person_id, theirs!.travel_document_id];
  expect(await tries('portal', as, [adopt, stolen])).toBe(DENIED);
  const document = `insert into travel_document
      (id, person_id, account_id, issuing_state, number_token, sealed, expires_on)
    values ($1, $2, $3, 'USA', '\\x00', '', '2099-01-01')`;
  expect(await tries('portal', as, [document, [newId(), theirs!.person_id, actor]])).toBe(DENIED);
  const step = `insert into visa_case_history
      (owner_id, seq, event, from_state, to_state, actor_kind, actor_id, happened_at)
    values ($1, 99, $2, 'draft', 'submitted', 'account', $3, now())`;
  const steps = (event: string, by: string) =>
    tries('portal', as, [step, [asked.caseId, event, by]]);
  expect(await steps('visa_issued', actor)).toBe(DENIED);
  expect(await steps('submitted', asked.officer.accountId)).toBe(DENIED);
  expect(await steps('submitted', actor)).toBe(1);
});

test('a direction asks a tier of the programme, and below the default a second person', async () => {
  const { caseId, officer } = await world.aCase().underReview();
  const { accountId } = officer;
  const as = enter(await aToken(world.db.admin, accountId, 'staff'), 'staff', accountId);
  const direct = (amount: number, second: boolean, reason: string, of = caseId) =>
    tries('officer', as, [
      `insert into bond_direction (id, case_id, amount_minor, currency, reason_code,
         needs_second_person, state, proposed_by, proposed_at, decided_at)
       values ($1, $2, $3, 'USD', $4, $5, $6, $7, now(), $8)`,
      [
        newId(),
        of,
        amount,
        reason,
        second,
        second ? 'proposed' : 'approved',
        accountId,
        second ? null : new Date(),
      ],
    ]);
  expect(await direct(1_000_000, false, 'default')).toBe(1);
  expect(await direct(500_000, true, 'minor')).toBe(1);
  expect(await direct(500_000, false, 'minor')).toBe(DENIED);
  expect(await direct(5, true, 'minor')).toBe(DENIED);
  expect(await direct(2_000_000, false, 'default')).toBe(DENIED);
  expect(await direct(500_000, true, 'because')).toBe(DENIED);
  expect(await direct(1_000_000, false, 'default', held.caseId)).toBe(DENIED);
});

test('one connection does not propose as A and approve as B without the sessions of both', async () => {
  const { caseId, officer } = await world.aCase().underReview();
  const second = await somebody(world.db, 'staff');
  const [a, b] = [officer.accountId, second.accountId];
  const token = await aToken(world.db.admin, a, 'staff');
  const id = newId();
  const propose: [string, unknown[]] = [
    `insert into bond_direction (id, case_id, amount_minor, currency, reason_code,
       needs_second_person, state, proposed_by, proposed_at)
     values ($1, $2, 500000, 'USD', 'minor', true, 'proposed', $3, now())`,
    [id, caseId, a],
  ];
  const approve: [string, unknown[]] = [
    `update bond_direction set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
    [id, b],
  ];
  const claim: [string, unknown[]] = [`select set_config('app.actor', $1, true)`, [b]];
  const as = enter(token, 'staff', a);
  expect(await tries('officer', as, propose, claim, approve)).toBe(0);
  expect(await tries('officer', as, propose, enter(token, 'staff', b), approve)).toBe(DENIED);
  const both = enter(await aToken(world.db.admin, b, 'staff'), 'staff', b);
  expect(await tries('officer', as, propose, both, approve)).toBe(1);
});

test('a seal is worth nothing in another transaction, and a session ends at once', async () => {
  const { accountId } = held.officer;
  const token = await aToken(world.db.admin, accountId, 'staff');
  const client = new pg.Client({ connectionString: world.db.url('officer') });
  await client.connect();
  await client.query('begin');
  await client.query(...enter(token, 'staff', accountId));
  const seen = await client.query<Record<'scope' | 'actor' | 'seal', string>>(
    `select current_setting('app.scope') as scope, current_setting('app.actor') as actor,
            current_setting('app.seal') as seal`,
  );
  await client.query('commit');
  await client.query('begin');
  for (const [name, value] of Object.entries(seen.rows[0]!)) {
    await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
  }
  const copied = await client.query('select app.scope() as scope, app.actor() as actor');
  expect(copied.rows).toEqual([{ scope: '', actor: null }]);
  await client.query('rollback');
  await client.query('select app.sign_out($1)', [token]);
  await client.end();
  const ctx: Ctx = accountCtx(accountId, 'staff', 'test', token);
  const after = world.officer.get(Database).read(ctx, (tx) => Promise.resolve(tx.now));
  await expect(after).rejects.toThrow('session of this person is over');
});

test('who decides in SQL holds the role that the pages ask a permission for', async () => {
  const triggers = await world.rows<{ name: string; roles: string }>(
    `select tgrelid::regclass || '.' || tgname as name,
            encode(tgargs, 'escape') as roles
     from pg_trigger where tgfoid = 'app.check_role'::regproc`,
  );
  expect(Object.fromEntries(triggers.map((t) => [t.name, t.roles]))).toEqual(
    Object.fromEntries(
      Object.entries(ROLE_CHECKS).map(([name, permission]) => [
        name,
        staffRoles
          .filter((role) => permissionsOf([role]).has(permission))
          .map((role) => `${role}\\000`)
          .join(''),
      ]),
    ),
  );
});

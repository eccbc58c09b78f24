import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Login } from '../../tools/database.ts';
import { aToken, somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { World } from '../support/world/world.ts';

// What the database itself refuses, whatever the code of a process does.
let world: World;
let bond: TestBond;
let held: TestBond;
beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  bond = await world.aBond().opened();
  held = await world.aBond().held();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

interface Who {
  readonly login: Login;
  readonly scope: string;
  readonly actor: string;
}
const payer = (): Who => ({
  login: 'portal',
  scope: 'applicant',
  actor: bond.applicant.accountId,
});
const officer = (): Who => ({ login: 'officer', scope: 'staff', actor: bond.officer.accountId });

/** Tries one statement and takes it back. The SQLSTATE of a refusal, or how many rows it met. */
async function tries(who: Who, sql: string, params: unknown[] = []): Promise<string | number> {
  const client = new pg.Client({ connectionString: world.db.url(who.login) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.scope', $1, true), set_config('app.actor', $2, true)`,
      [who.scope, who.actor],
    );
    if (who.scope === 'applicant' || who.scope === 'staff') {
      const token = await aToken(world.db.admin, who.actor, who.scope);
      await client.query('select app.enter($1, $2, $3)', [token, who.scope, who.actor]);
    }
    return (await client.query(sql, params)).rowCount ?? 0;
  } catch (e) {
    return (e as { code: string }).code;
  } finally {
    await client.end();
  }
}
const DENIED = '42501'; // a missing right and a policy's check answer alike

test('the portal cannot write that money arrived, on any table', async () => {
  const id = [bond.bondId];
  const as = payer();
  for (const state of ['held', 'cancelled', 'closed', 'lapsed', 'required', 'withdrawn']) {
    const sql = `update bond set state = '${state}' where id = $1`;
    expect([state, await tries(as, sql, id)]).toEqual([state, DENIED]);
  }
  expect(await tries(as, 'update bond set held_at = now() where id = $1', id)).toBe(DENIED);
  expect(await tries(as, 'update bond set amount_minor = 1 where id = $1', id)).toBe(DENIED);
  expect(await tries(as, 'update bond set post_by = now() where id = $1', id)).toBe(DENIED);
  for (const state of ['paid', 'processing', 'expired', 'charged_back', 'failed']) {
    const sql = `update payment set state = '${state}' where bond_id = $1`;
    expect([state, await tries(as, sql, id)]).toEqual([state, DENIED]);
  }
  expect(
    await tries(as, `update payment set received_payment_id = id where bond_id = $1`, id),
  ).toBe(DENIED);
  expect(await tries(as, `delete from payment where bond_id = $1`, id)).toBe(DENIED);
  expect(
    await tries(
      as,
      `insert into bond_history (owner_id, seq, event, from_state, to_state, actor_kind, actor_id,
         happened_at)
       values ($1, 99, 'money_arrived', 'payment_started', 'held', 'system', null, now())`,
      id,
    ),
  ).toBe(DENIED);
  expect(await tries(as, `select * from ledger.account`)).toBe(DENIED);
  expect(
    await tries(
      as,
      `select * from ledger.receive($1, 1::bigint, 'USD', $1, 1::bigint, 'pi_1:paid', now())`,
      id,
    ),
  ).toBe(DENIED);
});

test('the portal may begin a payment of the bond’s own amount, in the payer’s own name', async () => {
  const insert = (amount: string, state = 'created', as = payer()) =>
    tries(
      as,
      `insert into payment (id, bond_id, state, state_since, amount_minor, currency, return_url,
         cancel_url, language, session_expires_at, applicant_account_id, created_at)
       values (gen_random_uuid(), $1, '${state}', now(), ${amount}, 'USD', 'r', 'c', 'en', now(),
         $2, now())`,
      [bond.bondId, bond.applicant.accountId],
    );
  expect(await insert('1000000')).toBe(1);
  expect(await insert('1')).toBe(DENIED);
  expect(await insert('1000000', 'awaiting_payer')).toBe(DENIED);
  // Who sees the bond as its applicant is not its payer for that (R11).
  const other = (await somebody(world.db, 'applicant')).accountId;
  await world.rows('update bond set payer_account_id = $1 where id = $2', other, bond.bondId);
  expect(await insert('1000000')).toBe(DENIED);
  expect(await world.startPosting(bond)).toEqual({
    ...{ ok: false, code: 'wrong_state', detail: { state: 'not_the_payer' } },
  });
  const mine = bond.applicant.accountId;
  await world.rows('update bond set payer_account_id = $1 where id = $2', mine, bond.bondId);
});

test('another applicant sees and changes nothing; without a context there is nothing', async () => {
  const stranger = { ...payer(), actor: (await somebody(world.db, 'applicant')).accountId };
  const nobody = { ...payer(), scope: '', actor: '' };
  for (const who of [stranger, nobody]) {
    for (const table of ['bond', 'bond_history', 'payment', 'payment_history', 'undertaking']) {
      expect([table, await tries(who, `select * from ${table}`)]).toEqual([table, 0]);
    }
    expect(await tries(who, `update bond set state = 'payment_started'`)).toBe(0);
  }
  expect(await tries(payer(), 'select * from bond')).toBe(1);
  expect(await tries(payer(), 'select * from bond_direction')).toBe(DENIED);
});

test('an officer directs in his own name and cannot touch money', async () => {
  const as = officer();
  expect(await tries(as, `update bond set state = 'cancelled' where id = $1`, [held.bondId])).toBe(
    0,
  );
  expect(await tries(as, `update bond set held_at = now()`)).toBe(DENIED);
  expect(await tries(as, `update payment set state = 'paid'`)).toBe(DENIED);
  const other = (await somebody(world.db, 'staff')).accountId;
  const { caseId } = await world.aCase().underReview();
  const propose = (by: string, state: string, second: boolean) =>
    tries(
      as,
      `insert into bond_direction (id, case_id, amount_minor, currency, reason_code,
         needs_second_person, state, proposed_by, proposed_at, decided_at)
       values (gen_random_uuid(), $1, 500000, 'USD', 'minor', $4, $3, $2, now(),
         case when $3 = 'approved' then now() end)`,
      [caseId, by, state, second],
    );
  expect(await propose(as.actor, 'proposed', true)).toBe(1);
  expect(await propose(other, 'proposed', true)).toBe(DENIED);
  expect(await propose(as.actor, 'approved', true)).toBe(DENIED);
  expect(
    await tries(
      as,
      `insert into bond (id, case_id, reference, direction_id, amount_minor, currency, reason_code,
         state, state_since, directed_at, post_by, payer_account_id, payer_contact_point_id,
         applicant_account_id)
       select gen_random_uuid(), case_id, reference, direction_id, 1, currency, reason_code, 'required', now(),
         now(), now() + interval '1 day', payer_account_id, payer_contact_point_id,
         applicant_account_id from bond where id = $1`,
      [bond.bondId],
    ),
  ).toBe(DENIED);
});

test('nobody approves his own direction, not even in SQL', async () => {
  const c = await world.aCase().underReview();
  await world.rows(
    `insert into bond_direction (id, case_id, amount_minor, currency, reason_code,
       needs_second_person, state, proposed_by, proposed_at)
     values (gen_random_uuid(), $1, 500000, 'USD', 'minor', true, 'proposed', $2, now())`,
    c.caseId,
    c.officer.accountId,
  );
  const approve = (actor: string, by: string) =>
    tries(
      { login: 'officer', scope: 'staff', actor },
      `update bond_direction set state = 'approved', decided_by = $2, decided_at = now()
       where case_id = $1`,
      [c.caseId, by],
    );
  const second = (await somebody(world.db, 'staff')).accountId;
  expect(await approve(c.officer.accountId, c.officer.accountId)).toBe('23514');
  expect(await approve(c.officer.accountId, second)).toBe(DENIED);
  expect(await approve(second, second)).toBe(1);
});

test('the api stores events and reads none; history and undertakings are only added to', async () => {
  const api: Who = { login: 'api', scope: 'system', actor: '' };
  expect(await tries(api, 'select id from processor_event')).toBeGreaterThan(0);
  expect(await tries(api, 'select type from processor_event')).toBe(DENIED);
  expect(await tries(api, `update processor_event set state = 'applied'`)).toBe(DENIED);
  for (const table of ['bond', 'payment', 'undertaking', 'bond_direction']) {
    expect([table, await tries(api, `select * from ${table}`)]).toEqual([table, DENIED]);
  }
  const worker: Who = { login: 'worker', scope: 'system', actor: '' };
  for (const table of ['bond_history', 'payment_history', 'undertaking']) {
    expect([table, await tries(worker, `delete from ${table}`)]).toEqual([table, DENIED]);
  }
  await expect(world.rows(`update undertaking set version = 'x'`)).rejects.toThrow('only added');
});

test('the oracle does not call blindness health, and the auditor can ask it', async () => {
  expect(
    await tries({ login: 'worker', scope: '', actor: '' }, 'select * from escrow.oracle'),
  ).toBeGreaterThan(0);
  expect(
    await tries({ login: 'worker', scope: 'system', actor: '' }, 'select * from escrow.oracle'),
  ).toBe(0);
  expect(
    await tries({ login: 'auditor', scope: '', actor: '' }, 'select * from escrow.oracle'),
  ).toBe(0);
});

test('the oracle sees a bond that claims money, and money that no bond claims', async () => {
  const complaints = async (sql: string, id: string) => {
    await world.rows('begin');
    await world.rows(sql, id);
    const rows = await world.rows<{ check: string; offender: string }>(
      'select * from escrow.oracle',
    );
    await world.rows('rollback');
    return rows.filter((r) => r.offender === id).map((r) => r.check);
  };
  expect(
    await complaints(`update bond set state = 'held', held_at = now() where id = $1`, bond.bondId),
  ).toContain('bond: held in full is in the ledger in full, and unpromised');
  expect(await complaints(`update bond set state = 'lapsed' where id = $1`, held.bondId)).toContain(
    'bond: without money in its state is without money in the ledger',
  );
  expect(await complaints(`update bond set amount_minor = 7 where id = $1`, held.bondId)).toEqual([
    'bond: held in full is in the ledger in full, and unpromised',
    'direction: the bond asks what was directed',
  ]);
});

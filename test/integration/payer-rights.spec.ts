// What the database itself refuses a payer who does not travel, and anybody who would be one.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { aToken, somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { OtherPayer, PAYER_NAME, type WithEmail } from '../support/world/other-payer.ts';
import { World } from '../support/world/world.ts';

const DENIED = '42501';
let world: World;
let payers: OtherPayer;
let bond: TestBond & { payer: WithEmail };

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
  payers = new OtherPayer(world);
  // The applicant has signed as well: what they signed is not the payer's to read.
  bond = await payers.takenOn(await world.aBond().signed());
  mustBeOk(await world.sign({ ...bond, applicant: bond.payer }, PAYER_NAME));
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

type Step = readonly [sql: string, params?: readonly unknown[]];

/** Statements of one transaction in the portal's login, taken back; the last one's outcome. */
async function tries(actor: string | null, ...steps: Step[]): Promise<string | number> {
  const client = new pg.Client({ connectionString: world.db.url('portal') });
  await client.connect();
  try {
    await client.query('begin');
    if (actor) {
      const token = await aToken(world.db.admin, actor, 'applicant');
      await client.query('select app.enter($1, $2, $3)', [token, 'applicant', actor]);
    }
    let outcome = 0;
    for (const [sql, params = []] of steps) {
      outcome = (await client.query(sql, [...params])).rowCount ?? 0;
    }
    return outcome;
  } catch (e) {
    return (e as { code: string }).code;
  } finally {
    await client.end();
  }
}
const payer = () => bond.payer.accountId;
const applicant = () => bond.applicant.accountId;

test('a payer sees the bond and their own signature, and no row of the case', async () => {
  const seen: Record<string, number | string> = {};
  const money = ['bond', 'bond_history', 'undertaking', 'payer_invitation'];
  const shut = [
    ...['visa_case', 'visa_case_history', 'case_submission', 'case_document', 'visa'],
    ...['person', 'travel_document', 'upload', 'evidence', 'stay_fact', 'journey_note'],
    ...['information_request', 'suspense_proposal'],
  ];
  for (const table of [...money, ...shut]) {
    seen[table] = await tries(payer(), [`select 1 from ${table}`]);
  }
  expect(shut.filter((table) => seen[table] !== 0 && seen[table] !== DENIED)).toEqual([]);
  expect(money.filter((table) => !Number(seen[table]) && table !== 'bond_history')).toEqual([]);
  expect(await tries(payer(), ['select 1 from undertaking where payer_account_id = $1', [applicant()]])).toBe(0); // prettier-ignore
  expect(await tries(applicant(), ['select 1 from undertaking where payer_account_id = $1', [payer()]])).toBe(0); // prettier-ignore
  const signed = 'select 1 where app.signed_at($1) is not null';
  expect(await tries(applicant(), [signed, [bond.bondId]])).toBe(1);
});

test('another account sees nothing of it, and is told nothing by the functions', async () => {
  const { accountId } = await somebody(world.db, 'applicant');
  for (const table of ['bond', 'payer_invitation', 'payer_invitation_history', 'undertaking']) {
    expect([table, await tries(accountId, [`select 1 from ${table}`])]).toEqual([table, 0]);
  }
  const id = [bond.bondId];
  expect(await tries(accountId, ['select * from app.bond_asked($1)', id])).toBe(0);
  const signed = 'select 1 where app.signed_at($1) is not null';
  expect(await tries(accountId, [signed, id])).toBe(0);
  const change = `select 1 from payer_invitation i where app.change_payer(i.id)`;
  expect(await tries(accountId, [change])).toBe(0);
});

test('nobody writes who pays, but by the one function and after their own step', async () => {
  const set = 'update bond set payer_account_id = $1 where id = $2';
  for (const actor of [payer(), applicant()]) {
    expect(await tries(actor, [set, [actor, bond.bondId]])).toBe(DENIED);
  }
  const done = 'select 1 from payer_invitation i where i.bond_id = $1 and app.change_payer(i.id)';
  // Accepted and taken on already; nothing has ended.
  expect(await tries(payer(), [done, [bond.bondId]])).toBe(0);
  expect(await tries(applicant(), [done, [bond.bondId]])).toBe(0);
});

test('an invitation is accepted with its link, by the address that was asked, and in time', async () => {
  const asked = await world.aBond().directed();
  const one = await payers.somebody();
  await payers.asked(asked, one.email);
  const { id, key } = await world.one<{ id: string; key: string }>(
    `select id, encode(link_hash, 'hex') as key from payer_invitation where bond_id = $1`,
    asked.bondId,
  );
  const withKey: Step = [`select set_config('app.invitation_key', $1, true)`, [key]];
  const accept = (by: string): Step => [
    `update payer_invitation set state = 'accepted', payer_account_id = $2, payer_name_sealed = ''
     where id = $1`,
    [id, by],
  ];
  const other = await somebody(world.db, 'applicant');
  expect(await tries(one.accountId, accept(one.accountId))).toBe(0);
  expect(await tries(other.accountId, withKey, accept(other.accountId))).toBe(DENIED);
  expect(await tries(one.accountId, withKey, accept(other.accountId))).toBe(DENIED);
  expect(await tries(asked.applicant.accountId, withKey, accept(asked.applicant.accountId))).toBe(DENIED); // prettier-ignore
  expect(await tries(null, withKey, accept(one.accountId))).toBe(DENIED);
  expect(await tries(one.accountId, withKey, accept(one.accountId))).toBe(1);
  const late = `update payer_invitation set asked_at = asked_at - interval '20 days',
    expires_at = expires_at - interval '20 days' where id = $1`;
  await world.rows(late, id);
  expect(await tries(one.accountId, withKey, accept(one.accountId))).toBe(DENIED);
  await world.rows(late.replaceAll('- interval', '+ interval'), id);
  const end = (state: string): Step => [
    `update payer_invitation set state = $2 where id = $1`,
    [id, state],
  ];
  expect(await tries(other.accountId, end('withdrawn'))).toBe(0);
  expect(await tries(asked.applicant.accountId, end('declined'))).toBe(DENIED);
  expect(await tries(asked.applicant.accountId, end('expired'))).toBe(DENIED);
  expect(await tries(asked.applicant.accountId, end('withdrawn'))).toBe(1);
  expect(await tries(null, withKey, end('declined'))).toBe(1);
});

test('an applicant asks for their own bond only, and history is written in one’s own name', async () => {
  const mine = await world.aBond().directed();
  const copy = (of: string, as: string): Step => [
    `insert into payer_invitation (id, bond_id, applicant_account_id, state_since, asked_at,
       expires_at, link_hash, email_token, email_sealed, contact_point_id,
       applicant_contact_point_id, person_id, traveller_name_sealed)
     select $1, $2, $3, now(), now(), now() + interval '1 day', sha256('x'), sha256('y'), '',
       $4, $4, c.person_id, '' from visa_case c where c.applicant_account_id = $3`,
    [newId(), of, as, mine.applicant.contactPointId],
  ];
  const me = mine.applicant.accountId;
  expect(await tries(me, copy(bond.bondId, me))).toBe(DENIED);
  expect(await tries(me, copy(mine.bondId, me))).toBe(1);
  const { id } = await world.one<{ id: string }>(
    'select id from payer_invitation where bond_id = $1',
    bond.bondId,
  );
  const step = (event: string, actor: string): Step => [
    `insert into payer_invitation_history
       (owner_id, seq, event, from_state, to_state, actor_kind, actor_id, happened_at)
     values ($1, 99, $2, 'sent', 'accepted', 'account', $3, now())`,
    [id, event, actor],
  ];
  expect(await tries(payer(), step('accepted', applicant()))).toBe(DENIED);
  expect(await tries(payer(), step('expired', payer()))).toBe(DENIED);
  expect(await tries(me, step('accepted', me))).toBe(DENIED);
});

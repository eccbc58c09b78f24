// Row-level security as a whole: a table holds nothing about people, and says why, or is closed to whoever
// has not said who is asking, and to whoever claims to be somebody that his login cannot be.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { mustBeOk } from '#kernel';
import { newId } from '#platform';
import { Settlements } from '#refund';
import { aTraveller, EvidenceFlow } from '../support/evidence.ts';
import { rowsWithoutAStory } from '../support/rows-without-a-story.ts';
import { StayFlow } from '../support/stays.ts';
import { notification } from '../support/bank-files.ts';
import { NO_PERSONAL_ROWS } from '../support/open-tables.ts';
import { logins, roleOf } from '../../migrations/logins.ts';
import { aToken, somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { aRow, ImportFlow } from '../support/imports.ts';
import { BreachStory, judges } from '../support/world/breach.ts';
import { DisputeStory } from '../support/world/disputes.ts';
import { OtherPayer } from '../support/world/other-payer.ts';
import { RescueStory } from '../support/world/rescue.ts';
import { SuspenseStory } from '../support/world/suspense.ts';
import { World } from '../support/world/world.ts';
import { aboutRecords } from './two-people/records.ts';

// A session store knows no context: the login decides.
const BY_LOGIN = 'session';

let world: World;
let posted: TestBond;
let forced: string[];

beforeAll(async () => {
  world = await World.start();
  const cancelled = await world.aBond().cancelled();
  await world.send(cancelled.disbursementId);
  await aReversal();
  await new BreachStory(world, await judges(world)).toAppeal();
  const asked = await world.aCase().underReview();
  mustBeOk(await world.ask(asked));
  await world.answer(asked);
  await world.complete('2026-11-01');
  await world.rows(
    `insert into evidence_request (id, case_id, bond_id, programme_code, applicant_account_id,
       payer_account_id, silent_from, zone, answer_on, requested_at)
     select $1, case_id, id, 'mali-us', applicant_account_id, payer_account_id, now(), 'UTC', now(),
       now() from bond where id = $2`,
    ...[newId(), cancelled.bondId],
  );
  posted = cancelled;
  await rowsWithoutAStory(world, posted);
  await world.aBond().heldByTransfer(1);
  await world.aCandidate();
  const dismissal = aboutRecords(world)['a record that is dismissed']!;
  const proposed = await dismissal.propose(await somebody(world.db, 'staff'));
  mustBeOk(await dismissal.approve(await somebody(world.db, 'staff'), proposed));
  await (await EvidenceFlow.of(world)).sent(await aTraveller(world));
  await (await StayFlow.of(world)).asked(await aTraveller(world));
  await (await ImportFlow.of(world)).checked(aRow('departed', posted), 'no row');
  await (await SuspenseStory.of(world)).returned();
  await new OtherPayer(world).takenOn(await world.aBond().directed());
  await world.rows(`insert into fallback_account (id, bond_id, payer_account_id, kind, sealed,
      last_four, given_at) select id, id, payer_account_id, 'us', '', '0000', now() from bond`);
  const rescue = await RescueStory.of(world);
  await rescue.answered(notification('DBIT', { id: (await rescue.sent()).transfer }));
  const rows = await world.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p') and relrowsecurity and relforcerowsecurity order by relname`,
  );
  forced = rows.map((r) => r.name);
}, 180_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** A refund made in the processor's own dashboard, and what the treasury proposes for it. */
async function aReversal(): Promise<void> {
  const { bondId } = await world.aBond().held();
  await world.refundElsewhere(bondId);
  await world.news();
  const { id } = await world.one<{ id: string }>('select id from reversal');
  const { ctx } = await somebody(world.db, 'staff');
  const settlements = world.officer.get(Settlements);
  await world.as(world.officer, ctx, (tx) => settlements.propose(tx, id, 'post_again'));
  const disputed = (await world.aBond().held()).bondId;
  await world.dispute(disputed);
  await world.news();
  await new DisputeStory(world).answered(disputed);
}

interface Who {
  readonly login: 'portal' | 'officer' | 'api' | 'worker';
  readonly scope?: string;
  readonly actor?: string;
  /** Of a session; without one a person is only claimed. */
  readonly token?: string;
}

/** Tables of which this login sees a row, in the context that it claims. */
async function seen(who: Who): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.db.url(who.login) });
  await client.connect();
  const found: string[] = [];
  try {
    for (const table of forced) {
      const { rows } = await client.query<{ may: boolean }>(
        `select has_table_privilege($1, 'select') as may`,
        [table],
      );
      await client.query('begin');
      if (who.scope) {
        await client.query(
          `select set_config('app.scope', $1, true), set_config('app.actor', $2, true)`,
          [who.scope, who.actor ?? ''],
        );
        if (who.token) {
          await client.query('select app.enter($1, $2, $3)', [who.token, who.scope, who.actor]);
        }
      }
      // Rights on some columns only are rights too: count by a column that is granted.
      const column = rows[0]!.may ? '1' : await grantedColumn(client, table);
      const sql = column && `select count(${column})::int as n from ${table}`;
      const n = sql ? (await client.query<{ n: number }>(sql)).rows[0]!.n : 0;
      await client.query('rollback');
      if (n > 0) found.push(table);
    }
  } finally {
    await client.end();
  }
  return found;
}

async function grantedColumn(client: pg.Client, table: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
       and attnotnull and has_column_privilege(attrelid, attnum, 'select') limit 1`,
    [table],
  );
  return rows[0]?.name;
}

test('every table is closed by force, or says why it holds nothing about people', async () => {
  const rows = await world.rows<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f')`,
  );
  const open = rows.map((r) => r.name).filter((name) => !forced.includes(name));
  expect(open.sort()).toEqual(Object.keys(NO_PERSONAL_ROWS).sort());
});

test('each of the closed tables has a row here, so that seeing none means something', async () => {
  const empty: string[] = [];
  for (const table of forced) {
    if ((await world.rows(`select 1 from ${table} limit 1`)).length === 0) empty.push(table);
  }
  expect(empty).toEqual([]);
});

test('the owner sees them with his own context, so that the questions are put right', async () => {
  const actor = posted.applicant.accountId;
  const token = await aToken(world.db.admin, actor, 'applicant');
  const own = await seen({ login: 'portal', scope: 'applicant', actor, token });
  expect(own).toEqual(
    expect.arrayContaining(['account', 'bond', 'person', 'travel_document', 'visa', 'visa_case']),
  );
  expect(own).not.toContain('mail');
});

test.each(['portal', 'officer', 'api', 'worker'] as const)(
  '%s without a context sees no row',
  async (login) => {
    const ofLogin = login === 'officer' || login === 'worker' ? [BY_LOGIN] : [];
    expect(await seen({ login })).toEqual(ofLogin);
  },
);

test('another applicant sees no row', async () => {
  const actor = newId();
  const token = await aToken(world.db.admin, actor, 'applicant');
  const own = ['account', 'account_session'];
  expect(await seen({ login: 'portal', scope: 'applicant', actor, token })).toEqual(own);
});

test('whoever is only said to be asking sees no row, with another’s token as well', async () => {
  const [applicant, officer] = [posted.applicant.accountId, world.staff.accountId];
  const token = await aToken(world.db.admin, newId(), 'applicant');
  const portal = { login: 'portal', scope: 'applicant', actor: applicant } as const;
  expect(await seen(portal)).toEqual([]);
  expect(await seen({ ...portal, token })).toEqual([]);
  expect(await seen({ login: 'officer', scope: 'staff', actor: officer })).toEqual([BY_LOGIN]);
});

test.each([
  { login: 'portal', scopes: ['staff', 'system', 'client', 'sign-in', 'visitor'] },
  { login: 'api', scopes: ['staff', 'system', 'applicant', 'sign-in', 'visitor'] },
  { login: 'officer', scopes: ['applicant', 'client', 'sign-in', 'visitor'] },
  { login: 'worker', scopes: ['applicant', 'staff', 'client', 'sign-in', 'visitor'] },
] as const)('$login gains nothing by claiming to be somebody else', async ({ login, scopes }) => {
  const ofLogin = login === 'officer' || login === 'worker' ? [BY_LOGIN] : [];
  for (const scope of scopes) {
    for (const actor of [posted.applicant.accountId, world.staff.accountId]) {
      expect([scope, await seen({ login, scope, actor })]).toEqual([scope, ofLogin]);
    }
  }
});

// A policy that is for a role is for the members of that role as well.
test('none of our roles has a member, nor is it one of another', async () => {
  const members = await world.rows(
    `select roleid::regrole::text as role, member::regrole::text as member
     from pg_auth_members where inherit_option
       and (roleid::regrole::text = any ($1) or member::regrole::text = any ($1))`,
    logins.map(roleOf),
  );
  expect(members).toEqual([]);
});

test('a site sees and changes the sessions that it made itself, and no others', async () => {
  const client = new pg.Client({ connectionString: world.db.url('portal') });
  await client.connect();
  const change = await client.query(`update session set sess = '{"accountId":"x"}'`);
  const take = client.query(`insert into session (sid, sess, expire) values ('s1', '{}', now())
    on conflict (sid) do update set sess = excluded.sess`);
  await expect(take).rejects.toThrow('row-level security');
  const pretend = client.query(
    `insert into session (sid, sess, expire, login) values ('s2', '{}', now(), 'officer')`,
  );
  await expect(pretend).rejects.toThrow('row-level security');
  await client.end();
  expect(change.rowCount).toBe(0);
  expect(await world.rows('select sess, login from session')).toEqual([
    { sess: {}, login: 'officer' },
  ]);
});

// A pass over the books in parts sees what one look at everything sees, whoever does which part.
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { LedgerQueries } from '#ledger';
import { Database, idAfter, OracleQueries, systemCtx, type Tx } from '#platform';
import { runOracle } from '../../tools/oracle-checks.ts';
import { oracleWatch } from '../support/oracle-watch.ts';
import { World } from '../support/world/world.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
// Ids at both ends, beside each other, and among those of the world.
const WRONG = [
  FIRST,
  '00000000-0000-0000-0000-000000000001',
  '019aeb4f-478f-76af-888d-2f8892627ad2',
  '7fffffff-ffff-ffff-ffff-ffffffffffff',
  '80000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-fffffffffffe',
  LAST,
];
// Few enough for several parts.
const ROWS = 6;
const ACCOUNT = 'account equals its transfers';

// Each part plans forty checks.
jest.setTimeout(120_000);

let world: World;
const watch = () => oracleWatch((token) => world.worker.get(token));
const byWorker = <T>(work: (tx: Tx) => Promise<T>) =>
  world.worker.get(Database).read(systemCtx('test'), work);
const last = () => byWorker((tx) => world.worker.get(OracleQueries).last(tx));

beforeAll(async () => {
  world = await World.start();
  const cancelled = await world.aBond().cancelled();
  await world.send(cancelled.disbursementId);
  await world.aBond().held();
}, 120_000);
afterEach(async () => {
  await world.db.admin.query('delete from oracle_progress');
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

async function withWrongAccounts(work: () => Promise<void>): Promise<void> {
  const byAdmin = (sql: string) =>
    world.db.admin.query(
      `set session_replication_role = replica; ${sql}; set session_replication_role = origin`,
    );
  const ids = WRONG.map((id) => `('${id}')`).join(', ');
  await byAdmin(`insert into ledger.account (owner_id, kind, currency, held)
    select id::uuid, 'bond', 'USD', 5 from (values ${ids}) wrong (id)`);
  try {
    await work();
  } finally {
    await byAdmin('delete from ledger.account where held = 5');
  }
}

test.each([1, 3, 1000])('ranges of %i rows leave no id out and take none twice', async (rows) => {
  const oracles = world.worker.get(OracleQueries);
  let first: string | null = FIRST;
  let ranges = 0;
  await withWrongAccounts(async () => {
    while (first) {
      const range: { first: string; last: string } = await byWorker((tx) =>
        oracles.rangeFrom(tx, first!, rows),
      );
      expect(range.first).toBe(first);
      expect(range.last >= first).toBe(true);
      first = idAfter(range.last);
      ranges++;
    }
  });
  if (rows === 1) expect(ranges).toBeGreaterThan(WRONG.length);
  if (rows === 1000) expect(ranges).toBe(1);
});

test('what is wrong in any part is found, once, as one look at everything finds it', async () => {
  await withWrongAccounts(async () => {
    const { violations } = await runOracle(world.db.admin);
    const whole = violations.map(({ check, offender }) => `${check.split(': ')[1]} ${offender}`);
    const found = await watch().pass({ rows: ROWS });
    const accounts = found.filter(({ check }) => check === ACCOUNT);
    expect(accounts.map(({ offender }) => offender).sort()).toEqual(WRONG);
    expect(whole.filter((line) => line.startsWith(ACCOUNT))).toHaveLength(WRONG.length);
    expect(new Set(found.map(({ check }) => check))).toEqual(
      new Set(violations.map(({ check }) => check.replace(/^[a-z]+: /, ''))),
    );
    expect((await last())?.violations).toBe(found.length);
  });
  expect(await watch().pass({ rows: ROWS })).toEqual([]);
  expect((await last())?.violations).toBe(0);
});

test('a pass that was interrupted goes on, and what it found counts at once', async () => {
  await watch().pass();
  await withWrongAccounts(async () => {
    const begun = await watch().pass({ rows: ROWS, parts: 1 });
    expect(begun.map(({ offender }) => offender)).toContain(FIRST);
    const before = await last();
    expect(before?.violations).toBe(begun.length);
    const [under] = await world.rows<{ began_at: string }>(
      'select began_at::text from oracle_progress',
    );

    const rest = await watch().pass({ rows: ROWS });
    const accounts = [...begun, ...rest].filter(({ check }) => check === ACCOUNT);
    expect(accounts.map(({ offender }) => offender).sort()).toEqual(WRONG);
    expect(await last()).toMatchObject({
      beganAt: under!.began_at,
      violations: begun.length + rest.length,
    });
  });
});

test('while one process does a part, another does none', async () => {
  await watch().pass({ rows: ROWS, parts: 1 });
  await world.db.admin.query('begin; select from oracle_progress for update');
  expect(await watch().pass({ rows: ROWS })).toEqual([]);
  expect(await world.rows('select next_id from oracle_progress')).toHaveLength(1);
  await world.db.admin.query('rollback');
  const before = await last();
  await watch().pass({ rows: ROWS });
  expect(await last()).not.toEqual(before);
});

test('the accounts as they are added up part by part are those of all transfers', async () => {
  await watch().pass({ rows: ROWS });
  const asOf = (await last())!.beganAt;
  const { balances, owed } = await byWorker(async (tx) => ({
    balances: await world.worker.get(LedgerQueries).balances(tx, asOf),
    owed: await world.worker.get(LedgerQueries).owed(tx, asOf),
  }));
  const whole = await world.rows(
    'select account, currency, balance from ledger.balance order by currency, account',
  );
  expect(whole.length).toBeGreaterThan(2);
  expect(
    balances.map(({ account, balance }) => ({
      ...{ account, currency: balance.currency, balance: String(balance.minor) },
    })),
  ).toEqual(whole);
  const bonds = balances.find(({ account }) => account === 'bond')!.balance.minor;
  expect(owed.find(({ kind }) => kind === 'bond')?.held.minor).toBe(-bonds);
  expect(await world.rows('select distinct as_of from trial_balance')).toHaveLength(1);
});

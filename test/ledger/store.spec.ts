// The store and the queries, through the two doors, under the logins of the processes that use them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { money, Temporal, type Money } from '#kernel';
import { cause, LedgerQueries, LedgerRefused, LedgerStore, TrialBalances } from '#ledger';
import { Database, sourceOptions, systemCtx, visitorCtx, type Ctx, type Tx } from '#platform';
import { BondDeskQueries } from '../../libs/bond-escrow/src/bond/desk.queries.ts';
import type { Login } from '../../tools/database.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { signedInCtx } from '../support/signed-in.ts';
import { full, idOf } from './names.ts';

let world: TestDatabase;
const sources: DataSource[] = [];
const doors = new Map<Login, Database>();
const ledger = new LedgerStore();
const queries = new LedgerQueries();

const usd = (minor: bigint): Money => money(minor, 'USD');
const at = (text: string) => Temporal.Instant.from(text);
const happenedAt = at('2026-05-01T10:00:00.123Z');
const worker = systemCtx('test');
let ama: Ctx;
let boubacar: Ctx;

beforeAll(async () => {
  world = await freshDatabase();
  ama = await signedInCtx(world, idOf('ama'), 'staff');
  boubacar = await signedInCtx(world, idOf('boubacar'), 'staff');
  for (const login of ['worker', 'officer'] as const) {
    const source = await new DataSource(sourceOptions(world.url(login))).initialize();
    sources.push(source);
    doors.set(login, new Database(source));
  }
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  // Only the ledger's own oracle: these bonds are names without rows of their own.
  expect((await world.admin.query('select * from ledger.oracle')).rows).toEqual([]);
  await world.drop();
});

function door(login: Login): Database {
  const database = doors.get(login);
  if (database === undefined) throw new Error(`no connection for ${login}`);
  return database;
}
const work = <T>(fn: (tx: Tx) => Promise<T>) => door('worker').write(worker, fn);
const desk = <T>(ctx: Ctx, fn: (tx: Tx) => Promise<T>) => door('officer').write(ctx, fn);
const look = <T>(fn: (tx: Tx) => Promise<T>) => door('worker').read(worker, fn);

const paid = (bond: string, more: Partial<Parameters<LedgerStore['receive']>[1]> = {}) =>
  work((tx) =>
    ledger.receive(tx, {
      receivedPaymentId: idOf(`pi_${bond}`),
      amount: usd(full),
      bondId: idOf(bond),
      toBond: full,
      cause: cause.paid(`pi_${bond}`),
      happenedAt,
      ...more,
    }),
  );
const decided = (bond: string) =>
  work((tx) =>
    ledger.decideByRule(tx, {
      id: idOf(`d_${bond}`),
      ownerId: idOf(bond),
      refund: usd(full),
      rule: 'R15a',
      decidedAt: tx.now,
    }),
  );
const reserve = (tx: Tx, bond: string, disbursement: string) =>
  ledger.reserve(tx, {
    ownerId: idOf(bond),
    code: 'refund',
    to: 'processor:clearing',
    amount: usd(full),
    decisionId: idOf(`d_${bond}`),
    cause: cause.reserve(disbursement),
    happenedAt,
  });
const refusal = (code: string) => expect.objectContaining({ name: 'LedgerRefused', code });

test('the main job: paid, fee, refunded, bounced, and its statement', async () => {
  const first = await paid('t1');
  const split = { bondId: idOf('t1'), toBond: usd(full), toSuspense: usd(0n) };
  expect(first).toEqual({ ...split, replayed: false });
  expect(await paid('t1')).toEqual({ ...split, replayed: true });
  const feeOf = (minor: bigint) => ({
    receivedPaymentId: idOf('pi_t1'),
    amount: usd(minor),
    cause: cause.fee('txn_t1'),
    happenedAt,
  });
  await work((tx) => ledger.fee(tx, feeOf(29_030n)));
  await work((tx) => ledger.fee(tx, feeOf(0n)));
  await decided('t1');
  await decided('t1');
  const seq = await work((tx) => reserve(tx, 't1', 'a1'));
  const news = (word: 'succeeded' | 'failedAfterSuccess') => ({
    ownerId: idOf('t1'),
    reserve: seq,
    cause: cause[word]('re_t1'),
    happenedAt,
  });
  expect(await work((tx) => ledger.settle(tx, news('succeeded')))).toBe('settled');
  expect(await work((tx) => ledger.settle(tx, news('succeeded')))).toBe('replayed');
  expect(await work((tx) => ledger.takeBack(tx, news('failedAfterSuccess')))).toBe('taken_back');

  const lines = await look((tx) => queries.statement(tx, idOf('t1')));
  expect(lines.map((l) => [l.phase, l.code, l.follows, l.held.minor, l.reserved.minor])).toEqual([
    ['post', 'paid', null, full, 0n],
    ['reserve', 'refund', null, full, full],
    ['settle', 'refund', 2, 0n, 0n],
    ['post', 'bounced', 3, full, 0n],
  ]);
  expect(lines[0]).toMatchObject({ amount: usd(full), debit: 'processor:clearing', happenedAt });
  expect(await look((tx) => queries.bond(tx, idOf('t1')))).toMatchObject({
    ...{ paid: usd(full), held: usd(full), refunded: usd(0n), borne: usd(0n) },
  });
  expect(await look((tx) => queries.bond(tx, idOf('nobody')))).toBeNull();
});

test('two people decide, and the officer reserves', async () => {
  await paid('t2');
  const ask = (tx: Tx) =>
    ledger.requestDecision(tx, {
      id: idOf('d_t2'),
      ownerId: idOf('t2'),
      refund: usd(full),
      forfeit: usd(0n),
      decidedAt: tx.now,
    });
  const approve = (tx: Tx) => ledger.approveDecision(tx, { id: idOf('d_t2') });
  await desk(ama, ask);
  await desk(ama, ask);
  await expect(desk(boubacar, ask)).rejects.toEqual(refusal('cause_taken'));
  await expect(desk(ama, (tx) => reserve(tx, 't2', 'a2'))).rejects.toEqual(refusal('not_decided'));
  await expect(desk(ama, approve)).rejects.toEqual(refusal('same_person'));
  await expect(desk(visitorCtx('test'), ask)).rejects.toBeInstanceOf(LedgerRefused);
  await desk(boubacar, approve);
  await expect(desk(boubacar, approve)).rejects.toEqual(refusal('not_in_own_name'));
  await expect(
    desk(boubacar, (tx) => ledger.approveDecision(tx, { id: idOf('none') })),
  ).rejects.toEqual(refusal('not_found'));
  const seq = await desk(ama, (tx) => reserve(tx, 't2', 'a2'));
  const about = { ownerId: idOf('t2'), reserve: seq, cause: cause.unsent('a2'), happenedAt };
  await expect(desk(ama, (tx) => ledger.void(tx, about))).rejects.toMatchObject({
    driverError: { code: '42501' },
  });
  expect(await work((tx) => ledger.void(tx, about))).toBe('voided');
});

test('suspense: listed while there is money in it, the longest waiting first', async () => {
  const early = at('2026-01-02T00:00:00Z');
  const surplus = { amount: usd(full + 5n), toBond: full };
  expect(await paid('t3', surplus)).toMatchObject({ toBond: usd(full), toSuspense: usd(5n) });
  const undirected = { bondId: idOf('t4'), toBond: 0n, happenedAt: early };
  expect(await paid('t4', undirected)).toMatchObject({ bondId: null, toSuspense: usd(full) });
  const list = () => look(async (tx) => (await new BondDeskQueries().suspense(tx)).rows);
  expect(await list()).toMatchObject([
    { receivedPaymentId: idOf('pi_t4'), held: usd(full), reserved: usd(0n), since: early },
    { receivedPaymentId: idOf('pi_t3'), held: usd(5n), reserved: usd(0n), since: happenedAt },
  ]);
  const match = (amount: Money) => (tx: Tx) =>
    ledger.match(tx, {
      receivedPaymentId: idOf('pi_t4'),
      bondId: idOf('t4'),
      amount,
      cause: cause.matched('t4'),
      happenedAt,
    });
  await expect(work(match(usd(full + 1n)))).rejects.toEqual(refusal('insufficient'));
  await expect(work(match(money(1n, 'XOF')))).rejects.toEqual(refusal('not_found'));
  await work(match(usd(full)));
  expect((await list()).map((s) => s.receivedPaymentId)).toEqual([idOf('pi_t3')]);
});

test('a refusal is thrown, and nothing else of its transaction stays', async () => {
  await paid('t5');
  await decided('t5');
  const both = work(async (tx) => {
    await reserve(tx, 't5', 'a5');
    await reserve(tx, 't5', 'a5_again');
  });
  await expect(both).rejects.toEqual(refusal('not_decided'));
  expect(await look((tx) => queries.statement(tx, idOf('t5')))).toHaveLength(1);
});

test('balances: what is owed is where it lies', async () => {
  const asOf = '2026-01-01 00:00:00+00';
  await work((tx) => new TrialBalances().add(tx, asOf));
  const balances = await look((tx) => queries.balances(tx, asOf));
  const of = (account: string) => balances.find((b) => b.account === account)?.balance.minor;
  expect(of('processor:fees')).toBe(29_030n);
  expect(balances.reduce((sum, b) => sum + b.balance.minor, 0n)).toBe(0n);
});

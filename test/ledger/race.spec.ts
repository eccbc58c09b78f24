// Sixteen at once: one winner, a defined answer for the others, and owners that never wait for each other.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Books, full, idOf } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
});
afterEach(() => books.isClean());
afterAll(() => books.close());

const crowd = Array.from({ length: 16 }, (_, i) => i);

/** How often each answer was given; a refusal counts as its SQLSTATE. */
async function answers(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of await Promise.allSettled(attempts)) {
    const answer =
      outcome.status === 'fulfilled'
        ? String(outcome.value)
        : String((outcome.reason as { code: string }).code);
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

const transfersOf = (owner: string) =>
  books.value('auditor', 'select count(*) from ledger.transfer where owner_id = $1', [idOf(owner)]);

/** Paid and a refund of all of it reserved. */
async function refundOnItsWay(bond: string): Promise<number> {
  await books.receive(bond);
  await books.byRule(`d_${bond}`, bond);
  return books.reserve(bond, { decision: `d_${bond}`, disbursement: bond });
}

describe('sixteen at once', () => {
  test('the same payment: one transfer', async () => {
    const same = () => books.receive('r1').then(([row]) => row?.replayed);
    expect(await answers(crowd.map(same))).toEqual({ false: 1, true: 15 });
    expect(await transfersOf('r1')).toBe(1n);
    await books.figures('r1', { paid: full, held: full });
  });

  test('the same payment, half of it for another bond: one split', async () => {
    const bonds = await Promise.all(
      crowd.map(async (i) => {
        const bond = i % 2 === 0 ? 'r2a' : 'r2b';
        const [row] = await books.receive(bond, { payment: 'pi_r2', amount: 10n, toBond: 6n });
        return row?.bond_id;
      }),
    );
    expect(new Set(bonds).size).toBe(1);
    expect(await books.account('pi_r2')).toEqual({ held: 4n, reserved: 0n });
  });

  test('sixteen payments that open one account: all booked', async () => {
    for (const bond of crowd.map((i) => `r3_${i}`)) {
      await Promise.all(crowd.map((i) => books.receive(bond, { payment: `pi_${bond}_${i}` })));
      await books.figures(bond, { paid: 16n * full, held: 16n * full });
    }
  });

  test('reserves under one decision: its cap holds', async () => {
    await books.receive('r4', { amount: 100n });
    await books.byRule('d_r4', 'r4', 50n);
    const reserve = (i: number) =>
      books
        .reserve('r4', { decision: 'd_r4', amount: 5n, disbursement: `r4_${i}` })
        .then(() => 'ok');
    expect(await answers(crowd.map(reserve))).toEqual({ ok: 10, VB003: 6 });
    await books.figures('r4', { paid: 100n, held: 100n, reserved: 50n });
  });

  test('reserves under decisions of their own: there is only so much', async () => {
    await books.receive('r5', { amount: 50n });
    await Promise.all(crowd.map((i) => books.byRule(`d_r5_${i}`, 'r5', 5n)));
    const reserve = (i: number) =>
      books.reserve('r5', { decision: `d_r5_${i}`, amount: 5n, disbursement: `r5_${i}` });
    const counts = await answers(crowd.map((i) => reserve(i).then(() => 'ok')));
    expect(counts).toEqual({ ok: 10, '23514': 6 });
    await books.figures('r5', { paid: 50n, held: 50n, reserved: 50n });
  });

  test('the same success, by webhook and by listing: settled once', async () => {
    const r = await refundOnItsWay('r6');
    const tell = (i: number) => books.settle('r6', r, `re_r6:${i % 2 ? 'succeeded' : 'listed'}`);
    const counts = await answers(crowd.map(tell));
    expect(counts.settled).toBe(1);
    expect((counts.replayed ?? 0) + (counts.already_settled ?? 0)).toBe(15);
    expect(await transfersOf('r6')).toBe(3n);
  });

  test('approvers of one decision: one of them approved it', async () => {
    await books.receive('r7');
    await books.ask('d_r7', 'r7', full, 0n);
    const approve = (i: number) => books.approve('d_r7', { by: `p${i}`, as: `p${i}` });
    expect(await answers(crowd.map(approve))).toEqual({ '1': 1, VB005: 15 });
  });

  test('matches into two bonds from payments shared by both: no deadlock', async () => {
    const payments = crowd.slice(0, 4).map((i) => `pi_r8_${i}`);
    for (const payment of payments) await books.receive(null, { payment, amount: 100n });
    const match = (i: number) => {
      const payment = payments[i % 4] ?? '';
      const bond = (i >> 2) % 2 === 0 ? 'r8a' : 'r8b';
      return books.match(payment, bond, 1n, `task:r8_${i}:matched`).then(() => 'ok');
    };
    expect(await answers(crowd.map(match))).toEqual({ ok: 16 });
    await books.figures('r8a', { paid: 8n, held: 8n });
  });
});

describe('one against the other', () => {
  const rounds = crowd.map((i) => `x${i}`);

  test('settle and void: either way the money left once', async () => {
    for (const bond of rounds) {
      const r = await refundOnItsWay(bond);
      const counts = await answers([
        books.settle(bond, r, `re_${bond}:succeeded`),
        books.void(bond, r, `re_${bond}:failed`),
      ]);
      expect([
        { settled: 1, VB004: 1 },
        { voided: 1, settled_late: 1 },
      ]).toContainEqual(counts);
      await books.figures(bond, { paid: full, refunded: full });
    }
  });

  test('a refund and a lost dispute: the operator bears what was paid twice', async () => {
    for (const bond of rounds.map((name) => `${name}_d`)) {
      const r = await refundOnItsWay(bond);
      const w = await books.disputed(bond, full, `du_${bond}:withdrawn`);
      await Promise.all([
        books.settle(bond, r, `re_${bond}:succeeded`),
        books.lost(bond, w, `du_${bond}:lost`),
      ]);
      const end = { paid: full, refunded: full, chargedBack: full, borne: full };
      await books.figures(bond, end);
    }
  });

  test('a forfeiture and a lost dispute: whichever comes first takes the money', async () => {
    for (const bond of rounds.map((name) => `${name}_f`)) {
      await books.receive(bond);
      await books.byTwo(`d_${bond}`, bond, 0n, full);
      const f = await books.forfeit(bond, full, `d_${bond}`);
      const w = await books.disputed(bond, full, `du_${bond}:withdrawn`);
      const [settled] = await Promise.allSettled([
        books.settle(bond, f, `decision:${bond}:final`),
        books.lost(bond, w, `du_${bond}:lost`),
      ]);
      const gone = settled.status === 'fulfilled' ? full : 0n;
      await books.figures(bond, { paid: full, chargedBack: full, forfeited: gone, borne: gone });
    }
  });

  test('new money and a dispute lost meanwhile: it is told to try again, then waits in suspense', async () => {
    const r = await refundOnItsWay('late');
    await books.settle('late', r, 're_late:succeeded');
    const w = await books.disputed('late', full, 'du_late:withdrawn');
    const dispute = await books.pool('worker').connect();
    await dispute.query('begin');
    const lost = 'select ledger.dispute_lost($1, $2, $3, now())';
    await dispute.query(lost, [idOf('late'), w, 'du_late:lost']);
    const more = () => books.receive('late', { payment: 'pi_late_more' });
    const told = answers([more()]);
    await waitForALock();
    await dispute.query('commit');
    dispute.release();
    expect(await told).toEqual({ '40001': 1 });
    expect(await more()).toMatchObject([{ bond_id: null, to_suspense: full, replayed: false }]);
  });
});

async function waitForALock(): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'
    and datname = current_database()`;
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await books.database.admin.query<{ n: number }>(waiting);
    if (rows[0]?.n === 1) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('nobody waited for a lock');
}

test('a step waits for its own bond and for no other', async () => {
  const theirs = await refundOnItsWay('w1');
  const ours = await refundOnItsWay('w2');
  const settle = 'select ledger.settle($1, $2, $3, now())';
  const open = await books.pool('worker').connect();
  const other = await books.pool('worker').connect();
  try {
    await open.query('begin');
    await open.query(settle, [idOf('w1'), theirs, 're_w1:succeeded']);
    await other.query(`set lock_timeout = '100ms'`);
    expect((await other.query(settle, [idOf('w2'), ours, 're_w2:succeeded'])).rowCount).toBe(1);
    // A decision about the locked bond is no step: it waits for nobody either.
    const decide = `insert into ledger.decision (id, owner_id, refund, currency, rule, decided_at)
      values ($1, $2, 1, 'USD', 'R15a', now())`;
    expect((await other.query(decide, [idOf('d_w1b'), idOf('w1')])).rowCount).toBe(1);
    const same = other.query(settle, [idOf('w1'), theirs, 're_w1:succeeded']);
    await expect(same).rejects.toMatchObject({ code: '55P03' });
  } finally {
    await open.query('commit');
    await other.query('reset lock_timeout');
    open.release();
    other.release();
  }
});

// Whoever decides passes on the rows that it has locked: none is locked twice in a transaction, and
// what was locked is not read again. What needs no answer of another leaves with it: in one flight.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { World } from '../support/world/world.ts';
import { locksOf, readsOf, transactionsOf, type Transaction } from '../support/statements.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

const wrote = (t: Transaction, what: string) => t.statements.some((text) => text.includes(what));

/** The one transaction of the worker that wrote this. */
async function theOneThatWrote(what: string, work: () => Promise<unknown>): Promise<Transaction> {
  const all = await transactionsOf(world.worker.get(DataSource), work);
  const found = all.filter((t) => wrote(t, what));
  expect(found).toHaveLength(1);
  return found[0]!;
}
const asked = (statements: string[], table: string) => ({
  locks: locksOf(statements, table).length,
  reads: readsOf(statements, table).length,
});

test('a departure locks the case once and its bond once, and reads them no more', async () => {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  const { statements, flights } = await theOneThatWrote('INSERT INTO "refund"', () =>
    world.crossed(world.record('departed', posted)),
  );
  // The list of the traveller's cases, from which it is known which one is meant; then the lock.
  expect(asked(statements, 'visa_case')).toEqual({ locks: 1, reads: 2 });
  // The lock, and a look from the bond whether its case is frozen.
  expect(asked(statements, 'bond')).toEqual({ locks: 1, reads: 2 });
  // Whose record it is, beside its keys, and whose consulate answers for it: from one look each.
  expect(asked(statements, 'border_client').reads).toBe(1);
  expect(asked(statements, 'consulate').reads).toBe(1);
  // One of them looks whether the way the bond was paid is closed to a refund.
  expect(statements.length).toBeLessThanOrEqual(47);
  expect(flights).toBeLessThanOrEqual(25);
});

test('a payment that posts its bond locks case, bond and payment once each', async () => {
  const posted = await world.aBond().opened();
  await world.pay(posted.url);
  const all = await transactionsOf(world.worker.get(DataSource), () => world.news());
  const [held, ...others] = all.filter((t) => wrote(t, 'insert into bond_history'));
  expect(others).toEqual([]);
  const { statements, flights } = held!;
  expect(asked(statements, 'visa_case')).toEqual({ locks: 1, reads: 1 });
  // One look-up by the processor's names, from which it is known what to lock.
  expect(asked(statements, 'bond')).toEqual({ locks: 1, reads: 2 });
  // And the bond's other payments, whose pages are closed.
  expect(asked(statements, 'payment')).toEqual({ locks: 1, reads: 3 });
  // The code of its receipt with them.
  expect(statements.length).toBeLessThanOrEqual(20);
  expect(flights).toBeLessThanOrEqual(6);
  // From the stored event on: it is claimed, the version of its row is read, and it is applied.
  const [claimed, versions] = all;
  expect(claimed!.flights + versions!.flights + flights).toBeLessThanOrEqual(12);
});

test('a refund that arrives locks its bond and its disbursement once each', async () => {
  const { bondId, disbursementId } = await world.aBond().cancelled();
  const { statements, flights } = await theOneThatWrote('insert into bond_history', () =>
    world.send(disbursementId),
  );
  expect(await world.statesOf(bondId)).toEqual(['succeeded']);
  expect(asked(statements, 'bond')).toEqual({ locks: 1, reads: 1 });
  expect(asked(statements, 'disbursement')).toMatchObject({ locks: 1 });
  expect(statements.length).toBeLessThanOrEqual(18);
  expect(flights).toBeLessThanOrEqual(10);
});

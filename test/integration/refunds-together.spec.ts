// Disbursements that are sent at once: each is called for itself, and all are written together.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Database } from '#platform';
import { Processor } from '#processor';
import type { TestBond } from '../support/world/bonds.ts';
import { RETURNED } from '../support/world/refunds.ts';
import { World } from '../support/world/world.ts';

type Cancelled = TestBond & { readonly disbursementId: string };
let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const sendAll = (bonds: readonly Cancelled[]) =>
  Promise.allSettled(bonds.map(({ disbursementId }) => world.send(disbursementId)));

async function cancelled(count: number): Promise<Cancelled[]> {
  const bonds: Cancelled[] = [];
  while (bonds.length < count) bonds.push(await world.aBond().cancelled());
  return bonds;
}

const DECLINED = { kind: 'refused', code: 'declined', retryWithNewKey: false } as const;

/** Everything that says of a bond that its money has gone back, without what names it. */
async function writtenOf({ bondId, disbursementId, reference }: Cancelled) {
  const steps = (table: string, id: string) =>
    world.rows(
      `select seq, event, from_state, to_state, actor_kind, reason_code from ${table}
       where owner_id = $1 order by seq`,
      id,
    );
  return {
    disbursement: await steps('disbursement_history', disbursementId),
    bond: await steps('bond_history', bondId),
    books: await world.rows(
      `select seq, phase, code, debit, credit, amount, left(cause, 3) as cause, follows
       from ledger.transfer where owner_id = $1 order by seq`,
      bondId,
    ),
    trail: await world.rows(
      `select action, outcome, actor_kind from audit_entry where subject_id in ($1, $2)
       order by action`,
      bondId,
      disbursementId,
    ),
    mails: await world.rows(
      `select m.template, count(j.id)::int as jobs from mail m
       left join pgboss.job j on j.data->>'mailId' = m.id::text
       where m.params->>'reference' = $1 group by m.id, m.template order by m.template`,
      reference,
    ),
    refund: await world.rows(
      `select returned_on is not null as returned, d.processor_refund_id is not null as known,
         d.version from refund r join disbursement d on d.refund_id = r.id where d.id = $1`,
      disbursementId,
    ),
  };
}

/** How many transactions the sending took meanwhile. */
async function transactionsOf(work: () => Promise<unknown>): Promise<number> {
  const database = world.worker.get(Database);
  const write = database.write.bind(database);
  let count = 0;
  database.write = (ctx, fn) => {
    if (ctx.actor.kind === 'system' && ctx.actor.name === 'disbursement.send') count += 1;
    return write(ctx, fn);
  };
  await work().finally(() => (database.write = write));
  return count;
}

/** Every answer waits for the others. */
async function answeredAtOnce(count: number, work: () => Promise<unknown>): Promise<unknown> {
  const processor = world.worker.get(Processor);
  const create = processor.createRefund.bind(processor);
  const all = Promise.withResolvers<void>();
  let answered = 0;
  processor.createRefund = async (wish) => {
    const answer = await create(wish);
    answered += 1;
    if (answered === count) all.resolve();
    await all.promise;
    return answer;
  };
  return work().finally(() => (processor.createRefund = create));
}

test('many take the two transactions of one, and write what one alone writes', async () => {
  const [alone, ...many] = (await cancelled(5)) as [Cancelled, ...Cancelled[]];
  expect(await transactionsOf(() => sendAll([alone]))).toBe(2);
  const expected = await writtenOf(alone);
  expect(expected.mails).toContainEqual({ template: 'refund_succeeded', jobs: 1 });

  const calls = (await world.refundCalls()).length;
  const together = () => answeredAtOnce(many.length, () => sendAll(many));
  expect(await transactionsOf(together)).toBe(2);

  for (const bond of many) {
    expect(await writtenOf(bond)).toEqual(expected);
    expect(await world.bondOf(bond.bondId)).toMatchObject(RETURNED);
    expect(await world.refundsOf(bond.bondId)).toHaveLength(1);
  }
  expect(await world.refundCalls()).toHaveLength(calls + many.length);
});

test('one that cannot be sent holds up no other', async () => {
  const bonds = await cancelled(2);
  const nobody = { ...bonds[0]!, disbursementId: bonds[0]!.bondId };

  const [first, missing, last] = await sendAll([bonds[0]!, nobody, bonds[1]!]);

  expect(missing).toMatchObject({ reason: { message: 'no such disbursement' } });
  expect([first?.status, last?.status]).toEqual(['fulfilled', 'fulfilled']);
  for (const { bondId } of bonds) expect(await world.statesOf(bondId)).toEqual(['succeeded']);
});

test('two jobs of one disbursement that run at once make one refund', async () => {
  const [bond, other] = (await cancelled(2)) as [Cancelled, Cancelled];

  const ends = await sendAll([bond, bond, other]);

  expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  for (const { bondId } of [bond, other]) {
    expect(await world.statesOf(bondId)).toEqual(['succeeded']);
    expect(await world.refundsOf(bondId)).toHaveLength(1);
  }
});

test('each gets what the processor says of it: one is made, one refused, one contradicted', async () => {
  const [made, refused, contradicted] = (await cancelled(3)) as [Cancelled, Cancelled, Cancelled];
  const processor = world.worker.get(Processor);
  const create = processor.createRefund.bind(processor);
  processor.createRefund = async (wish) => {
    if (wish.disbursementId === refused.disbursementId) return DECLINED;
    const answer = await create(wish);
    if (wish.disbursementId !== contradicted.disbursementId || answer.kind !== 'done')
      return answer;
    const { amount } = answer.value;
    return { kind: 'done', value: { ...answer.value, amount: { ...amount, minor: 1n } } };
  };

  const ends = await sendAll([made, refused, contradicted]).finally(
    () => (processor.createRefund = create),
  );

  expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(await world.statesOf(made.bondId)).toEqual(['succeeded']);
  expect(await world.statesOf(refused.bondId)).toEqual(['failed', 'due']);
  expect(await world.statesOf(contradicted.bondId)).toEqual(['unknown']);
});

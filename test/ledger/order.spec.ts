// News comes in any order: whatever happens to refunds and disputes, the books end the same.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Books, idOf } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await Books.open();
});
afterAll(() => books.close());

/** What the processor can say of one refund, in its own order. */
const lives = [
  ['succeeded'],
  ['failed'],
  ['succeeded', 'failed_after_success'],
  ['failed', 'succeeded'],
  ['failed', 'succeeded', 'failed_after_success'],
] as const;
type RefundNews = (typeof lives)[number][number];
type News = (bond: string, reserves: readonly number[]) => Promise<unknown>;

const refundNews =
  (which: number) =>
  (happened: RefundNews): News =>
  (bond, reserves) => {
    const verb = { succeeded: 'settle', failed: 'void', failed_after_success: 'takeBack' } as const;
    return books[verb[happened]](bond, reserves[which] ?? 0, `re_${bond}_${which}:${happened}`);
  };

function disputeNews(which: number, amount: bigint, end: 'won' | 'lost'): News[] {
  let seq = 0;
  return [
    async (bond) => {
      seq = await books.disputed(bond, amount, `du_${bond}_${which}:withdrawn`);
    },
    (bond) => books[end](bond, seq, `du_${bond}_${which}:${end}`),
  ];
}

const streams = fc.record({
  refunds: fc.tuple(fc.constantFrom(...lives), fc.constantFrom(...lives)),
  disputes: fc.array(
    fc.record({
      amount: fc.bigInt(1n, 10n),
      end: fc.constantFrom('won' as const, 'lost' as const),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  /** Picks which stream speaks next; two of them give two orders of the same news. */
  orders: fc.tuple(
    fc.array(fc.nat(99), { minLength: 10, maxLength: 10 }),
    fc.array(fc.nat(99), { minLength: 10, maxLength: 10 }),
  ),
});
type Streams = typeof streams extends fc.Arbitrary<infer S> ? S : never;

/** Each stream keeps its own order; how they interleave is what `picks` says. */
function interleave(of: News[][], picks: readonly number[]): News[] {
  const left = of.map((stream) => [...stream]);
  const order: News[] = [];
  for (let turn = 0; left.some((stream) => stream.length > 0); turn++) {
    const speaking = left.filter((stream) => stream.length > 0);
    const next = speaking[(picks[turn % picks.length] ?? 0) % speaking.length]?.shift();
    if (next !== undefined) order.push(next);
  }
  return order;
}

async function booksAfter(bond: string, s: Streams, picks: readonly number[]): Promise<unknown> {
  await books.receive(bond, { amount: 10n });
  await books.byRule(`d_${bond}`, bond, 10n);
  const reserves = [
    await books.reserve(bond, { decision: `d_${bond}`, amount: 6n, disbursement: `${bond}_0` }),
    await books.reserve(bond, { decision: `d_${bond}`, amount: 4n, disbursement: `${bond}_1` }),
  ];
  const news = [
    ...s.refunds.map((life, which) => life.map(refundNews(which))),
    ...s.disputes.map(({ amount, end }, which) => disputeNews(which, amount, end)),
    [(b: string) => books.receive(null, { payment: `pi_${b}_more`, amount: 3n })],
  ];
  for (const tell of interleave(news, picks)) await tell(bond, reserves);
  const accounts = await books.rows(
    'auditor',
    `select account, sum(amount)::bigint as balance from (
       select debit as account, amount from ledger.transfer
       where owner_id = any($1) and phase in ('post', 'settle')
       union all select credit, -amount from ledger.transfer
       where owner_id = any($1) and phase in ('post', 'settle')) moved
     group by account having sum(amount) <> 0 order by account`,
    [[idOf(bond), idOf(`pi_${bond}_more`)]],
  );
  return { figures: await books.figuresOf(bond), accounts };
}

let runs = 0;

test('the same news in two orders ends in the same books', async () => {
  await fc.assert(
    fc.asyncProperty(streams, async (s) => {
      const name = `o${++runs}`;
      const one = await booksAfter(`${name}a`, s, s.orders[0]);
      const other = await booksAfter(`${name}b`, s, s.orders[1]);
      expect(other).toEqual(one);
    }),
    { numRuns: 80 },
  );
  await books.isClean();
}, 60_000);

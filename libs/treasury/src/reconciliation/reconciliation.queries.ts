import { instantFromDate, money, type Currency, type Instant, type Money } from '#kernel';
import { LedgerQueries, type Balance } from '#ledger';
import { inStates, OracleQueries, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ProcessorBalances, type ToldBalance } from '../balance/processor-balances.store.ts';
import { unsettledDifferences } from '../domain/difference.lifecycle.ts';
import type { ReadAt, Reconciliation } from '../domain/reconciliation.ts';

const SUMS = `
  select 'moved' as kind, currency, net_minor as minor, 0 as lines from movement_total
  union all
  -- As of the pass that added up the books' account.
  select 'cash', currency, minor, 0 from trial_cash where as_of = $1
  union all
  select 'underWay', m.currency, sum(m.amount_minor - m.fee_minor), 0
  from disbursement d join processor_movement m on m.object_id = d.processor_refund_id
  where d.state in ('sending', 'pending', 'requires_action', 'unknown') group by 2
  union all
  select 'underWay', m.currency, sum(m.amount_minor - m.fee_minor), 0
  from reversal v join processor_movement m on m.object_id = v.processor_object
  -- Nothing is decided on it while it waits: an index has those that are open.
  where v.state = 'open' and v.kind = 'refund' and v.money = 'waiting' group by 2
  union all
  select 'differences', currency, sum(coalesce(moved_minor - moved_fee_minor, 0)
    - coalesce(booked_minor - booked_fee_minor, 0)), count(*)
  from money_difference
  where ${inStates(unsettledDifferences)} and kind not in ('bank_only', 'not_at_bank') group by 2`;

interface Sum {
  readonly kind: 'moved' | 'cash' | 'underWay' | 'differences';
  readonly currency: Currency;
  readonly minor: string;
  readonly lines: string;
}

export interface Reconciled {
  readonly at: ReadAt;
  /** When both sides were last compared; null when they never were. Wall clock. */
  readonly comparedAt: Instant | null;
  /** One for each currency in which there is anything. */
  readonly currencies: readonly (Reconciliation & { readonly currency: Currency })[];
}

/** What the books, the processor's list and its balance say, beside each other. */
@Injectable()
export class ReconciliationQueries {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly oracles: OracleQueries,
    private readonly balances: ProcessorBalances,
  ) {}

  async all(tx: Tx): Promise<Reconciled> {
    const pass = await this.oracles.last(tx);
    const booked = (pass ? await this.ledger.balances(tx, pass.beganAt) : []).filter(
      ({ account }) => account === 'processor:clearing',
    );
    const told = await this.balances.newest(tx);
    const sums = await tx.query<Sum>(SUMS, [pass?.beganAt ?? null]);
    const [read] = await tx.query<{ list: Date | null; compared: Date | null }>(
      `select (select ended_at from movement_listing where ended_at is not null
           order by began_at desc limit 1) as list,
         (select compared_at from comparison_progress) as compared`,
    );
    return {
      at: {
        books: pass && pass.endedAt.subtract({ seconds: pass.seconds }),
        list: read!.list && instantFromDate(read!.list),
        balance: told[0]?.at ?? null,
      },
      comparedAt: read!.compared && instantFromDate(read!.compared),
      currencies: currenciesOf(booked, told, sums).map((currency) => ({
        currency,
        ...figuresIn(currency, booked, told, sums),
      })),
    };
  }
}

function currenciesOf(
  booked: readonly Balance[],
  told: readonly ToldBalance[],
  sums: readonly Sum[],
) {
  const all = [
    ...booked.map(({ balance }) => balance.currency),
    ...told.map(({ available }) => available.currency),
    ...sums.map(({ currency }) => currency),
  ];
  return [...new Set(all)].sort();
}

function figuresIn(
  currency: Currency,
  booked: readonly Balance[],
  told: readonly ToldBalance[],
  sums: readonly Sum[],
): Reconciliation {
  const ours = sums.filter((sum) => sum.currency === currency);
  const sumOf = (kind: Sum['kind']): Money =>
    money(
      ours.reduce((all, sum) => (sum.kind === kind ? all + BigInt(sum.minor) : all), 0n),
      currency,
    );
  const there = told.find(({ available }) => available.currency === currency);
  return {
    booked: booked.find((b) => b.balance.currency === currency)?.balance ?? money(0n, currency),
    ...{ payersCash: sumOf('cash'), moved: sumOf('moved'), underWay: sumOf('underWay') },
    told: there ? money(there.available.minor + there.pending.minor, currency) : null,
    differences: sumOf('differences'),
    lines: ours.reduce((all, sum) => all + Number(sum.lines), 0),
  };
}

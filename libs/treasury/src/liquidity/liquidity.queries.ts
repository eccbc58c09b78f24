import { money, type Currency } from '#kernel';
import type { Tx, WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import { NEWEST_BALANCES, ProcessorBalances } from '../balance/processor-balances.store.ts';
import { DAYS_AHEAD, type Liquidity } from '../domain/liquidity.ts';

/** SQL: refunds by the processor that were decided and have not left its balance yet. */
const DUE = `select d.currency, sum(d.amount_minor) as minor from disbursement d
  where d.route = 'processor' and (d.state in ('due', 'approved', 'sending', 'unknown')
    or d.state = 'pending' and d.pending_reason = 'insufficient_funds')
  group by d.currency`;

/**
 * SQL: bonds whose visa or stay ends within the days ahead, while records are waited for. What one holds is
 * looked up for each: joined, all accounts that there ever were are read.
 */
const SOON = `select b.currency,
    sum((select a.held from ledger.account a where a.owner_id = b.id)) as minor
  from visa v join bond b on b.case_id = v.case_id
  where v.due_on is not null and b.state = 'held'
    and coalesce(v.leave_by, v.valid_until)
      <= ((select app.legal_now()) at time zone 'UTC')::date + ${DAYS_AHEAD}
  group by b.currency`;

/** Currencies in which less is available than is to be sent: each waits for the treasury. */
export const treasuryWaiting = {
  moneyShort: `select from (${NEWEST_BALANCES}) told left join (${DUE}) due using (currency)
    where told.available_minor < coalesce(due.minor, 0)`,
} as const satisfies WaitingLists;

interface Sum {
  readonly kind: 'due' | 'soon';
  readonly currency: Currency;
  readonly minor: string;
}

/** Whether what is at the processor is enough for the refunds that are due and may be. */
@Injectable()
export class LiquidityQueries {
  constructor(private readonly balances: ProcessorBalances) {}

  /** One for each currency that the processor tells of, or in which something is due. */
  async all(tx: Tx): Promise<Liquidity[]> {
    const told = await this.balances.newest(tx);
    const sums = await tx.query<Sum>(
      `select 'due' as kind, * from (${DUE}) due union all select 'soon', * from (${SOON}) soon`,
      [],
    );
    const currencies = new Set([
      ...told.map(({ available }) => available.currency),
      ...sums.map(({ currency }) => currency),
    ]);
    return [...currencies].sort().map((currency) => ({
      told: told.find(({ available }) => available.currency === currency) ?? null,
      due: sumIn(sums, 'due', currency),
      soon: sumIn(sums, 'soon', currency),
    }));
  }
}

function sumIn(sums: readonly Sum[], kind: Sum['kind'], currency: Currency) {
  const found = sums.find((sum) => sum.kind === kind && sum.currency === currency);
  return money(BigInt(found?.minor ?? 0), currency);
}

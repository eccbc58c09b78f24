import { instantFromDate, money, type Currency, type Instant, type Money } from '#kernel';
import {
  inStates,
  listPage,
  type ListPage,
  type ListWish,
  type Tx,
  type WaitingLists,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isOfBank } from '../domain/difference.ts';
import { unsettledDifferences, type DifferenceState } from '../domain/difference.lifecycle.ts';
import { BOOKED, wantedBy } from './booked.queries.ts';
import { MoneyDifference } from './money-difference.entity.ts';

export type DifferenceFilter = 'open' | 'all';

/** What waits for a person; what one has proposed is another's to confirm. */
export const differencesWaiting = {
  differences: `select from money_difference d where d.state = 'open'
    or d.state = 'proposed' and d.proposed_by <> $2`,
} as const satisfies WaitingLists;

/** One row of either side about an object. */
export interface SideEntry {
  /** txn_… at the processor; the bank's reference; the cause in the books. */
  readonly name: string;
  /** The processor's own word, or the code of the chart. */
  readonly what: string;
  /** What it did to our balance there. */
  readonly net: Money;
  readonly at: Instant;
}

interface DifferenceStep {
  readonly event: string;
  readonly to: DifferenceState;
  readonly actorId: string | null;
  readonly at: Instant;
}

export interface DifferenceView {
  readonly row: MoneyDifference;
  readonly moved: readonly SideEntry[];
  readonly booked: readonly SideEntry[];
  readonly history: readonly DifferenceStep[];
}

interface EntryRow {
  readonly name: string;
  readonly what: string;
  readonly net: string;
  readonly currency: Currency;
  readonly at: Date;
}

const ENTRIES_MAX = 50;

const MOVED = `select id as name, category as what, amount_minor - fee_minor as net, currency,
    created_at as at
  from processor_movement where object_id = $1 and currency = $2
  order by created_at, id limit ${ENTRIES_MAX}`;

const ENTRIES = `with ${BOOKED}
  select cause as name, code as what, currency, happened_at as at, net
  from booked where currency = $3 order by learned_at, cause, line limit ${ENTRIES_MAX}`;

/** What the bank's statement shows, and what the books have, of a difference about the bank. */
const AT_BANK = `select coalesce(e.bank_reference, e.processor_object, e.name) as name,
    'entry' as what, e.amount_minor as net, e.currency, e.booked_on::timestamp at time zone 'UTC' as at
  from bank_entry e where e.id = case when $1 like 'bank\\_%' then substr($1, 6)::uuid end`;

const ON_ACCOUNT = `select t.cause as name, t.code as what, t.currency, t.happened_at as at,
    case when t.debit = 'bank:escrow' then t.amount else -t.amount end as net
  from ledger.transfer t where t.owner_id = case when $1 like 'book\\_%'
      then split_part($1, '_', 2)::uuid end
    and t.seq = case when $1 like 'book\\_%' then split_part($1, '_', 3)::int end
  union all
  select t.cause, t.code, t.currency, t.happened_at,
    case when t.debit = 'bank:escrow' then t.amount else -t.amount end
  from bank_match m join ledger.transfer t using (owner_id, seq)
  where m.entry_id = case when $1 like 'bank\\_%' then substr($1, 6)::uuid end
  limit ${ENTRIES_MAX}`;

/** Differences as pages show them. */
@Injectable()
export class DifferenceQueries {
  /** One page, the longest standing first; or all of them, the newest first. For staff. */
  async list(tx: Tx, filter: DifferenceFilter, wish: ListWish): Promise<ListPage<MoneyDifference>> {
    const found = await listPage<{ id: string }>(
      tx,
      {
        ...{ columns: 'd.id', from: 'money_difference d' },
        where: filter === 'all' ? 'true' : inStates(unsettledDifferences, 'd.state'),
        ...{ at: 'd.since', type: 'timestamptz', id: 'd.id' },
        order: filter === 'all' ? 'desc' : 'asc',
      },
      wish,
    );
    const ids = found.rows.map((row) => row.id);
    const rows = await tx.manager.getRepository(MoneyDifference).findBy({ id: In(ids) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { ...found, rows: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  async one(tx: Tx, id: string): Promise<DifferenceView | null> {
    const row = await tx.manager.getRepository(MoneyDifference).findOneBy({ id });
    if (!row) return null;
    const { objectId, currency } = row;
    const isBank = isOfBank(row.kind);
    const moved = isBank
      ? await tx.query<EntryRow>(AT_BANK, [objectId])
      : await tx.query<EntryRow>(MOVED, [objectId, currency]);
    const booked = isBank
      ? await tx.query<EntryRow>(ON_ACCOUNT, [objectId])
      : await tx.query<EntryRow>(ENTRIES, [...wantedBy([objectId]), currency]);
    const steps = await tx.query<Omit<DifferenceStep, 'at'> & { at: Date }>(
      `select event, to_state as "to", actor_id as "actorId", happened_at as at
       from money_difference_history where owner_id = $1 order by seq`,
      [id],
    );
    return {
      ...{ row, moved: moved.map(entryOf), booked: booked.map(entryOf) },
      history: steps.map((step) => ({ ...step, at: instantFromDate(step.at) })),
    };
  }
}

const entryOf = ({ name, what, net, currency, at }: EntryRow): SideEntry => ({
  ...{ name, what, net: money(BigInt(net), currency) },
  at: instantFromDate(at),
});

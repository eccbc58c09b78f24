import { instantFromDate, money, type Currency, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BOOKED, wantedBy } from './booked.queries.ts';
import type { ObjectSides, MoneySide } from '../domain/difference.ts';

/** SQL: what may say that there is news of an object; a promise says nothing of the processor. */
const NEWS = `t.phase <> 'reserve' and t.code <> 'matched'
  and (t.debit = 'processor:clearing' or t.credit = 'processor:clearing')`;

interface Learned {
  readonly id: string;
  readonly at: string;
}

interface SidesRow {
  readonly objectId: string;
  readonly currency: Currency;
  readonly category: string | null;
  readonly moved: string | null;
  readonly movedFee: string | null;
  readonly booked: string | null;
  readonly bookedFee: string | null;
  readonly isUnderWay: boolean;
  readonly isPayersCash: boolean;
  readonly since: Date;
}

/** Both sides of one object in one currency, and since when there is something of it. */
export interface DatedSides extends ObjectSides {
  readonly currency: Currency;
  readonly since: Instant;
}

/** After one moment and up to another, as PostgreSQL writes them: a Date has no microseconds. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** What was learned in a stretch, up to `until`. */
export interface Touched {
  readonly objectIds: readonly string[];
  readonly until: string;
  /** There may be more behind it. */
  readonly isMore: boolean;
}

/** Both sides of what moved, found by the objects that something is new of. No past is read. */
@Injectable()
export class ObjectSidesQueries {
  /** Objects of movements that were learned in it, the earliest first. */
  async ofMovements(tx: Tx, { from, to }: Stretch, limit: number): Promise<Touched> {
    const rows = await tx.query<Learned>(
      `select object_id as id, learned_at::text as at from processor_movement
       where learned_at > $1 and learned_at <= $2
       order by learned_at fetch first ${limit} rows with ties`,
      [from, to],
    );
    return touchedBy(rows, limit, to);
  }

  /** The same of what was booked. A fee is of the movement that it was kept of. */
  async ofTransfers(tx: Tx, { from, to }: Stretch, limit: number): Promise<Touched> {
    const rows = await tx.query<Learned>(
      `select coalesce(m.object_id, b.id) as id, b.at::text as at
       from (select split_part(t.cause, ':', 1) as id, t.learned_at as at from ledger.transfer t
             where ${NEWS} and t.cause ~ '^[a-z]+_'
               and t.learned_at > $1 and t.learned_at <= $2
             order by t.learned_at fetch first ${limit} rows with ties) b
       left join processor_movement m on m.id = b.id
       order by b.at`,
      [from, to],
    );
    return touchedBy(rows, limit, to);
  }

  /** One for each of these objects and currency in which either side has something. */
  async of(tx: Tx, objectIds: readonly string[]): Promise<DatedSides[]> {
    if (objectIds.length === 0) return [];
    const rows = await tx.query<SidesRow>(SIDES, wantedBy(objectIds));
    return rows.map(sidesOf);
  }
}

function touchedBy(rows: readonly Learned[], limit: number, to: string): Touched {
  const isMore = rows.length >= limit;
  const objectIds = [...new Set(rows.map((row) => row.id))];
  return { objectIds, until: isMore ? rows.at(-1)!.at : to, isMore };
}

// Disbursement and reversal are found by the wanted name: the one that a full join makes of two is found
// by no index beneath row-level security, and all that there ever were would be read.
const SIDES = `
  with ${BOOKED}, moved as (
    select m.object_id, m.currency, sum(m.amount_minor) as amount, sum(m.fee_minor) as fee,
      min(m.created_at) as since, (array_agg(m.category order by m.created_at, m.id))[1] as category
    from wanted w join processor_movement m using (object_id) group by 1, 2
  ), summed as (
    select object_id, currency, min(happened_at) as since,
      coalesce(sum(net) filter (where not is_fee), 0) as amount,
      coalesce(-sum(net) filter (where is_fee), 0) as fee
    from booked group by 1, 2
  ), known as (
    select w.object_id,
      coalesce(d.state in ('sending', 'pending', 'requires_action', 'unknown'), false)
        or coalesce(v.kind = 'refund' and v.money = 'waiting', false) as is_under_way,
      w.object_id like 'ccsbtxn\\_%' or coalesce(d.processor_payment_id like 'cus\\_%', false)
        or coalesce(v.processor_payment_id like 'cus\\_%', false) as is_payers_cash
    from wanted w left join disbursement d on d.processor_refund_id = w.object_id
    left join reversal v on v.processor_object = w.object_id
  )
  select o.object_id as "objectId", o.currency, o.category, o.moved, o."movedFee", o.booked,
    o."bookedFee", o.since, k.is_under_way as "isUnderWay", k.is_payers_cash as "isPayersCash"
  from (select object_id, currency, m.category, m.amount as moved, m.fee as "movedFee",
          b.amount as booked, b.fee as "bookedFee", coalesce(m.since, b.since) as since
        from moved m full join summed b using (object_id, currency)) o
  join known k using (object_id)
  order by o.object_id, o.currency`;

const sideOf = (amount: string | null, fee: string | null, currency: Currency): MoneySide | null =>
  amount === null || fee === null
    ? null
    : { amount: money(BigInt(amount), currency), fee: money(BigInt(fee), currency) };

function sidesOf(row: SidesRow): DatedSides {
  const { objectId, currency, category, isUnderWay, isPayersCash } = row;
  return {
    ...{ objectId, currency, category, isUnderWay, isPayersCash },
    moved: sideOf(row.moved, row.movedFee, currency),
    booked: sideOf(row.booked, row.bookedFee, currency),
    since: instantFromDate(row.since),
  };
}

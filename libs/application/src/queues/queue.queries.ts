import type { Instant } from '#kernel';
import {
  COUNT_MAX,
  goesOn,
  LIST_PAGE_ROWS,
  momentOf,
  pageWithin,
  type After,
  type ListPage,
  type ListWish,
  type Tx,
} from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { CaseState } from '../domain/case.lifecycle.ts';
import { queues, type Queue, type QueueKey } from './queues.ts';

export interface QueueWish extends ListWish {
  readonly queue: QueueKey;
  /** The officer who asks. */
  readonly accountId: string;
  /** One consulate only; all of them when left out or null. */
  readonly consulateId?: string | null;
}

export interface QueueRow {
  readonly id: string;
  readonly reference: string;
  readonly programmeCode: string;
  readonly consulateId: string;
  /** The traveller. */
  readonly personId: string | null;
  readonly state: CaseState;
  readonly stateSince: Instant;
  readonly submittedAt: Instant;
  readonly assignedTo: string | null;
}

export type PageOfQueue = ListPage<QueueRow>;

/** Pages of the officers' queues; fast at hundreds of thousands of cases. No personal data. */
@Injectable()
export class QueueQueries {
  constructor(private readonly programmes: Programmes) {}

  async page(tx: Tx, wish: QueueWish): Promise<PageOfQueue> {
    const queue = queues[wish.queue];
    const keys = await this.keysOf(tx, queue.by, wish);
    const column = queue.by === 'holder' ? 'assigned_to' : 'consulate_id';
    const consulateId = queue.by === 'holder' ? (wish.consulateId ?? null) : null;
    const after = wish.after ?? null;
    const of = [keys, consulateId, ...(after ? [after.at, after.id] : [])];
    const where = whereOf(queue, after);
    const rowsAt = (offset: number) =>
      tx.query<Raw>(pageSql(column, where, queue.order, offset), of);
    // Together with the page that is asked for: few ask for one beyond the last.
    const wished = pageWithin(COUNT_MAX, wish.page).offset;
    const [[counted], found] = await Promise.all([
      tx.query<{ total: number }>(countSql(column, where), of),
      rowsAt(wished),
    ]);
    const total = counted?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, wish.page);
    const rows = offset === wished ? found : await rowsAt(offset);
    const keyed = rows.map((row) => ({ key: { at: row.key, id: row.id } }));
    const next = goesOn({ total, page, pages }, keyed);
    return { rows: rows.map(rowOf), total, page, pages, next };
  }

  private async keysOf(tx: Tx, by: Queue['by'], wish: QueueWish): Promise<string[]> {
    if (by === 'holder') return [wish.accountId];
    if (wish.consulateId) return [wish.consulateId];
    return (await this.programmes.allConsulates(tx)).map((c) => c.id);
  }
}

// One walk along the index per consulate, merged: the same plan for one and for all of them,
// which a plain "in" with an order would not get.
const pageSql = (column: string, where: string, order: Queue['order'], offset: number) => `
  select c.* from unnest($1::uuid[]) as key (id)
  cross join lateral (
    select id, reference, programme_code as "programmeCode", consulate_id as "consulateId",
           person_id as "personId", state, state_since as "stateSince", submitted_at as "submittedAt",
           assigned_to as "assignedTo", submitted_at::text as key
    from visa_case
    where ${column} = key.id and ($2::uuid is null or consulate_id = $2) and ${where}
    order by submitted_at ${order}, id ${order} limit ${offset + LIST_PAGE_ROWS}
  ) c
  order by c."submittedAt" ${order}, c.id ${order} offset ${offset} limit ${LIST_PAGE_ROWS}`;

const countSql = (column: string, where: string) => `
  select count(*)::int as total from (
    select from visa_case
    where ${column} = any($1) and ($2::uuid is null or consulate_id = $2) and ${where}
    limit ${COUNT_MAX + 1}) counted`;

const whereOf = ({ where, order }: Queue, after: After | null) =>
  after === null
    ? where
    : `${where} and (submitted_at, id) ${order === 'asc' ? '>' : '<'} ($3::timestamptz, $4::uuid)`;

type Raw = Omit<QueueRow, 'stateSince' | 'submittedAt'> & {
  stateSince: Date;
  submittedAt: Date;
  /** The moment to the microsecond, which a Date does not keep. */
  key: string;
};

const rowOf = ({ key: _, ...r }: Raw): QueueRow => ({
  ...r,
  stateSince: momentOf(r.stateSince),
  submittedAt: momentOf(r.submittedAt),
});

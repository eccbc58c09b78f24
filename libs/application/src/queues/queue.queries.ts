import type { Instant } from '#kernel';
import {
  COUNT_MAX,
  goesOn,
  LIST_PAGE_ROWS,
  momentOf,
  pageWithin,
  type ListPage,
  type ListWish,
  type Tx,
} from '#platform';
import { oneConsulateOrAll } from '#programme';
import { Injectable } from '@nestjs/common';
import type { CaseState } from '../domain/case.lifecycle.ts';
import { queues, type Queue, type QueueKey } from './queues.ts';

export interface QueueWish extends ListWish {
  readonly queue: QueueKey;
  /** The officer who asks. */
  readonly accountId: string;
  /** One consulate only; all of them when left out, null, or none that there is. */
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
  async page(tx: Tx, wish: QueueWish): Promise<PageOfQueue> {
    const { params, ...list } = listOf(wish);
    const { order } = queues[wish.queue];
    const rowsAt = (offset: number) => tx.query<Raw>(pageSql(list, order, offset), params);
    // Together with the page that is asked for: few ask for one beyond the last.
    const wished = pageWithin(COUNT_MAX, wish.page).offset;
    const [[counted], found] = await Promise.all([
      tx.query<{ total: number }>(countSql(list), params),
      rowsAt(wished),
    ]);
    const total = counted?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, wish.page);
    const rows = offset === wished ? found : await rowsAt(offset);
    const keyed = rows.map((row) => ({ key: { at: row.key, id: row.id } }));
    const next = goesOn({ total, page, pages }, keyed);
    return { rows: rows.map(rowOf), total, page, pages, next };
  }
}

/** SQL: where a queue stands in its index, and what of it is asked for. */
interface List {
  /** The index's first column, and statement of the values that are looked for there. */
  readonly column: string;
  readonly keys: string;
  readonly where: string;
}

function listOf({ queue, accountId, consulateId, after }: QueueWish) {
  const { by, where, order } = queues[queue];
  const params: unknown[] = [consulateId ?? null];
  const given = (value: string, type: string) => `$${params.push(value)}::${type}`;
  const consulates = oneConsulateOrAll('$1');
  const parts: string[] = [where];
  if (by === 'holder') parts.push(`consulate_id = any(array(${consulates}))`);
  if (after) {
    const [at, id] = [given(after.at, 'timestamptz'), given(after.id, 'uuid')];
    parts.push(`(submitted_at, id) ${order === 'asc' ? '>' : '<'} (${at}, ${id})`);
  }
  return {
    column: by === 'holder' ? 'assigned_to' : 'consulate_id',
    keys: by === 'holder' ? `select ${given(accountId, 'uuid')} as id` : consulates,
    ...{ where: parts.join(' and '), params },
  };
}

// One walk along the index per consulate, merged: the same plan for one and for all of them,
// which a plain "in" with an order would not get.
const pageSql = ({ column, keys, where }: List, order: Queue['order'], offset: number) => `
  select c.* from (${keys}) key
  cross join lateral (
    select id, reference, programme_code as "programmeCode", consulate_id as "consulateId",
           person_id as "personId", state, state_since as "stateSince", submitted_at as "submittedAt",
           assigned_to as "assignedTo", submitted_at::text as key
    from visa_case
    where ${column} = key.id and ${where}
    order by submitted_at ${order}, id ${order} limit ${offset + LIST_PAGE_ROWS}
  ) c
  order by c."submittedAt" ${order}, c.id ${order} offset ${offset} limit ${LIST_PAGE_ROWS}`;

const countSql = ({ column, keys, where }: List) => `
  select count(*)::int as total from (
    select from visa_case where ${column} = any(array(${keys})) and ${where}
    limit ${COUNT_MAX + 1}) counted`;

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

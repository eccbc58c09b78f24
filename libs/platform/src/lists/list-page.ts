import { isUuid } from '#kernel';
import type { Tx } from '../database/context.ts';

/** A list is counted so far from where it begins, and no further: no past is read for a number. */
export const COUNT_MAX = 1_000;
export const LIST_PAGE_ROWS = 50;

/** Where a list begins: after the row with this sort key. */
export interface After {
  /** A day or a moment, as PostgreSQL writes it. */
  readonly at: string;
  readonly id: string;
}

/** One page of a list, whose pages are numbered from where the list begins. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** How many there are from where it begins; beyond COUNT_MAX it says no more than that. */
  readonly total: number;
  /** From 1. A page beyond the last shows the last. */
  readonly page: number;
  readonly pages: number;
  /** Where the list goes on, on the last page of what was counted; null where it ends. */
  readonly next: After | null;
}

export interface ListWish {
  readonly page?: number;
  readonly after?: After | null;
}

const KEY = /^([0-9][0-9:. T+-]{9,34})~(\S{1,300})$/;

/** As it stands in an address; null for anything else, an id that no row of the list has included. */
export function afterFrom(text: unknown, isId: (id: string) => boolean = isUuid): After | null {
  const [, at, id] = typeof text === 'string' ? (KEY.exec(text) ?? []) : [];
  return at && id && isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}
export const afterText = ({ at, id }: After): string => `${at}~${id}`;

/** Which rows a page has, of a list of that many. */
export function pageWithin(counted: number, wish: number | undefined) {
  const pages = Math.max(1, Math.ceil(Math.min(counted, COUNT_MAX) / LIST_PAGE_ROWS));
  const page = Math.min(Math.max(1, Math.trunc(wish ?? 1) || 1), pages);
  return { page, pages, offset: (page - 1) * LIST_PAGE_ROWS };
}

/** Where the list goes on behind this page, if this is the last one that was counted. */
export const goesOn = <Row extends { readonly key: After }>(
  { total, page, pages }: { total: number; page: number; pages: number },
  rows: readonly Row[],
): After | null => (total > COUNT_MAX && page === pages ? (rows.at(-1)?.key ?? null) : null);

/** A list as SQL. Its two sort columns go the same way, and an index has them. */
export interface List {
  readonly columns: string;
  /** One table and its alias. */
  readonly from: string;
  /** What is added to `from` for a row's columns alone, once for each row that is shown. */
  readonly join?: string;
  readonly where: string;
  readonly at: string;
  readonly type: 'date' | 'timestamptz';
  /** The primary key. */
  readonly id: string;
  readonly order: 'asc' | 'desc';
}

type Keyed = { readonly key_at: string; readonly key_id: string; readonly key_total: number };

/** One page of the list; never more than COUNT_MAX rows are read for it. */
export async function listPage<Row>(tx: Tx, list: List, wish: ListWish): Promise<ListPage<Row>> {
  const params = wish.after ? [wish.after.at, wish.after.id] : [];
  // Beyond the last page the last is shown, which the statement alone knows.
  const { offset } = pageWithin(COUNT_MAX, wish.page);
  const rows = await tx.query<Row & Keyed>(pageSql(list, offset, Boolean(wish.after)), params);
  const total = rows[0]?.key_total ?? 0;
  const { page, pages } = pageWithin(total, wish.page);
  const keyed = rows.map((row) => ({ row, key: { at: row.key_at, id: row.key_id } }));
  return { rows, total, page, pages, next: goesOn({ total, page, pages }, keyed) };
}

/**
 * A walk along the index, which is counted and of which a page is shown. The order stands where it is
 * counted as well: without it the planner, which does not know where the list begins, expects to
 * come upon rows sooner than it does and reads the table. And only rows that are shown are joined.
 */
function pageSql(
  { columns, from, join, where, at, type, id, order }: List,
  offset: number,
  isAfter: boolean,
) {
  const isBehind = `(${at}, ${id}) ${order === 'asc' ? '>' : '<'} ($1::${type}, $2)`;
  return `
    with listed as materialized (
      select ${at} as at, ${id} as id from ${from}
      where ${where}${isAfter ? ` and ${isBehind}` : ''}
      order by ${at} ${order}, ${id} ${order} limit ${COUNT_MAX + 1}
    ), counted as (
      select count(*)::int as n,
        (least(count(*), ${COUNT_MAX}) - 1) / ${LIST_PAGE_ROWS} * ${LIST_PAGE_ROWS} as last_offset
      from listed
    ), shown as materialized (
      select at, id from listed order by at ${order}, id ${order} limit ${LIST_PAGE_ROWS}
      offset (select least(${offset}, last_offset) from counted)
    )
    select ${columns}, shown.at::text as key_at, shown.id::text as key_id, n as key_total
    from counted, shown join ${from} on ${id} = shown.id ${join ?? ''}
    order by shown.at ${order}, shown.id ${order}`;
}

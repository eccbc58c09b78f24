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

const KEY = /^([0-9][0-9:. T+-]{9,34})~([\w-]{36})$/;

/** As it stands in an address; null for anything else. */
export function afterFrom(text: unknown): After | null {
  const [, at, id] = typeof text === 'string' ? (KEY.exec(text) ?? []) : [];
  return at && id && isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
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
  readonly from: string;
  /** What is added to `from` for a row's columns alone, once for each row that is shown. */
  readonly join?: string;
  readonly where: string;
  readonly at: string;
  readonly type: 'date' | 'timestamptz';
  readonly id: string;
  readonly order: 'asc' | 'desc';
}

type Keyed = { readonly key_at: string; readonly key_id: string };

/** One page of the list; never more than COUNT_MAX rows are read for it. */
export async function listPage<Row>(tx: Tx, list: List, wish: ListWish): Promise<ListPage<Row>> {
  const { from, at, id, order } = list;
  const params = wish.after ? [wish.after.at, wish.after.id] : [];
  const isBehind = `(${at}, ${id}) ${order === 'asc' ? '>' : '<'} ($1::${list.type}, $2)`;
  const where = `where ${list.where}${wish.after ? ` and ${isBehind}` : ''}`;
  const rowsAt = (offset: number) =>
    tx.query<Row & Keyed>(
      `select ${list.columns}, ${at}::text as key_at, ${id}::text as key_id
       ${from} ${list.join ?? ''} ${where} order by ${at} ${order}, ${id} ${order}
       limit ${LIST_PAGE_ROWS} offset ${offset}`,
      params,
    );
  // Together with the page that is asked for: few ask for one beyond the last.
  const wished = pageWithin(COUNT_MAX, wish.page).offset;
  const [[counted], first] = await Promise.all([
    tx.query<{ n: number }>(
      `select count(*)::int as n from (select ${from} ${where} limit ${COUNT_MAX + 1}) counted`,
      params,
    ),
    rowsAt(wished),
  ]);
  const total = counted?.n ?? 0;
  const { page, pages, offset } = pageWithin(total, wish.page);
  const found = offset === wished ? first : await rowsAt(offset);
  const keyed = found.map((row) => ({ row, key: { at: row.key_at, id: row.key_id } }));
  const next = goesOn({ total, page, pages }, keyed);
  return { rows: found, total, page, pages, next };
}

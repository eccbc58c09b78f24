import type { Tx } from '../database/context.ts';

/**
 * In a library: its lists of what waits for a person, by name. Each is SQL that gives one row for
 * each thing that waits; $1 are the consulates of who asks, $2 is their account.
 */
export type WaitingLists<K extends string = string> = Readonly<Record<K, string>>;

export interface WhoAsks {
  readonly consulateIds: readonly string[];
  readonly accountId: string;
}

/** Beyond this a count only says "and more": a desk must not count a hundred thousand rows. */
export const WAITING_MAX = 99;

const counted = ([name, sql]: [string, string]) =>
  `select '${name}' as name,
     (select count(*)::int from (${sql} limit ${WAITING_MAX + 1}) waiting) as n`;

/** How much waits in each of these lists, in one statement, whichever libraries they come from. */
export async function countWaiting<K extends string>(
  tx: Tx,
  lists: WaitingLists<K>,
  asks: WhoAsks,
): Promise<Map<K, number>> {
  const all = Object.entries<string>(lists);
  if (all.length === 0) return new Map();
  // Both parameters are named once, so that their types are known whichever lists are asked for.
  const rows = await tx.query<{ name: K; n: number }>(
    `select * from (select $1::uuid[], $2::uuid) asked,
       lateral (${all.map(counted).join(' union all ')}) waiting`,
    [asks.consulateIds, asks.accountId],
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
}

import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { deskLists, type DeskKey } from './desk-lists.ts';

/** Beyond this a count only says "and more": a desk must not count a hundred thousand rows. */
export const COUNT_MAX = 99;

const counted = (key: DeskKey) =>
  `select '${key}' as key,
     (select count(*)::int from (${deskLists[key].sql} limit ${COUNT_MAX + 1}) waiting) as n`;

/** How much waits in each list, in one statement. */
@Injectable()
export class DeskQueries {
  async counts(
    tx: Tx,
    keys: readonly DeskKey[],
    of: { offices: readonly string[]; accountId: string },
  ): Promise<Map<DeskKey, number>> {
    if (keys.length === 0) return new Map();
    // Both parameters are named once, so that their types are known whichever lists are asked for.
    const rows = await tx.query<{ key: DeskKey; n: number }>(
      `select * from (select $1::uuid[], $2::uuid) asked,
         lateral (${keys.map(counted).join(' union all ')}) waiting`,
      [of.offices, of.accountId],
    );
    return new Map(rows.map((row) => [row.key, row.n]));
  }
}

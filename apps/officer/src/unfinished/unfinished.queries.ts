import { momentOf, type Tx, type WaitingLists } from '#platform';
import type { Instant } from '#kernel';
import { Injectable } from '@nestjs/common';

export type UnfinishedKind = 'events' | 'mail' | 'looks' | 'sweep';

export interface Unfinished {
  readonly kind: UnfinishedKind;
  /** Up to the limit of counting; null for the sweep itself. */
  readonly waiting: number | null;
  readonly since: Instant;
}

/** SQL, so that the list and the desk's count mean the same. An old row of the sweep is no news. */
const unfinishedWork = `select kind from waiting_work
  where waiting > 0 or kind = 'sweep' and seen_at < now() - interval '5 minutes'`;

export const unfinishedWaiting = {
  unfinished: unfinishedWork,
} as const satisfies WaitingLists;

/** Work that nothing finishes, as the worker's last sweep saw it. */
@Injectable()
export class UnfinishedQueries {
  async list(tx: Tx): Promise<Unfinished[]> {
    const rows = await tx.query<{ kind: UnfinishedKind; waiting: number; since: Date }>(
      `select kind, waiting, coalesce(oldest_at, seen_at) as since from waiting_work
       where kind in (${unfinishedWork}) order by since`,
    );
    return rows.map(({ kind, waiting, since }) => ({
      ...{ kind, since: momentOf(since) },
      waiting: kind === 'sweep' ? null : waiting,
    }));
  }
}

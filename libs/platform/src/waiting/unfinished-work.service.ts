import type { Instant } from '#kernel';
import { Injectable } from '@nestjs/common';
import { momentOf } from '../database/columns.ts';
import { systemCtx, type Tx } from '../database/context.ts';
import { Database } from '../database/database.service.ts';
import type { WaitingLists } from './waiting.ts';

/**
 * In a library: its lists of what a job should have finished by now, by name. Each is SQL that gives
 * the time since when, as "at", the oldest first, from an index of what is open.
 */
export type UnfinishedLists<K extends string = string> = Readonly<Record<K, string>>;

export interface Unfinished<K extends string> {
  readonly kind: K | 'sweep';
  /** Up to the limit of counting; null for the sweep itself. */
  readonly waiting: number | null;
  readonly since: Instant;
}

/** Beyond it a count says no more; and no history is read for a number. */
export const UNFINISHED_MAX = 1000;

const SWEEP_OVERDUE = `kind = 'sweep' and seen_at < now() - interval '5 minutes'`;

/** SQL, so that the list and the desk's count mean the same. An old row of the sweep is no news. */
const NOTED = `select kind from waiting_work where waiting > 0 or ${SWEEP_OVERDUE}`;

export const unfinishedWaiting = { unfinished: NOTED } as const satisfies WaitingLists;

const first = (sql: string) => `(${sql} limit ${UNFINISHED_MAX}) first`;

/** Work that nothing finishes in time. */
@Injectable()
export class UnfinishedWork {
  constructor(private readonly database: Database) {}

  /**
   * Writes down what a sweep saw, for the officers' desk. The last part of a sweep: that it was
   * written says that the sweep came to its end.
   */
  async note(lists: UnfinishedLists): Promise<void> {
    const seen = Object.entries(lists).map(
      ([kind, sql]) => `select '${kind}', count(*)::int, min(at) from ${first(sql)}`,
    );
    await this.database.write(systemCtx('sweep'), (tx) =>
      tx.query(
        `insert into waiting_work (kind, waiting, oldest_at, seen_at)
         select s.*, clock_timestamp() from (${seen.join(' union all ')}
           union all select 'sweep', 0, null) s (kind, waiting, oldest_at)
         on conflict (kind) do update set waiting = excluded.waiting,
           oldest_at = excluded.oldest_at, seen_at = excluded.seen_at`,
      ),
    );
  }

  /** As the last sweep saw it, of the kinds that it writes down; the longest waiting first. */
  async list<K extends string>(tx: Tx): Promise<Unfinished<K>[]> {
    const rows = await tx.query<{ kind: K | 'sweep'; waiting: number; since: Date }>(
      `select kind, waiting, coalesce(oldest_at, seen_at) as since from waiting_work
       where kind in (${NOTED}) order by since`,
    );
    return rows.map(({ kind, waiting, since }) => ({
      ...{ kind, since: momentOf(since) },
      waiting: kind === 'sweep' ? null : waiting,
    }));
  }

  /** How many there are now, by kind. A sweep waits when none has ended for minutes. */
  async counts(tx: Tx, lists: UnfinishedLists): Promise<{ kind: string; n: number }[]> {
    const now = Object.entries(lists).map(
      ([kind, sql]) => `select '${kind}' as kind, count(*)::int as n from ${first(sql)}`,
    );
    const sweep = `select 'sweep', count(*)::int from waiting_work where ${SWEEP_OVERDUE}`;
    return tx.query<{ kind: string; n: number }>([...now, sweep].join(' union all '));
  }
}

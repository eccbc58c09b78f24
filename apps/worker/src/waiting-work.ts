import { Injectable } from '@nestjs/common';
import { Database, systemCtx } from '#platform';

/** Beyond it a count says no more; and no history is read for a number. */
const COUNT_MAX = 1000;

/** What waits longer than it should, each from an index of what is open. */
const WAITS: Readonly<Record<string, string>> = {
  events: `select received_at as at from processor_event
    where state = 'received' and received_at < now() - interval '5 minutes' order by received_at`,
  mail: `select created_at as at from mail
    where state = 'queued' and created_at < now() - interval '5 minutes' order by created_at`,
  looks: `select looked_at as at from bond
    where state not in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed')
      and looked_at < now() - interval '26 hours' order by looked_at`,
};

/** Each kind with how many there are, as it is now. A sweep waits when none has ended for minutes. */
export const WAITING_NOW = [
  ...Object.entries(WAITS).map(
    ([kind, sql]) =>
      `select '${kind}' as kind, count(*)::int as n from (${sql} limit ${COUNT_MAX}) waits`,
  ),
  `select 'sweep', count(*)::int from waiting_work
   where kind = 'sweep' and seen_at < now() - interval '5 minutes'`,
].join(' union all ');

/** What no job finishes in time, as the sweep saw it, for the officers' desk. */
@Injectable()
export class WaitingWork {
  constructor(private readonly database: Database) {}

  /** The last part of a sweep: that it was written says that the sweep came to its end. */
  async note(): Promise<void> {
    await this.database.write(systemCtx('sweep'), async (tx) => {
      const seen = Object.entries(WAITS).map(
        ([kind, sql]) =>
          `select '${kind}', count(*)::int, min(at) from (${sql} limit ${COUNT_MAX}) waits`,
      );
      await tx.query(
        `insert into waiting_work (kind, waiting, oldest_at, seen_at)
         select s.*, clock_timestamp() from (${seen.join(' union all ')}
           union all select 'sweep', 0, null) s (kind, waiting, oldest_at)
         on conflict (kind) do update set waiting = excluded.waiting,
           oldest_at = excluded.oldest_at, seen_at = excluded.seen_at`,
      );
    });
  }
}

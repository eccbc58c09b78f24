import type { Tx } from '#platform';
import { TRIES_MAX, type InboxState } from '../domain/inbox.lifecycle.ts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** One claimed event, as far as its handling needs it. */
export interface ClaimedEvent {
  readonly id: string;
  readonly type: string;
  readonly objectId: string | null;
  readonly ourId: string | null;
  readonly createdAt: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
}

/**
 * A parameter where rows are named by their ids: with the state in the text, the index of all that waits
 * looks like a way to one of them.
 */
const OPEN: InboxState = 'received';

@Injectable()
export class InboxStore {
  constructor(private readonly source: DataSource) {}

  /** When the newest event was made that the processor sent or listed; null while there is none. */
  async newest(): Promise<Date | null> {
    const [row] = await this.source.query<{ newest: Date | null }[]>(
      `select max(created_at) as newest from processor_event where object_kind <> 'look'`,
    );
    return row?.newest ?? null;
  }

  /** Which of these ids are not there yet. */
  async missing(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.source.query<{ id: string }[]>(
      'select id from unnest($1::text[]) id except select id from processor_event where id = any($1)',
      [ids],
    );
    return new Set(rows.map((r) => r.id));
  }

  /** Asks for an object to be looked up as if there were news of it; at most one request open. */
  async askFor(
    tx: Tx,
    look: { type: string; objectId: string; ourId: string | null; livemode: boolean },
  ): Promise<void> {
    await tx.sendAlong(
      `insert into processor_event (id, type, object_id, object_kind, our_id, livemode, created_at)
       values ('look:' || $1, $2, $1, 'look', $3, $4, clock_timestamp())
       on conflict (id) do update set state = 'received', attempts = 0, problem = null,
         processed_at = null, claimed_until = null, created_at = clock_timestamp(),
         next_attempt_at = clock_timestamp()
         where processor_event.state <> 'received'`,
      [look.objectId, look.type, look.ourId, look.livemode],
    );
  }

  /** Takes what is due for so long; nobody waits for a lock. */
  async claim(tx: Tx, limit: number, leaseSeconds: number): Promise<ClaimedEvent[]> {
    return tx.query<ClaimedEvent>(
      `with due as (
         select id from processor_event
         where state = 'received' and next_attempt_at <= clock_timestamp()
           and (claimed_until is null or claimed_until < clock_timestamp())
         order by next_attempt_at limit $1 for update skip locked
       ), claimed as (
         update processor_event e set attempts = attempts + 1,
           claimed_until = clock_timestamp() + make_interval(secs => $2)
         from due where e.id = due.id
         returning e.id, e.type, e.object_id, e.our_id, e.created_at, e.attempts
       )
       select id, type, object_id as "objectId", our_id as "ourId", created_at as "createdAt",
         attempts from claimed`,
      [limit, leaseSeconds],
    );
  }

  /** Keeps what is still in hand for so long from now. */
  async renew(tx: Tx, ids: readonly string[], leaseSeconds: number): Promise<void> {
    await tx.query(
      `update processor_event
       set claimed_until = clock_timestamp() + make_interval(secs => $2)
       where id in (select id from processor_event
         where id = any($1) and state = $3 and claimed_until is not null
         for update skip locked)`,
      [ids, leaseSeconds, OPEN],
    );
  }

  async finish(
    tx: Tx,
    ids: readonly string[],
    state: Exclude<InboxState, 'received'>,
    problem: string | null,
  ): Promise<void> {
    await tx.sendAlong(
      `update processor_event set state = $2, problem = $3, claimed_until = null,
         processed_at = clock_timestamp()
       where id = any($1) and state = $4`,
      [ids, state, problem, OPEN],
    );
  }

  async tryAgain(tx: Tx, id: string, afterMs: number, problem: string): Promise<void> {
    await tx.sendAlong(
      `update processor_event set problem = $3, claimed_until = null,
         next_attempt_at = clock_timestamp() + $2 * interval '1 millisecond'
       where id = $1 and state = $4`,
      [id, afterMs, problem, OPEN],
    );
  }

  /** Gives back what there was no time for; it does not count as a try. */
  async release(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.sendAlong(
      `update processor_event set claimed_until = null, attempts = attempts - 1
       where id = any($1) and state = $2`,
      [ids, OPEN],
    );
  }

  /** One more try for what failed an hour ago, for as long as the processor knows its events. */
  async retryFailed(limit: number): Promise<number> {
    const rows = await this.source.query<unknown[]>(
      `with failed as (
         select id from processor_event
         where state = 'failed' and processed_at < clock_timestamp() - interval '1 hour'
           and received_at > clock_timestamp() - interval '30 days'
         order by processed_at limit $1 for update skip locked),
       again as (
         update processor_event e set state = 'received', attempts = $2, processed_at = null,
           next_attempt_at = clock_timestamp()
         from failed where e.id = failed.id returning e.id)
       select id from again`,
      [limit, TRIES_MAX - 1],
    );
    return rows.length;
  }

  /** A person wants an event of the desk tried again. */
  async reopen(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ again: boolean }>('select app.try_event_again($1) as again', [
      id,
    ]);
    return row!.again;
  }
}

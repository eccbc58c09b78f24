import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Stretch } from './object-sides.queries.ts';

/**
 * News takes a while: an event comes seconds after the money, its try again minutes, and a transaction
 * that learned something ends later than it did. What is younger is compared the next time.
 */
const SETTLED_MINUTES = 10;

export interface Stretches {
  readonly movements: Stretch;
  readonly transfers: Stretch;
}

/** Up to which moment what each side learned has been compared. */
@Injectable()
export class ComparisonProgress {
  /**
   * What is to be compared; null before the processor's list was read to its end. What was booked is
   * compared once the list has been read that began after it.
   */
  async next(tx: Tx): Promise<Stretches | null> {
    const [row] = await tx.query<Record<'movements' | 'transfers' | 'm' | 't', string>>(
      `select coalesce(p.movements_until, '-infinity')::text as movements,
         coalesce(p.transfers_until, '-infinity')::text as transfers,
         least(l.ended_at, clock_timestamp() - make_interval(mins => ${SETTLED_MINUTES}))::text as m,
         (l.began_at - make_interval(mins => ${SETTLED_MINUTES}))::text as t
       from (select began_at, ended_at from movement_listing where ended_at is not null
             order by began_at desc limit 1) l
       left join comparison_progress p on true`,
    );
    if (!row) return null;
    return {
      movements: { from: row.movements, to: row.m },
      transfers: { from: row.transfers, to: row.t },
    };
  }

  /** Never back: a clock may be set. */
  async reached(tx: Tx, movements: string, transfers: string): Promise<void> {
    await tx.query(
      `insert into comparison_progress (movements_until, transfers_until, compared_at)
       values ($1, $2, clock_timestamp())
       on conflict (one) do update set compared_at = excluded.compared_at,
         movements_until = greatest(comparison_progress.movements_until, $1),
         transfers_until = greatest(comparison_progress.transfers_until, $2)`,
      [movements, transfers],
    );
  }
}

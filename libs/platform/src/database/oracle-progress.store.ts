import { Injectable } from '@nestjs/common';
import type { Tx } from './context.ts';

/** How far a pass has come. */
export interface OracleProgress {
  /** As PostgreSQL writes it. */
  readonly beganAt: string;
  /** Where its next part begins. */
  readonly nextId: string;
  readonly violations: number;
}

/** A pass that is under way: one at a time, whichever process does its parts. */
@Injectable()
export class OracleProgressStore {
  /** Begins a pass, unless one is under way: then that one goes on. */
  async begin(tx: Tx): Promise<void> {
    await tx.query('insert into oracle_progress default values on conflict do nothing');
  }

  /** For the next part. Null when there is none, or another process is at it. */
  async lock(tx: Tx): Promise<OracleProgress | null> {
    const [row] = await tx.query<OracleProgress>(
      `select began_at::text as "beganAt", next_id as "nextId", violations
       from oracle_progress for update skip locked`,
    );
    return row ?? null;
  }

  async advance(tx: Tx, nextId: string, violations: number): Promise<void> {
    await tx.query('update oracle_progress set next_id = $1, violations = violations + $2', [
      nextId,
      violations,
    ]);
  }

  /** The pass becomes the last one. */
  async end(tx: Tx, checks: number, violations: number): Promise<void> {
    await tx.query(
      `with over as (delete from oracle_progress returning *)
       insert into oracle_pass (began_at, ended_at, seconds, checks, violations)
       select began_at, clock_timestamp(), extract(epoch from clock_timestamp() - began_at)::int,
         $1, violations + $2 from over
       on conflict (only_row) do update set began_at = excluded.began_at,
         ended_at = excluded.ended_at, seconds = excluded.seconds, checks = excluded.checks,
         violations = excluded.violations`,
      [checks, violations],
    );
  }
}

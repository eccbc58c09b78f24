import { instantFromDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { PauseReason } from '../domain/refund-run.ts';

/** Reads and writes of how refunds leave. */
@Injectable()
export class RefundRunStore {
  /**
   * When this refund may leave, by the wall clock, so many seconds after the one before it; null while
   * refunds are paused. Whoever asks meanwhile waits for this commit.
   */
  async takeTurn(tx: Tx, spacingSeconds: number): Promise<Instant | null> {
    const [row] = await tx.query<{ at: Date }>(
      `update refund_run
       set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => $1::float8)
       where paused_at is null
       returning next_at - make_interval(secs => $1::float8) as at`,
      [spacingSeconds],
    );
    return row ? instantFromDate(row.at) : null;
  }

  /** False when it was paused already. */
  async pause(tx: Tx, pausedBy: string, pauseReason: PauseReason): Promise<boolean> {
    const rows = await tx.query(
      `update refund_run set paused_at = $1, paused_by = $2, pause_reason = $3
       where paused_at is null returning only_row`,
      [tx.now.toString(), pausedBy, pauseReason],
    );
    return rows.length === 1;
  }

  /** False when it was not paused. */
  async resume(tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      `update refund_run set paused_at = null, paused_by = null, pause_reason = null
       where paused_at is not null returning only_row`,
    );
    return rows.length === 1;
  }
}

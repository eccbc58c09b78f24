import { instantFromDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { PauseReason } from '../domain/refund-run.ts';

/** Reads and writes of how refunds leave. */
@Injectable()
export class RefundRunStore {
  async isPaused(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ paused: boolean }>(
      'select paused_at is not null as paused from refund_run',
    );
    return row!.paused;
  }

  /**
   * When this refund may leave, by the wall clock: so many seconds after the one before it. A turn that a
   * crash of the server forgets is one that was not used, so its commit does not wait for the disk.
   */
  async takeTurn(tx: Tx, spacingSeconds: number): Promise<Instant> {
    await tx.sendAlong('set local synchronous_commit = off', []);
    const [row] = await tx.query<{ at: Date }>(
      `update refund_run
       set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => $1::float8)
       returning next_at - make_interval(secs => $1::float8) as at`,
      [spacingSeconds],
    );
    return instantFromDate(row!.at);
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

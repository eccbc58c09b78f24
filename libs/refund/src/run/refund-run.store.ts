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
   * Takes so many turns: when each of them is, by the wall clock, so many seconds after the one
   * before it. Turns that a crash of the server forgets were not used, so their commit does not wait for
   * the disk.
   */
  async takeTurns(tx: Tx, count: number, spacingSeconds: number): Promise<Instant[]> {
    await tx.sendAlong('set local synchronous_commit = off', []);
    const [row] = await tx.query<{ at: Date }>(
      `update refund_run
       set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => $1::float8)
       returning next_at - make_interval(secs => $1::float8) as at`,
      [count * spacingSeconds],
    );
    const first = instantFromDate(row!.at);
    const after = (n: number) => ({ nanoseconds: Math.round(n * spacingSeconds * 1e9) });
    return Array.from({ length: count }, (_, n) => first.add(after(n)));
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

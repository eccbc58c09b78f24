import { Temporal, type Instant } from '#kernel';
import { Config, Database, systemCtx, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Disbursement } from '../disbursement/disbursement.entity.ts';
import { spacingOf } from '../domain/refund-run.ts';
import { Freezes } from '../freeze/freezes.service.ts';
import { RefundRunStore } from './refund-run.store.ts';
import { Gathered } from './gathered.ts';
import { LastSecond } from './last-second.ts';

const CTX = systemCtx('disbursement.turn');
/**
 * Of the time between two turns: so late, a call still keeps its distance from the next, and what it loses
 * on its way to the processor does not put one too many into a second.
 */
const LATE_SHARE = 0.25;
/** What timers and other work take anyway. */
const LATE_MS_MIN = 10;
/** A machine that is always late keeps its distance by that alone. */
const TURNS_MAX = 3;

const sinceMs = (at: Instant): number =>
  Temporal.Now.instant().epochMilliseconds - at.epochMilliseconds;

/** What every disbursement passes before it leaves: freezes, a pause, and the processor's pace. */
@Injectable()
export class SendingGate {
  /** All that this process sends: each turn is a way to the database on which other workers wait. */
  private readonly turns: Gathered<void, Instant>;
  private readonly lastSecond: LastSecond;
  private readonly lateMs: number;

  constructor(
    private readonly database: Database,
    private readonly freezes: Freezes,
    private readonly runs: RefundRunStore,
    @Inject(Config) config: Config,
  ) {
    const seconds = spacingOf(config.refundsPerSecond);
    this.lastSecond = new LastSecond(config.refundsPerSecond);
    this.lateMs = Math.max(LATE_MS_MIN, seconds * 1000 * LATE_SHARE);
    this.turns = new Gathered((asked) =>
      this.database.write(CTX, (tx) => this.runs.takeTurns(tx, asked.length, seconds)),
    );
  }

  /** Those that may leave now; what ends a pause or a freeze puts the jobs of the others anew. */
  async open(tx: Tx, rows: readonly Disbursement[]): Promise<Disbursement[]> {
    if (rows.length === 0) return [];
    const owners = rows.map((row) => row.ownerId);
    const [isPaused, stopped] = await Promise.all([
      this.runs.isPaused(tx),
      this.freezes.stoppedOwners(tx, 'send_disbursement', owners),
    ]);
    return isPaused ? [] : rows.filter((row) => !stopped.has(row.ownerId));
  }

  /**
   * Waits for its turn among all that any worker sends: moments, since each worker sends few at a time.
   * A transaction of its own, for whoever else wants a turn waits for its end. Who comes too late for his
   * takes another one: he would leave together with the next.
   */
  async turn(): Promise<void> {
    for (let turns = 0; turns < TURNS_MAX; turns++) {
      const at = await this.turns.do();
      await pause(Math.max(0, -sinceMs(at)));
      if (sinceMs(at) < this.lateMs) break;
    }
    // Where turn after turn comes late, several are due at the same moment.
    const waitMs = this.lastSecond.waitMs(performance.now());
    if (waitMs > 0) await pause(waitMs);
  }
}

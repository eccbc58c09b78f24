import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { TrialBalances } from '#ledger';
import {
  Database,
  describeError,
  idAfter,
  OracleProgressStore,
  OracleQueries,
  systemCtx,
  type Tx,
  type Violation,
} from '#platform';
import { TrialCash } from '#treasury';

// Of one library: what a part looks at takes a moment and little memory, however much there is.
const PART_ROWS = 20_000;
// Between two parts, so that a pass never has a core for itself.
const BREATH_MS = 50;
// A pass rests ten times as long as it took, and never less than this.
const REST_MS = 120_000;
const REST_TIMES = 10;
const AFTER_ERROR_MS = 60_000;
// Another process may be at it.
const LOOK_MS = 1_000;
const LOGGED_MAX = 20;
const ctx = systemCtx('oracle');

interface Part {
  readonly found: readonly Violation[];
  readonly isLast: boolean;
}

/**
 * Goes over all the books in the background, part by part: each is a transaction of its own which
 * also notes how far the pass has come, so that whoever starts next goes on from there. A scrape or
 * a page only tells what the last pass found and since when everything has been looked at.
 */
@Injectable()
export class OracleWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OracleWatch.name);
  private readonly stop = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly oracles: OracleQueries,
    private readonly progress: OracleProgressStore,
    private readonly balances: TrialBalances,
    private readonly cash: TrialCash,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.keepWatching();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** A pass over everything, or the rest of one. Returns what contradicts the books. */
  async pass({ breathMs = 0, rows = PART_ROWS, parts = Infinity } = {}): Promise<Violation[]> {
    await this.database.write(ctx, (tx) => this.progress.begin(tx));
    const found: Violation[] = [];
    for (let done = 0; done < parts && !this.stop.signal.aborted; done++) {
      const part = await this.database.write(ctx, (tx) => this.part(tx, rows));
      found.push(...(part?.found ?? []));
      if (!part || part.isLast) break;
      if (breathMs > 0) await this.rest(breathMs);
    }
    return found;
  }

  /** Null when another process is at it, or has ended the pass. */
  private async part(tx: Tx, rows: number): Promise<Part | null> {
    const under = await this.progress.lock(tx);
    if (!under) return null;
    const range = await this.oracles.rangeFrom(tx, under.nextId, rows);
    await this.oracles.lookAt(tx, range);
    const { total, rows: found } = await this.oracles.violations(tx);
    await this.balances.add(tx, under.beganAt);
    await this.cash.add(tx, under.beganAt);
    const next = idAfter(range.last);
    if (next) await this.progress.advance(tx, next, total);
    else await this.end(tx, under.beganAt, total);
    for (const v of found.slice(0, LOGGED_MAX))
      this.log.error(`the books: ${v.check}: ${v.offender}`);
    return { found, isLast: !next };
  }

  private async end(tx: Tx, beganAt: string, violations: number): Promise<void> {
    await this.progress.end(tx, await this.oracles.count(tx), violations);
    await this.balances.keepOnly(tx, beganAt);
    await this.cash.keepOnly(tx, beganAt);
  }

  private async keepWatching(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        const dueMs = await this.dueMs();
        if (dueMs <= 0) await this.pass({ breathMs: BREATH_MS });
        await this.rest(Math.max(dueMs, LOOK_MS));
      } catch (e) {
        this.log.error(`the books could not be checked: ${describeError(e).message}`);
        await this.rest(AFTER_ERROR_MS);
      }
    }
  }

  /** When the next pass is due: of several workers one begins it, and any of them goes on with it. */
  private async dueMs(): Promise<number> {
    const last = await this.database.read(ctx, (tx) => this.oracles.last(tx));
    if (!last) return 0;
    const restMs = Math.max(REST_MS, last.seconds * 1000 * REST_TIMES);
    return restMs - (last.ageSeconds - last.seconds) * 1000;
  }

  private rest(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}

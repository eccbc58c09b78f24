import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database, describeError, OracleQueries, systemCtx, type Violation } from '#platform';

const EVERY_MS = 10 * 60_000;
// Between two checks, so that a pass never has a core for itself.
const BREATH_MS = 200;
const LOGGED_MAX = 20;
const ctx = systemCtx('oracle');

/**
 * Goes over all the books in the background, check by check: each is a statement of its own with its
 * own limit, and a scrape or a page only tells what the last pass found and how long ago that is.
 */
@Injectable()
export class OracleWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OracleWatch.name);
  private readonly stop = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly database: Database,
    private readonly oracles: OracleQueries,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.keepWatching();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** One pass over everything. Returns what contradicts the books. */
  async pass(breathMs = 0): Promise<Violation[]> {
    const began = performance.now();
    const checks = await this.database.read(ctx, (tx) => this.oracles.checks(tx));
    const found: Violation[] = [];
    for (const check of checks) {
      if (this.stop.signal.aborted) return found;
      found.push(...(await this.database.read(ctx, (tx) => this.oracles.violations(tx, check))));
      if (breathMs > 0) await this.rest(breathMs);
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    const pass = { seconds, checks: checks.length, violations: found.length };
    await this.database.write(ctx, (tx) => this.oracles.note(tx, pass));
    for (const v of found.slice(0, LOGGED_MAX))
      this.log.error(`the books: ${v.check}: ${v.offender}`);
    return found;
  }

  private async keepWatching(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        const last = await this.database.read(ctx, (tx) => this.oracles.last(tx));
        // Of several workers one does it.
        const ago = last ? last.ageSeconds * 1000 : Infinity;
        if (ago >= EVERY_MS) await this.pass(BREATH_MS);
        await this.rest(Math.max(EVERY_MS - ago, BREATH_MS));
      } catch (e) {
        this.log.error(`the books could not be checked: ${describeError(e).message}`);
        await this.rest(EVERY_MS);
      }
    }
  }

  private rest(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}

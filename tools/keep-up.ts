// Programs that are to be at work as long as a run lasts: one that is lost is started again.
import { setTimeout as pause } from 'node:timers/promises';
import { spawnChild, waitUntilReady, type Child, type ChildOptions } from './child.ts';
import type { Postgres } from './postgres.ts';
import type { Run } from './run.ts';

const restartsMax = 5;
const withinMinutes = 10;
const firstPauseMs = 1000;
const lookEveryMs = 200;

/** How long to wait before it is started again; undefined when it has been lost too often of late. */
export function pauseAfter(
  losses: readonly number[],
  now: number,
  firstMs = firstPauseMs,
): number | undefined {
  const recent = losses.filter((at) => at > now - withinMinutes * 60_000).length;
  return recent > restartsMax ? undefined : firstMs * 2 ** (recent - 1);
}

export interface KeepOptions {
  /** How its log is named to a person. */
  readonly shownLog: string;
  /** Called whenever another process has taken its place. */
  readonly onReplaced?: () => void;
  readonly firstPauseMs?: number;
}

export class Kept {
  child: Child;
  private readonly options: ChildOptions;
  private readonly run: Run;
  private readonly how: KeepOptions;
  private readonly losses: number[] = [];
  private isUp = false;

  constructor(options: ChildOptions, run: Run, how: KeepOptions) {
    this.options = options;
    this.run = run;
    this.how = how;
    this.child = this.start();
  }

  get program(): string {
    return this.options.program;
  }

  /** Until then whoever waits for it says that it was lost. */
  async ready(): Promise<void> {
    await waitUntilReady(this.child, this.options.readyPath, this.run.stopped);
    this.isUp = true;
  }

  private start(): Child {
    const onLost = (code: number | null) => void this.lost(code);
    // Its log goes on: why it was lost stands there.
    return spawnChild({ ...this.options, onLost, addsToLog: this.isUp });
  }

  private async lost(code: number | null): Promise<void> {
    if (!this.isUp || this.run.isStopping) return;
    const now = Date.now();
    this.losses.push(now);
    const what = `${this.options.name} has ended by itself${code === null ? '' : ` (exit code ${code})`}`;
    const waitMs = pauseAfter(this.losses, now, this.how.firstPauseMs);
    if (waitMs === undefined) {
      const often = `${restartsMax + 1} times within ${withinMinutes} minutes`;
      return this.run.fail(`${what}, ${often}; see ${this.how.shownLog}. Stopping.`);
    }
    console.error(`${what}. Starting it again in ${waitMs / 1000} s.`);
    await pause(waitMs, undefined, { signal: this.run.stopped }).catch(() => undefined);
    if (this.run.isStopping) return;
    this.child = this.start();
    this.how.onReplaced?.();
  }
}

/** Ends the run when its database server is gone: nothing can work without, and its data may need a look. */
export function endWithServer(run: Run, { isAlive, logFile }: Postgres, shown = logFile): void {
  const looking = setInterval(() => {
    if (!isAlive()) run.fail(`PostgreSQL has ended by itself; see ${shown}. Stopping.`);
  }, lookEveryMs);
  run.stopped.addEventListener('abort', () => clearInterval(looking));
}

const SECOND_MS = 1000;
/** What calls may lose against each other on their way to the processor. */
const ON_THE_WAY_MS = 20;

/**
 * What this process let leave lately: never more than allowed within a second, however late its turns were. Moments are
 * milliseconds of a clock that only goes on.
 */
export class LastSecond {
  private readonly left: number[] = [];

  constructor(private readonly allowed: number) {}

  /** How long the next one has to wait, which then counts as left. */
  waitMs(nowMs: number): number {
    const full = this.left.length < this.allowed ? -Infinity : this.left.shift()!;
    const last = this.left.at(-1) ?? -Infinity;
    const at = Math.max(nowMs, last, full + SECOND_MS + ON_THE_WAY_MS);
    this.left.push(at);
    return at - nowMs;
  }
}

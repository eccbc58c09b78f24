/** A number of turns at once; some more wait for theirs, and whoever comes beyond is sent away. */
export class Turns {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly max: number,
    private readonly atOnce = max,
  ) {}

  /** Undefined when there is no turn left to wait for. */
  async take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.taken + this.waiting.length >= this.max) return undefined;
    if (this.taken < this.atOnce) this.taken += 1;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      // A turn goes from hand to hand, so that nobody comes in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }
}

/** How long somebody rests who finds nothing to do: longer each time, until there is something. */
export class Pace {
  private rests = 0;
  private wake?: () => void;

  constructor(
    private readonly shortestMs: number,
    private readonly longestMs: number,
  ) {}

  /** There was something to do. */
  quicken(): void {
    this.rests = 0;
  }

  /** There may be something to do: whoever rests stops resting. */
  hurry(): void {
    this.quicken();
    this.wake?.();
  }

  /** Ends when the time is over, somebody hurries, or all is to stop. */
  rest(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    const ms = Math.min(this.shortestMs * 2 ** this.rests, this.longestMs);
    this.rests += 1;
    return new Promise((done) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        delete this.wake;
        done();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      this.wake = end;
    });
  }
}

/** One at a time has the turn, and gives it back. */
export class Turn {
  private last: Promise<void> = Promise.resolve();

  /** Waits for the turn; what it resolves to gives it back, however often it is called. */
  async take(): Promise<() => void> {
    const before = this.last;
    let giveBack = (): void => undefined;
    this.last = new Promise((done) => (giveBack = done));
    await before;
    return giveBack;
  }
}

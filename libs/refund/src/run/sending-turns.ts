import type { Instant } from '#kernel';

interface Asked {
  readonly given: (at: Instant) => void;
  readonly failed: (why: unknown) => void;
}

/**
 * SendingTurns for all that this process sends. Whoever asks while turns are being taken gets his with the next
 * statement: each is a way to the database and back, on which every other worker waits.
 */
export class SendingTurns {
  private asked: Asked[] = [];
  private isTaking = false;

  constructor(
    private readonly spacingMs: number,
    /** Takes so many, one after the other; answers when the first of them is. */
    private readonly take: (count: number) => Promise<Instant>,
  ) {}

  next(): Promise<Instant> {
    return new Promise((given, failed) => {
      this.asked.push({ given, failed });
      if (!this.isTaking) void this.takeAll();
    });
  }

  private async takeAll(): Promise<void> {
    this.isTaking = true;
    for (let all = this.asked; all.length > 0; all = this.asked) {
      this.asked = [];
      await this.takeFor(all);
    }
    this.isTaking = false;
  }

  private async takeFor(all: readonly Asked[]): Promise<void> {
    try {
      const first = await this.take(all.length);
      all.forEach(({ given }, n) =>
        given(first.add({ nanoseconds: Math.round(n * this.spacingMs * 1e6) })),
      );
    } catch (e) {
      for (const { failed } of all) failed(e);
    }
  }
}

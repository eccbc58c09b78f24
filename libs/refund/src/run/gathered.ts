import { setImmediate as nextRound } from 'node:timers/promises';

interface Asked<T, R> {
  readonly item: T;
  readonly given: (answer: R) => void;
  readonly failed: (why: unknown) => void;
}

/**
 * Work that is asked for while some of its kind is being done is done next, all of it together: one
 * transaction instead of many. Where that fails, each is done alone, so that one holds up no other.
 */
export class Gathered<T, R> {
  private asked: Asked<T, R>[] = [];
  private isWorking = false;

  /** `work` answers each item, in their order, or does nothing of any. */
  constructor(private readonly work: (items: readonly T[]) => Promise<readonly R[]>) {}

  do(item: T): Promise<R> {
    return new Promise((given, failed) => {
      this.asked.push({ item, given, failed });
      if (!this.isWorking) void this.workAll();
    });
  }

  private async workAll(): Promise<void> {
    this.isWorking = true;
    // Jobs that begin together ask together, and so do answers that one look at the network brings.
    await nextRound();
    for (let all = this.asked; all.length > 0; all = this.asked) {
      this.asked = [];
      await this.together(all);
    }
    this.isWorking = false;
  }

  private async together(all: readonly Asked<T, R>[]): Promise<void> {
    try {
      const answers = await this.work(all.map(({ item }) => item));
      all.forEach(({ given }, n) => given(answers[n]!));
    } catch (e) {
      if (all.length === 1) all[0]!.failed(e);
      else await Promise.all(all.map((one) => this.together([one])));
    }
  }
}

/** The emulator's clock: the machine's, moved by what the control routes were told. */
export class Clock {
  offsetMs = 0;
  #heldMs: number | undefined;

  nowMs(): number {
    return this.#heldMs ?? Date.now() + this.offsetMs;
  }

  /** Unix seconds, as every Stripe timestamp. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  /** Does what fell due at that time as if it were that time still. */
  at(ms: number, work: () => void): void {
    this.#heldMs = ms;
    try {
      work();
    } finally {
      this.#heldMs = undefined;
    }
  }
}

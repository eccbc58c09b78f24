/** The emulator's clock: the machine's, moved by what the control routes were told. */
export class Clock {
  offsetMs = 0;

  nowMs(): number {
    return Date.now() + this.offsetMs;
  }

  /** Unix seconds, as every Stripe timestamp. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }
}

/** What may go wrong with webhooks on purpose. */
export const TROUBLES = ['drop', 'duplicate', 'wrong_secret', 'stale', 'old_version'] as const;
export type Trouble = (typeof TROUBLES)[number];

export class Chaos {
  /** Nothing is sent until it is let go. */
  isHeld = false;
  #left: Partial<Record<Trouble, number>> = {};

  /** The next so many deliveries meet that trouble. */
  plan(trouble: Trouble, times: number): void {
    this.#left[trouble] = times;
  }

  take(trouble: Trouble): boolean {
    const left = this.#left[trouble] ?? 0;
    if (left > 0) this.#left[trouble] = left - 1;
    return left > 0;
  }

  shown(): object {
    return { hold: this.isHeld, ...this.#left };
  }

  clear(): void {
    this.isHeld = false;
    this.#left = {};
  }
}

// One run of several steps in the foreground, each of which may be the last: Ctrl-C at any moment.
// Nothing is begun once stopping has begun, and what was opened is closed, latest first.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A step that is under way is waited for this long; then what it uses is closed under it. */
const patienceMs = 10_000;

class Stopped extends Error {}

/** The first line of what went wrong; the rest belongs in a log. */
export const inOneLine = (problem: unknown): string =>
  (problem instanceof Error ? problem.message || problem.name : String(problem)).split('\n')[0] ??
  '';

export class Run {
  private readonly stopping = new AbortController();
  private readonly closing: (() => Promise<void>)[] = [];
  private code = 0;

  constructor() {
    for (const signal of signals) process.on(signal, () => this.stopping.abort());
  }

  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  /** Says what closes something before it is opened, so that half of it is closed as well. */
  atEnd(close: () => Promise<void>): void {
    this.closing.push(close);
  }

  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.mustGoOn();
    if (title) console.error(title);
    const value = await Promise.race([work(), this.impatience()]);
    this.mustGoOn();
    return value;
  }

  /** Ends everything because of a problem that nobody waits for. */
  fail(problem: string): void {
    if (this.isStopping) return;
    console.error(problem);
    this.code = 1;
    this.stopping.abort();
  }

  async untilStopped(): Promise<void> {
    if (!this.isStopping) await once(this.stopping.signal, 'abort');
  }

  /** Does the work, then closes everything and ends the process. */
  async through(work: () => Promise<void>): Promise<never> {
    // A program that waits for nothing but a signal would otherwise be over.
    const awake = setInterval(() => undefined, 60_000);
    await work().catch((problem: unknown) => this.fail(inOneLine(problem)));
    this.stopping.abort();
    for (const close of this.closing.reverse()) {
      await close().catch((problem: unknown) => console.error(inOneLine(problem)));
    }
    clearInterval(awake);
    process.exit(this.code);
  }

  private mustGoOn(): void {
    if (this.isStopping) throw new Stopped();
  }

  private async impatience(): Promise<never> {
    await this.untilStopped();
    await pause(patienceMs, undefined, { ref: false });
    throw new Stopped();
  }
}

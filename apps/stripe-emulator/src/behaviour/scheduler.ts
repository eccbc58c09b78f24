import type { Clock } from '../state/clock.ts';
import { newId } from '../state/ids.ts';
import type { Task } from '../state/kinds.ts';
import type { Store } from '../state/store.ts';

/** setTimeout turns longer waits into "at once". */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs tasks when they are due. Tasks are rows: they are made in the transaction that makes them
 * true and survive a restart.
 */
export class Scheduler {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #handlers = new Map<Task['kind'], (subject: string) => void>();
  #timer: NodeJS.Timeout | undefined;
  #wakeAtMs = Infinity;
  #stopped = true;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  on(kind: Task['kind'], handler: (subject: string) => void): void {
    this.#handlers.set(kind, handler);
  }

  /** Adds a task, inside a transaction. */
  schedule(kind: Task['kind'], subject: string, delayMs: number): void {
    const dueMs = this.#clock.nowMs() + delayMs;
    this.#store.put('emulator.task', { id: newId('task'), kind, subject, dueMs });
    this.#wakeAt(dueMs);
  }

  start(): void {
    this.#stopped = false;
    this.tick();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#wakeAtMs = Infinity;
  }

  /** Runs what is due now, in the order in which it fell due; each in a transaction of its own. */
  tick(): void {
    this.#wakeAtMs = Infinity;
    const now = this.#clock.nowMs();
    const due = this.#store.all('emulator.task').filter((task) => task.dueMs <= now);
    for (const task of due.sort((a, b) => a.dueMs - b.dueMs)) this.#run(task);
    const next = this.#store
      .all('emulator.task')
      .reduce((min, t) => Math.min(min, t.dueMs), Infinity);
    if (next < Infinity) this.#wakeAt(next);
  }

  #run(task: Task): void {
    this.#store.transaction(() => {
      this.#store.remove('emulator.task', task.id);
      this.#handlers.get(task.kind)?.(task.subject);
    });
  }

  #wakeAt(dueMs: number): void {
    if (this.#stopped || dueMs >= this.#wakeAtMs) return;
    clearTimeout(this.#timer);
    this.#wakeAtMs = dueMs;
    const wait = Math.max(0, Math.min(dueMs - this.#clock.nowMs(), LONGEST_TIMER_MS));
    this.#timer = setTimeout(() => this.tick(), wait);
  }
}

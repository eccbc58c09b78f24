import type { Clock } from './clock.ts';
import { newId } from './ids.ts';
import type { Task } from './kinds.ts';
import type { Store } from './store.ts';

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

  /** Takes back what was planned for a subject, inside a transaction. */
  cancel(kind: Task['kind'], subject: string): void {
    const planned = this.#store.all('emulator.task').filter((t) => t.subject === subject);
    for (const { id, kind: of } of planned)
      if (of === kind) this.#store.remove('emulator.task', id);
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

  /** Runs what is due, and what falls due by that, in order; each in a transaction of its own. */
  tick(): void {
    const now = this.#clock.nowMs();
    for (let due = this.#dueBy(now); due.length; due = this.#dueBy(now)) due.forEach(this.#run);
    this.#wakeAtMs = Infinity;
    const next = this.#store
      .all('emulator.task')
      .reduce((min, t) => Math.min(min, t.dueMs), Infinity);
    if (next < Infinity) this.#wakeAt(next);
  }

  #dueBy(now: number): Task[] {
    const due = this.#store.all('emulator.task').filter((task) => task.dueMs <= now);
    return due.sort((a, b) => a.dueMs - b.dueMs);
  }

  /** An earlier task may have taken this one back. */
  readonly #run = ({ id, kind, subject, dueMs }: Task): void => {
    if (!this.#store.get('emulator.task', id)) return;
    this.#clock.at(dueMs, () =>
      this.#store.transaction(() => {
        this.#store.remove('emulator.task', id);
        this.#handlers.get(kind)?.(subject);
      }),
    );
  };

  #wakeAt(dueMs: number): void {
    if (this.#stopped || dueMs >= this.#wakeAtMs) return;
    clearTimeout(this.#timer);
    this.#wakeAtMs = dueMs;
    const wait = Math.max(0, Math.min(dueMs - this.#clock.nowMs(), LONGEST_TIMER_MS));
    this.#timer = setTimeout(() => this.tick(), wait);
  }
}

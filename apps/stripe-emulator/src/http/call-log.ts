/** What was called, for tests and drills: GET /_emulator/journal. Holds no bodies. */
export interface LoggedCall {
  request_id: string;
  at: string;
  method: string;
  path: string;
  idempotency_key: string | null;
  replayed: boolean;
  /** 0: no answer was given. */
  status: number;
  /** What went wrong on purpose. */
  fault?: string;
}

const MOST_CALLS = 10_000;

export class CallLog {
  #calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.#calls.push(call);
    if (this.#calls.length > MOST_CALLS) this.#calls = this.#calls.slice(-MOST_CALLS / 2);
  }

  all(): LoggedCall[] {
    return [...this.#calls];
  }

  clear(): void {
    this.#calls = [];
  }
}

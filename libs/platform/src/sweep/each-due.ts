/** What a sweep finds, and what it does with it. */
export interface DueWork<T> {
  /** What is due behind that one, in order, `batch` at most. */
  readonly find: (after: T | null) => Promise<readonly T[]>;
  readonly batch: number;
  /** One, in a transaction of its own; false when there was nothing to do after all. */
  readonly one: (due: T) => Promise<boolean>;
  /** A whole batch in one transaction, where that may be: how many were done. */
  readonly all?: (due: readonly T[]) => Promise<number>;
}

// What is left is found again a minute later.
const BATCHES_MAX = 100;

/**
 * Goes over all that is due. What cannot be done holds up nothing else, and fails the sweep in the end;
 * a batch that fails as a whole is done one by one. Returns how many were done.
 */
export async function eachDue<T>({ find, batch, one, all }: DueWork<T>): Promise<number> {
  const failures: unknown[] = [];
  const oneByOne = async (due: readonly T[]): Promise<number> => {
    let done = 0;
    for (const each of due) {
      try {
        if (await one(each)) done++;
      } catch (e) {
        failures.push(e);
      }
    }
    return done;
  };
  let [done, after] = [0, null as T | null];
  for (let batches = 0; batches < BATCHES_MAX; batches++) {
    const due = await find(after);
    done += all ? await all(due).catch(() => oneByOne(due)) : await oneByOne(due);
    after = due.at(-1) ?? null;
    if (due.length < batch) break;
  }
  if (failures.length) throw failures[0];
  return done;
}

/** What a sweep finds. */
interface Found<T> {
  /** What is due behind that one, in order, `batch` at most. */
  readonly find: (after: T | null) => Promise<readonly T[]>;
  readonly batch: number;
}

/** One at a time, in a transaction of its own; false when there was nothing to do after all. */
interface OneByOne<T> extends Found<T> {
  readonly one: (due: T) => Promise<boolean>;
}

/** A batch in one transaction, and one by one where it fails as a whole: how many were done. */
interface Batches<T> extends Found<T> {
  readonly all: (due: readonly T[]) => Promise<number>;
}

/** What a sweep finds, and what it does with it. */
export type DueWork<T> = OneByOne<T> | Batches<T>;

// What is left is found again a minute later.
const BATCHES_MAX = 100;

/**
 * Goes over all that is due. What cannot be done holds up nothing else, and fails the sweep in the end;
 * a batch that fails as a whole is done one by one. Returns how many were done.
 */
export async function eachDue<T>(work: DueWork<T>): Promise<number> {
  const { find, batch } = work;
  const one = 'all' in work ? (due: T) => work.all([due]) : work.one;
  const failures: unknown[] = [];
  const oneByOne = async (due: readonly T[]): Promise<number> => {
    let done = 0;
    for (const each of due) {
      try {
        done += Number(await one(each));
      } catch (e) {
        failures.push(e);
      }
    }
    return done;
  };
  let [done, after] = [0, null as T | null];
  for (let batches = 0; batches < BATCHES_MAX; batches++) {
    const due = await find(after);
    const inOne = 'all' in work && due.length > 1;
    done += inOne ? await work.all(due).catch(() => oneByOne(due)) : await oneByOne(due);
    after = due.at(-1) ?? null;
    if (due.length < batch) break;
  }
  if (failures.length) throw failures[0];
  return done;
}

import { setImmediate as nextTurn } from 'node:timers/promises';

/** Some milliseconds of work. */
const AT_ONCE = 250;

/** `map` of many, a few in a turn: what else the process does, and asks the database, goes on meanwhile. */
export async function mapInTurns<A, B>(all: readonly A[], make: (one: A) => B): Promise<B[]> {
  const made: B[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    made.push(...all.slice(from, from + AT_ONCE).map(make));
    await nextTurn();
  }
  return made;
}

/**
 * The same, each made while whoever asks works at the one before, so that the database and this process
 * need not wait for each other. No more than one waits.
 */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      // What fails is told when it is asked for.
      (next = nextTurn().then(() => source.next())).catch(() => undefined);
      yield one.value;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return(undefined);
  }
}

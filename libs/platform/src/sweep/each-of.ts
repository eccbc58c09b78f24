/** Does it for each of them. One that fails holds up no other, and fails the whole in the end. */
export async function eachOf<T>(
  all: Iterable<T>,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) {
    try {
      await work(one);
    } catch (e) {
      failures.push(e);
    }
  }
  if (failures.length) throw failures[0];
}

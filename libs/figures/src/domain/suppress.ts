/** Whoever knows a little of a few people could tell who they are. */
export const SMALLEST = 10;

/** A count that is told, or null where it would say too much. Zero says nothing of anybody. */
export type PublishedCount = number | null;

const isSmall = (count: number) => count > 0 && count < SMALLEST;
const sumOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);

/**
 * Hides small counts of a whole whose sum is told. What is hidden together must not be small either, and
 * never stands alone, or it would be the difference; so the next smallest is hidden as well.
 */
export function hideSmall(counts: readonly number[]): {
  cells: PublishedCount[];
  total: PublishedCount;
} {
  const cells = [...counts.keys()];
  const hidden = new Set(cells.filter((i) => isSmall(counts[i]!)));
  const rest = cells
    .filter((i) => !hidden.has(i) && counts[i]! > 0)
    .sort((a, b) => counts[a]! - counts[b]!);
  const hiddenCounts = () => [...hidden].map((i) => counts[i]!);
  while (hidden.size > 0 && (hidden.size === 1 || isSmall(sumOf(hiddenCounts())))) {
    const next = rest.shift();
    if (next === undefined) break;
    hidden.add(next);
  }
  const total = sumOf(counts);
  // Nothing else could be hidden: then the sum itself would give it away.
  const givesAway = hidden.size === 1 || (hidden.size > 0 && isSmall(sumOf(hiddenCounts())));
  return {
    cells: counts.map((count, i) => (hidden.has(i) ? null : count)),
    total: givesAway || isSmall(total) ? null : total,
  };
}

/** A measure of many, such as a median; not of few. */
export const ofMany = (value: number | null, of: number): PublishedCount =>
  of < SMALLEST ? null : value;

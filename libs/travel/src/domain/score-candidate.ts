import type { Likeness } from './variants.ts';

/** How much each likeness says by itself, of 100. */
const WEIGHT: Readonly<Record<Likeness, number>> = {
  confused: 60,
  transposed: 50,
  one_character: 40,
  same_person: 60,
  names_swapped: -5,
  names_spelled: -5,
  birth_swapped: -10,
};
const OTHER_PERSON = -25;
const SCORE_MAX = 100;
/** What is less is no help to anybody. */
const SCORE_MIN = 10;
/** So many are shown to an officer; a record that fits more people fits none. */
export const CANDIDATES_MAX = 5;

/** Somebody who holds a document, and what speaks for them. */
export interface Likely {
  readonly personId: string;
  readonly documentId: string;
  readonly likenesses: readonly Likeness[];
}

export type ProbableTraveller = Likely & { readonly score: number };

/**
 * How probable it is that a record means somebody. `namesWereGiven`: the record says a name, so that it
 * speaks against whoever has another.
 */
export function scoreOf(likenesses: readonly Likeness[], namesWereGiven: boolean): number {
  const sum = likenesses.reduce((total, one) => total + WEIGHT[one], 0);
  const isOther = namesWereGiven && !likenesses.includes('same_person');
  return Math.max(0, Math.min(SCORE_MAX, sum + (isOther ? OTHER_PERSON : 0)));
}

/**
 * Whom an officer is shown, the likeliest first: each document once with all that speaks for it. None
 * is ever chosen by this function, however high the score (R32).
 */
export function candidatesOf(
  found: readonly Likely[],
  namesWereGiven: boolean,
): ProbableTraveller[] {
  const byDocument = new Map<string, Likely>();
  for (const one of found) {
    const known = byDocument.get(one.documentId);
    const all = [...(known?.likenesses ?? []), ...one.likenesses];
    byDocument.set(one.documentId, { ...one, likenesses: [...new Set(all)] });
  }
  return [...byDocument.values()]
    .map((one) => ({ ...one, score: scoreOf(one.likenesses, namesWereGiven) }))
    .filter((one) => one.score >= SCORE_MIN)
    .sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1))
    .slice(0, CANDIDATES_MAX);
}

import { createHash } from 'node:crypto';
import type { PageAnswers } from '#application';
import { pickAnswers } from '#web';

/** Field of a page that says which saved answers it was opened with. */
export const SEEN = 'seen';
const CHARS = 16;

/** Names what a page held, without saying it; what was never saved has a name too. */
export const seenOf = (saved: PageAnswers | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(saved ?? {}).sort()))
    .digest('base64url')
    .slice(0, CHARS);

/**
 * Whether a page that was sent may replace what is saved: not when that was saved meanwhile in another
 * window, unless both say the same. A page that does not say what it was opened with may.
 */
export function mayReplace(body: unknown, given: PageAnswers) {
  const seen = pickAnswers(body, [SEEN])[SEEN];
  return (saved: PageAnswers | undefined): boolean =>
    !seen || seen === seenOf(saved) || seenOf(given) === seenOf(saved);
}

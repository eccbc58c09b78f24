import { cleanText } from '#kernel';

/** Longest text kept of one field; a page's own check says less where less is allowed. */
export const ANSWER_CHARACTERS_MAX = 10_000;

/**
 * The one door for what people typed: every field of every form comes through here once, as clean
 * text of bounded length, before anything reads it. Undefined when nothing was sent or it was no text.
 */
export function arrived(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return cleanText(value.slice(0, ANSWER_CHARACTERS_MAX));
}

/** The named fields of a posted body; nothing else of it is looked at. */
export function pick(body: unknown, names: readonly string[]): [name: string, sent: unknown][] {
  const from = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return names.map((name) => [name, Object.hasOwn(from, name) ? from[name] : undefined]);
}

/** What a person answered, field by field, as typed. Several choices are one text with commas. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Longest text kept of one field; a page's own check says less where less is allowed. */
export const ANSWER_CHARACTERS_MAX = 10_000;

// No keyboard types it, and PostgreSQL keeps no text with it.
export const withoutNul = (text: string): string => text.replaceAll('\0', '');

const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(',');
  return typeof value === 'string' ? withoutNul(value).trim().slice(0, ANSWER_CHARACTERS_MAX) : '';
};

/** Takes the named fields out of a posted body and nothing else. */
export function pickAnswers(body: unknown, names: readonly string[]): Answers {
  const from = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return Object.fromEntries(names.map((name) => [name, asText(from[name])]));
}

/** The chosen values of a group of checkboxes. */
export const chosen = (values: Answers, name: string): string[] =>
  (values[name] ?? '').split(',').filter(Boolean);

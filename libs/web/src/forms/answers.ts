import { arrived, pick } from './arrival.ts';

/** What a person answered, field by field, as typed. Several choices are one text with commas. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** A field sent more than once is a group of checkboxes. */
const asText = (sent: unknown): string =>
  [sent]
    .flat()
    .map((one) => arrived(one)?.trim())
    .filter(Boolean)
    .join(',');

/** Takes the named fields out of a posted body and nothing else. */
export const pickAnswers = (body: unknown, names: readonly string[]): Answers =>
  Object.fromEntries(pick(body, names).map(([name, sent]) => [name, asText(sent)]));

/** The chosen values of a group of checkboxes. */
export const chosen = (values: Answers, name: string): string[] =>
  (values[name] ?? '').split(',').filter(Boolean);

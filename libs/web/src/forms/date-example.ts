import type { PlainDate } from '#kernel';

/** Above 12, so that it shows which box is the day's; and every month has it. */
const DAY = 27;

/**
 * A day to show beside a question, so far from today that it answers the question: a fixed one would
 * be refused by its own page once its year has come.
 */
export const exampleDay = (
  today: PlainDate,
  away: { readonly years: number } | { readonly months: number },
): PlainDate => today.add(away).with({ day: DAY });

/** As it is typed into the three boxes: 27 3 2031. */
export const typedDay = ({ day, month, year }: PlainDate): string => `${day} ${month} ${year}`;

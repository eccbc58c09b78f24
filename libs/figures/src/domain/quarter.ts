import { addDays, Temporal, type PlainDate } from '#kernel';

const MONTHS = 3;
/** So many days after a quarter its refunds are due (R26), and its figures can be told. */
const SETTLING_DAYS = 31;

/** A quarter of a calendar year, by its first day. */
export type Quarter = PlainDate;

export function quarterOf(day: PlainDate): Quarter {
  const month = day.month - ((day.month - 1) % MONTHS);
  return Temporal.PlainDate.from({ year: day.year, month, day: 1 });
}

export const quarterAfter = (quarter: Quarter): Quarter => quarter.add({ months: MONTHS });
const quarterBefore = (quarter: Quarter): Quarter => quarter.subtract({ months: MONTHS });
export const lastDayOf = (quarter: Quarter): PlainDate => addDays(quarterAfter(quarter), -1);

/** The day on which a quarter's figures come out. */
export const publishedOn = (quarter: Quarter): PlainDate =>
  addDays(lastDayOf(quarter), SETTLING_DAYS);

/** The last quarter whose figures can be told on that day. */
export function lastToPublish(today: PlainDate): Quarter {
  let quarter = quarterBefore(quarterOf(today));
  while (isAfter(publishedOn(quarter), today)) quarter = quarterBefore(quarter);
  return quarter;
}

const isAfter = (a: PlainDate, b: PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

/** Those that are to be told from the next one on, the oldest first. */
export function quartersToPublish(next: Quarter, today: PlainDate): Quarter[] {
  const quarters: Quarter[] = [];
  const end = lastToPublish(today);
  for (let quarter = next; !isAfter(quarter, end); quarter = quarterAfter(quarter)) {
    quarters.push(quarter);
  }
  return quarters;
}

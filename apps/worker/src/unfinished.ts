import { looksUnfinished } from '#bond-escrow';
import { breachesUnfinished } from '#breach';
import { mailUnfinished } from '#notification';
import { eventsUnfinished } from '#processor';
import { refundsUnfinished } from '#refund';
import { importsUnfinished, movementsUnfinished } from '#travel';

/** What officers have no list of: each sweep writes it down for their desk. */
export const noted = { ...eventsUnfinished, ...mailUnfinished, ...looksUnfinished };

// A job that a sweep has made good stays failed in its queue: so what was to be done is asked.
export const unfinished = {
  ...noted,
  ...movementsUnfinished,
  ...importsUnfinished,
  ...refundsUnfinished,
  ...breachesUnfinished,
};

import type { UnfinishedLists } from '#platform';

/** Bonds whose money is here and that were not compared with the processor for a day. */
export const looksUnfinished = {
  looks: `select looked_at as at from bond
    where state not in ('required', 'payment_started', 'lapsed', 'withdrawn', 'closed')
      and looked_at < now() - interval '26 hours' order by looked_at`,
} as const satisfies UnfinishedLists;

import type { UnfinishedLists } from '#platform';

/** Events that are not applied minutes after they came. */
export const eventsUnfinished = {
  events: `select received_at as at from processor_event
    where state = 'received' and received_at < now() - interval '5 minutes' order by received_at`,
} as const satisfies UnfinishedLists;

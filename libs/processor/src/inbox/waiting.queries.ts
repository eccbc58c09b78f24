import type { WaitingLists } from '#platform';
import { FOR_A_PERSON } from './inbox.queries.ts';

/** Events that wait for a person. */
export const eventsWaiting = {
  events: `select from processor_event where ${FOR_A_PERSON}`,
} as const satisfies WaitingLists;

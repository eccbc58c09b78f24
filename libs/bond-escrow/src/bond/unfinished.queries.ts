import { notInStates, type UnfinishedLists } from '#platform';
import { emptyStates } from '../domain/bond.lifecycle.ts';

/** Bonds whose money is here and that were not compared with the processor for a day. */
export const looksUnfinished = {
  looks: `select looked_at as at from bond
    where ${notInStates(emptyStates)}
      and looked_at < now() - interval '26 hours' order by looked_at`,
} as const satisfies UnfinishedLists;

import type { WaitingLists } from '#platform';
import { queues } from './queues.ts';

const ofConsulate = (queue: keyof typeof queues) =>
  `select from visa_case where consulate_id = any($1) and ${queues[queue].where}`;

/** Cases that wait for an officer. */
export const casesWaiting = {
  new: ofConsulate('new'),
  mine: `select from visa_case where assigned_to = $2 and ${queues.mine.where}`,
  bond: ofConsulate('bond'),
  visa: ofConsulate('visa'),
  travelling: ofConsulate('travelling'),
} as const satisfies WaitingLists;

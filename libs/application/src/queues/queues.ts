import { inStates } from '#platform';
import {
  bondStates,
  journeyStates,
  officerStates,
  visaStates,
  waitingStates,
} from '../domain/case.lifecycle.ts';

export interface Queue {
  /** Word for word the predicate of one partial index: else the planner cannot use that. */
  readonly where: string;
  readonly by: 'consulate' | 'holder';
  readonly order: 'asc' | 'desc';
}

/** The officers' queues as data. Work is shown oldest first, the archive newest first. */
export const queues = {
  /** Nobody holds it yet. */
  new: {
    where: `assigned_to is null and ${inStates(waitingStates)}`,
    by: 'consulate',
    order: 'asc',
  },
  /** Held by the officer who asks. */
  mine: {
    where: inStates(officerStates),
    by: 'holder',
    order: 'asc',
  },
  /** A bond is to be posted, or was not in time. */
  bond: { where: inStates(bondStates), by: 'consulate', order: 'asc' },
  /** Ready for the decision on the visa. */
  visa: {
    where: inStates(visaStates),
    by: 'consulate',
    order: 'asc',
  },
  /** With a visa: to travel or travelling. */
  travelling: { where: inStates(journeyStates), by: 'consulate', order: 'asc' },
  /** Everything that was ever submitted. */
  all: { where: 'submitted_at is not null', by: 'consulate', order: 'desc' },
} as const satisfies Record<string, Queue>;

export type QueueKey = keyof typeof queues;

export const isQueueKey = (text: string): text is QueueKey => Object.hasOwn(queues, text);

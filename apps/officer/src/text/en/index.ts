import { account } from './account.ts';
import { cases, decide } from './cases.ts';
import { desk } from './desk.ts';
import { history } from './history.ts';
import { movements } from './movements.ts';
import { nav } from './nav.ts';
import { queues, search } from './queues.ts';
import { statement } from './statement.ts';
import { states } from './states.ts';

/** Every word of the officers' site. French has the same keys, or does not compile. */
export const en = {
  account,
  cases,
  decide,
  desk,
  history,
  movements,
  nav,
  queues,
  search,
  statement,
  states,
} as const;

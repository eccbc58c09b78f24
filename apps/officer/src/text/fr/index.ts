import type { SameKeys } from '#web';
import type { en } from '../en/index.ts';
import { account } from './account.ts';
import { cases, decide } from './cases.ts';
import { desk } from './desk.ts';
import { history } from './history.ts';
import { movements } from './movements.ts';
import { nav } from './nav.ts';
import { queues, search } from './queues.ts';
import { statement } from './statement.ts';
import { states } from './states.ts';

export const fr: SameKeys<typeof en> = {
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
};

import type { SameKeys } from '#web';
import type { en } from '../en/index.ts';
import { account } from './account.ts';
import { answers } from './answers.ts';
import { approvals } from './approvals.ts';
import { cases, decide } from './cases.ts';
import { confirm } from './confirm.ts';
import { desk } from './desk.ts';
import { history } from './history.ts';
import { bonds, books, events, refunds, suspense } from './money.ts';
import { lists } from './lists.ts';
import { movements } from './movements.ts';
import { nav } from './nav.ts';
import { passport } from './passport.ts';
import { queues, search } from './queues.ts';
import { reversals } from './reversals.ts';
import { statement } from './statement.ts';
import { states } from './states.ts';
import { unfinished } from './unfinished.ts';

export const fr: SameKeys<typeof en> = {
  account,
  answers,
  approvals,
  bonds,
  books,
  cases,
  confirm,
  decide,
  desk,
  events,
  history,
  lists,
  movements,
  nav,
  passport,
  queues,
  refunds,
  reversals,
  search,
  statement,
  states,
  suspense,
  unfinished,
};

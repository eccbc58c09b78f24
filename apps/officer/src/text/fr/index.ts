import type { SameKeys } from '#web';
import type { en } from '../en/index.ts';
import { account } from './account.ts';
import { desk } from './desk.ts';
import { nav } from './nav.ts';
import { queues, search } from './queues.ts';
import { states } from './states.ts';

export const fr: SameKeys<typeof en> = { account, desk, nav, queues, search, states };

import { account } from './account.ts';
import { desk } from './desk.ts';
import { nav } from './nav.ts';
import { queues, search } from './queues.ts';
import { states } from './states.ts';

/** Every word of the officers' site. French has the same keys, or does not compile. */
export const en = { account, desk, nav, queues, search, states } as const;

import { about } from './about.ts';
import { account } from './account.ts';
import { apply } from './apply.ts';
import { bond } from './bond.ts';
import { cases } from './cases.ts';
import { contact } from './contact.ts';
import { declined } from './declined.ts';
import { nav } from './nav.ts';
import { papers } from './papers.ts';
import { programme } from './programme.ts';
import { refusal } from './refusal.ts';
import { start } from './start.ts';
import { tracking } from './tracking.ts';
import type { SameKeys } from '#web';
import type { en } from '../en/index.ts';

export const fr: SameKeys<typeof en> = {
  about,
  account,
  apply,
  bond,
  cases,
  contact,
  declined,
  nav,
  papers,
  programme,
  refusal,
  start,
  tracking,
};

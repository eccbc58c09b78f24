import type { UnfinishedLists } from '#platform';

/** Mail that has not left minutes after it was asked for. */
export const mailUnfinished = {
  mail: `select created_at as at from mail
    where state = 'queued' and created_at < now() - interval '5 minutes' order by created_at`,
} as const satisfies UnfinishedLists;

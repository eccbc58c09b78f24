import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { newPayoutWaitsUntil } from './own-account.ts';

const at = (text: string) => Temporal.Instant.from(text);
const changed = at('2026-03-28T12:00:00Z');

test.each([
  ['never changed', null, '2026-03-28T12:00:00Z', undefined],
  ['just changed', changed, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'],
  ['changed almost 48 hours ago', changed, '2026-03-30T11:59:59Z', '2026-03-30T12:00:00Z'],
  ['changed 48 hours ago', changed, '2026-03-30T12:00:00Z', undefined],
])('%s', (_what, changedAt, now, until) => {
  expect(newPayoutWaitsUntil(changedAt, at(now))?.toString()).toBe(until);
});

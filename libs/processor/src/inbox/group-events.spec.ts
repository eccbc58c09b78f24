import { expect, test } from '@jest/globals';
import { sortEvents } from './group-events.ts';
import type { ClaimedEvent } from './inbox.store.ts';

const event = (id: string, type: string, more: Partial<ClaimedEvent> = {}): ClaimedEvent => ({
  id,
  type,
  objectId: 'pi_1',
  ourId: null,
  createdAt: new Date('2026-11-24T10:00:00Z'),
  attempts: 1,
  ...more,
});

test('events about one object are one look-up, as new as the newest', () => {
  const later = new Date('2026-11-24T10:00:09Z');
  const sorted = sortEvents([
    event('evt_1', 'payment_intent.succeeded'),
    event('evt_2', 'charge.updated', { createdAt: later, ourId: 'ours' }),
    event('evt_3', 'charge.succeeded'),
    event('evt_4', 'refund.created', { objectId: 're_1' }),
    event('evt_5', 'checkout.session.completed', { objectId: 'cs_1' }),
  ]);
  expect(sorted.groups.map((g) => [g.look.objectId, g.events.length])).toEqual([
    ['pi_1', 3],
    ['re_1', 1],
    ['cs_1', 1],
  ]);
  expect(sorted.groups[0]!.look).toMatchObject({ ourId: 'ours', newsAt: later });
});

test('what needs no look-up: ignored by choice, or a person’s', () => {
  const sorted = sortEvents([
    event('evt_1', 'payment_intent.created'),
    event('evt_2', 'payout.failed'),
    event('evt_3', 'brand.new'),
    event('evt_4', 'payment_intent.succeeded', { objectId: null }),
  ]);
  expect(sorted.nothing.map((e) => e.id)).toEqual(['evt_1']);
  expect(sorted.desk.map((d) => [d.event.id, d.problem])).toEqual([
    ['evt_2', 'needs_a_person'],
    ['evt_3', 'unknown_type'],
    ['evt_4', 'no_object'],
  ]);
  expect(sorted.groups).toEqual([]);
});

import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { brake, mayStop, type BrakeFacts } from './brake.ts';

const now = Temporal.Instant.from('2026-12-01T10:00:00Z');
const rules = { refundHoldMinutes: 60, refundsPerHour: 5, refundsPerHourByClient: 3 };
const braked = (more: Partial<BrakeFacts> = {}) =>
  brake({ now, rules, ofProgramme: 0, ofClient: 0, ...more });

test('below both ceilings it leaves by itself, after the hold', () => {
  expect(braked({ ofProgramme: 4, ofClient: 2 })).toEqual({
    ...{ kind: 'leaves', at: now.add({ hours: 1 }) },
  });
});

test('without a hold it leaves at once', () => {
  expect(braked({ rules: { ...rules, refundHoldMinutes: 0 } })).toEqual({
    kind: 'leaves',
    at: null,
  });
});

test('at either ceiling it waits for a person, whatever the hold', () => {
  expect(braked({ ofClient: 3 })).toEqual({ kind: 'waits', because: 'ceiling_client' });
  expect(braked({ ofProgramme: 5 })).toEqual({ kind: 'waits', because: 'ceiling_programme' });
  expect(
    braked({ ofProgramme: 9, ofClient: 9, rules: { ...rules, refundHoldMinutes: 0 } }),
  ).toEqual({
    ...{ kind: 'waits', because: 'ceiling_client' },
  });
});

test.each([
  [{}, true],
  [{ state: 'due' }, true],
  [{ state: 'sending' }, false],
  [{ state: 'succeeded' }, false],
  [{ approvedBy: 'treasury' }, false],
  [{ attempt: 2 }, false],
] as const)('of a disbursement of a rule with %j a record taken back stops it: %s', (more, may) => {
  expect(mayStop({ attempt: 1, state: 'approved', approvedBy: null, ...more })).toBe(may);
});

import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { itemProblems } from './item-rules.ts';

const now = Temporal.Instant.from('2026-11-24T12:00:00Z');
const client = { ports: ['BKO', 'KYS'] };
const item = {
  ...{ recordId: 'BKO-2', corrects: null },
  kind: 'admitted' as const,
  port: 'BKO',
  happenedAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  authorisedUntil: Temporal.PlainDate.from('2026-12-24'),
};
const fields = (more: Partial<Parameters<typeof itemProblems>[0]>) =>
  itemProblems({ ...item, ...more }, client, now).map((p) => p.field);

test('a true record has no problem', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ authorisedUntil: null })).toEqual([]);
  expect(fields({ kind: 'departed', authorisedUntil: null })).toEqual([]);
});

test('the clock of a border post may be five minutes ahead, not more', () => {
  expect(fields({ happenedAt: now.add({ minutes: 5 }) })).toEqual([]);
  expect(fields({ happenedAt: now.add({ minutes: 5, milliseconds: 1 }) })).toEqual(['happenedAt']);
});

test('each problem names its field', () => {
  expect(fields({ port: 'CDG' })).toEqual(['port']);
  expect(fields({ happenedAt: Temporal.Instant.from('2025-09-30T23:59:59Z') })).toEqual([
    'happenedAt',
  ]);
  expect(fields({ kind: 'departed' })).toEqual(['authorisedUntil']);
  expect(fields({ authorisedUntil: Temporal.PlainDate.from('2026-11-22') })).toEqual([
    'authorisedUntil',
  ]);
});

test('a deletion says what it deletes, and nothing corrects itself', () => {
  const deletion = { kind: 'deleted' as const, authorisedUntil: null };
  expect(fields(deletion)).toEqual(['corrects']);
  expect(fields({ ...deletion, corrects: 'BKO-1' })).toEqual([]);
  expect(fields({ ...deletion, corrects: 'BKO-2' })).toEqual(['corrects']);
  expect(fields({ corrects: 'BKO-1' })).toEqual([]);
});

test('a message never repeats the value', () => {
  const [problem] = itemProblems({ ...item, port: 'SECRET1' }, client, now);
  expect(problem!.message).not.toContain('SECRET1');
});

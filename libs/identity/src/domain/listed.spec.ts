import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { listedIds, LISTED_MAX } from './listed.ts';

test('a full page of people fits into one entry of the trail, each by id', () => {
  const ids = Array.from({ length: LISTED_MAX }, () => randomUUID());
  const details = listedIds(ids);
  const entry = JSON.stringify({ purpose: 'a_list_of_cases_to_look', table: 'person', ...details });
  expect(entry.length).toBeLessThan(1_900);
  const named = Object.values(details).join('.').split('.');
  expect(named).toEqual(ids.map((id) => id.replaceAll('-', '')));
  expect(Object.values(details).every((value) => value.length <= 200)).toBe(true);
});

test('more than one entry can name is refused, and nobody is no detail', () => {
  const many = Array.from({ length: LISTED_MAX + 1 }, () => randomUUID());
  expect(() => listedIds(many)).toThrow(RangeError);
  expect(listedIds([])).toEqual({});
});

import { expect, test } from '@jest/globals';
import { compileTexts } from './compile.ts';

const { say, has } = compileTexts('en', {
  plain: 'No place here: {one} {{two three}} $& {{',
  twice: '{{a}}{{b}} and {{a}}',
  empty: '',
  deep: { er: { still: 'found' } },
  days_one: '{{count}} day',
  days_other: '{{count}} days',
});

test('what is no place of a value is said as it stands', () => {
  expect(say('plain')).toBe('No place here: {one} {{two three}} $& {{');
  expect(say('empty')).toBe('');
  expect(say('deep.er.still')).toBe('found');
});

test('a value is put in as it is: never read for places of its own', () => {
  expect(say('twice', { a: '{{b}}', b: '$1 <b>' })).toBe('{{b}}$1 <b> and {{b}}');
  expect(say('twice', { b: 0 })).toBe('0 and ');
});

test('a count chooses the form; other values leave it alone', () => {
  expect([0, 1, 2].map((count) => say('days', { count }))).toEqual(['0 days', '1 day', '2 days']);
  expect(say('days')).toBeUndefined();
  expect(say('plain', { count: 1 })).toBe(say('plain'));
});

test.each(['deep', 'deep.er', 'deep.', '', 'gone', 'constructor', '__proto__', 'plain.length'])(
  'no text has the key "%s"',
  (key) => {
    expect([say(key), has(key)]).toEqual([undefined, false]);
  },
);

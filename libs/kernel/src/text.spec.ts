import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, plainSigns } from './text.ts';

test.each([
  [
    'zero-width and direction marks',
    '\u200bzoe\u200d@\u202aexample.org\u202c\ufeff',
    'zoe@example.org',
  ],
  ['a soft hyphen', 'Mil\u00adler', 'Miller'],
  ['variation selectors', 'A\ufe0eB\ufe0f\u{e0101}', 'AB'],
  ['fillers that print nothing', '\u3164a\u115f\uffa0\u034f', 'a'],
  ['no-break, narrow, ideographic spaces and tabs', 'a\u00a0b\u202fc\u3000d\te', 'a b c d e'],
  ['line ends of every system', 'a\r\nb\rc\u2028d\u0085e\nf', 'a\nb\nc\nd\ne\nf'],
  ['full-width letters, digits and signs', 'Ａｂ１２＜＠', 'Ab12<@'],
  ['letters in two code points', 'Zoe\u0301', 'Zoé'],
  ['control characters', 'a\0b\u0007c', 'abc'],
])('%s', (_what, typed, right) => {
  expect(cleanText(typed)).toBe(right);
});

test('apostrophes and hyphens keep their shape, and compare as plain ones', () => {
  const typed = 'O‘Neill ʻAolani d’Arc Smith‑Jones';
  expect(cleanText(typed)).toBe(typed);
  expect(plainSigns(typed)).toBe("O'Neill 'Aolani d'Arc Smith-Jones");
});

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});

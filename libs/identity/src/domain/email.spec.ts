import { expect, test } from '@jest/globals';
import { comparableEmail, isEmail } from './email.ts';

test.each(['ada@example.org', 'a.b+c@sub.example.org', 'aïssata@exemple.ml', "o'hara@example.ie"])(
  '%s is an address',
  (text) => expect(isEmail(text)).toBe(true),
);

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'ada@example..org',
  'a da@example.org',
  'ada@example.org,eve@example.org',
  'ada@example.org\r\nBcc: eve@example.org',
  'Ada <ada@example.org>',
  'a@b@example.org',
  `${'a'.repeat(250)}@example.org`,
])('%j is none', (text) => expect(isEmail(text)).toBe(false));

test('case, outer spaces and wide letters do not make another account', () => {
  expect(comparableEmail(' Ada@Example.ORG ')).toBe('ada@example.org');
  expect(comparableEmail('ａda@example.org')).toBe('ada@example.org');
});

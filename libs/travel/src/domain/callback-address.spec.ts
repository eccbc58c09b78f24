import { expect, test } from '@jest/globals';
import { readCallbackAddress } from './callback-address.ts';

const read = (typed: string, isLocal = false) => readCallbackAddress(typed, { isLocal });

test.each([
  ['https://border.example/told', 'https://border.example/told'],
  [' https://border.example ', 'https://border.example/'],
])('%s is taken', (typed, kept) => {
  expect(read(typed)).toMatchObject({ value: kept });
});

test.each([
  ['', 'not_an_address'],
  ['border.example', 'not_an_address'],
  ['ftp://border.example', 'not_https'],
  ['http://border.example', 'not_https'],
  ['http://localhost:9000/told', 'not_https'],
  ['https://user:word@border.example', 'address_with_more'],
  ['https://border.example/?token=1', 'address_with_more'],
  [`https://border.example/${'a'.repeat(500)}`, 'not_an_address'],
])('%s is refused', (typed, code) => {
  expect(read(typed)).toMatchObject({ code });
});

test('a demonstration takes http to its own machine, and to no other', () => {
  expect(read('http://localhost:9000/told', true)).toMatchObject({ ok: true });
  expect(read('http://border.example/told', true)).toMatchObject({ code: 'not_https' });
});

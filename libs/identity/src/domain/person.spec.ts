import { expect, test } from '@jest/globals';
import {
  comparableDocument,
  comparablePerson,
  comparableState,
  isDocumentNumber,
} from './person.ts';

test('a document has one name, however it is typed', () => {
  const name = 'USA:C12345678';
  expect(comparableDocument('USA', 'C12345678')).toBe(name);
  expect(comparableDocument('usa', ' c 123-456.78')).toBe(name);
  expect(comparableDocument('USA', 'C12345678<')).toBe(name);
  expect(comparableDocument('FRA', 'C12345678')).not.toBe(name);
});

test('a letter that only looks like ours is neither dropped nor taken for it', () => {
  const cyrillic = '\u0410123456'; // А of another script
  expect(comparableDocument('USA', cyrillic)).not.toBe(comparableDocument('USA', '123456'));
  expect(comparableDocument('USA', cyrillic)).not.toBe(comparableDocument('USA', 'A123456'));
  expect(isDocumentNumber(cyrillic)).toBe(false);
  expect(isDocumentNumber('\uff23 123\u2010456')).toBe(true); // full width, another hyphen
  expect(comparableDocument('USA', '\uff23 123\u2010456')).toBe('USA:C123456');
  for (const none of ['', '-<', 'Ж', 'A'.repeat(21)]) expect(isDocumentNumber(none)).toBe(false);
});

test('Germany is written with one letter in passports', () => {
  expect(comparableState('D')).toBe('DEU');
  expect(comparableState('D<<')).toBe('DEU');
  expect(comparableState('DZA')).toBe('DZA');
});

test('accents, hyphens and case do not make another person; a birthday does', () => {
  const person = {
    givenNames: 'Aïssata Marie-Louise',
    familyName: "N'Diaye",
    bornOn: '1990-02-03',
    nationality: 'USA',
  };
  const typed = { ...person, givenNames: 'AISSATA MARIE LOUISE', familyName: 'NDIAYE' };
  expect(comparablePerson(typed)).toBe(comparablePerson(person));
  expect(comparablePerson({ ...person, bornOn: '1990-03-02' })).not.toBe(comparablePerson(person));
});

import { expect, test } from '@jest/globals';
import { comparableDocument, comparablePerson, comparableState } from './person.ts';

test('a document has one name, however it is typed', () => {
  const name = 'USA:C12345678';
  expect(comparableDocument('USA', 'C12345678')).toBe(name);
  expect(comparableDocument('usa', ' c 123-456.78')).toBe(name);
  expect(comparableDocument('USA', 'C12345678<')).toBe(name);
  expect(comparableDocument('FRA', 'C12345678')).not.toBe(name);
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

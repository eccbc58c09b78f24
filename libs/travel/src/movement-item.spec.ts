import { expect, test } from '@jest/globals';
import { readItem } from './movement-item.ts';

const item = {
  recordId: 'BKO-1',
  kind: 'departed',
  port: 'BKO',
  happenedAt: '2026-11-24T09:30:00Z',
  document: { issuingState: 'USA', number: '912345678' },
};
const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { a: value };
  return value;
};
const fieldsOf = (raw: unknown) => {
  const read = readItem(raw);
  return 'errors' in read ? read.errors.map((e) => e.field) : [];
};

test('a whole item is read', () => {
  expect(readItem(item)).toMatchObject({ item });
});

test('however deep a field is, it is refused by name', () => {
  expect(fieldsOf({ ...item, port: deep(50_000) })).toEqual(['port']);
  expect(fieldsOf({ ...item, authorisedUntil: deep(50_000) })).toEqual(['authorisedUntil']);
  expect(fieldsOf({ ...item, document: [deep(50_000)] })).toEqual(['document']);
  const number = deep(50_000);
  expect(fieldsOf({ ...item, document: { ...item.document, number } })).toEqual([
    'document.number',
  ]);
});

test('however many unknown fields come, the answer stays short', () => {
  const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`f${i}`, deep(3)]));
  const fields = fieldsOf({ ...item, ...wide });
  expect(fields.slice(0, 2)).toEqual(['f0', 'f1']);
  expect(fields.length).toBeLessThan(20);
});

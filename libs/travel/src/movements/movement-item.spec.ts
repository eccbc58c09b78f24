import { expect, test } from '@jest/globals';
import { readMovement } from './movement-item.ts';

const item = (document: object) => ({
  ...{ recordId: 'r-1', kind: 'departed', port: 'BKO', happenedAt: '2026-11-24T09:30:00Z' },
  document: { issuingState: 'USA', number: '910000052', ...document },
});

test.each([
  { issuingState: 'US' },
  { issuingState: 'usa' },
  { issuingState: 'D<<', number: 'C01X00T47' },
  { issuingState: 'XXB' },
  { number: 'K9876543<' },
])('a document is taken in every form of its codes: %j', (document) =>
  expect(readMovement(item(document))).toHaveProperty('item'),
);

test.each([
  [{ issuingState: 'QQ' }, 'document.issuingState'],
  [{ issuingState: 'UTO' }, 'document.issuingState'],
  [{ issuingState: '<<<' }, 'document.issuingState'],
  [{ issuingState: 840 }, 'document.issuingState'],
  [{ number: '<<<' }, 'document.number'],
  [{ number: 'К9876543' }, 'document.number'],
])('a document that could never match is refused with its field: %j', (document, field) =>
  expect(readMovement(item(document))).toMatchObject({ errors: [{ field }] }),
);

import { expect, test } from '@jest/globals';
import { FIRST_ID, idAfter, LAST_ID } from './id-range.ts';

test.each([
  [FIRST_ID, '00000000-0000-0000-0000-000000000001'],
  ['00000000-0000-0000-0000-ffffffffffff', '00000000-0000-0000-0001-000000000000'],
  ['0fffffff-ffff-ffff-ffff-ffffffffffff', '10000000-0000-0000-0000-000000000000'],
  ['019aeb4f-478f-76af-888d-2f8892627ad2', '019aeb4f-478f-76af-888d-2f8892627ad3'],
  ['ffffffff-ffff-ffff-ffff-fffffffffffe', LAST_ID],
  [LAST_ID, null],
])('after %s comes %s', (id, next) => {
  expect(idAfter(id)).toBe(next);
});

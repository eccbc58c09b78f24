import { expect, test } from '@jest/globals';
import { afterFrom, afterText, COUNT_MAX, LIST_PAGE_ROWS, pageWithin } from './list-page.ts';

test('where a list begins is read from an address, and nothing else is', () => {
  const after = { at: '2026-11-24 10:00:00.123456+00', id: '0190b1c4-0000-7000-8000-000000000001' };
  expect(afterFrom(afterText(after))).toEqual(after);
  const day = { ...after, at: '2026-11-24' };
  expect(afterFrom(afterText(day))).toEqual(day);
  for (const wrong of [
    undefined,
    '',
    'x',
    '2026-11-24',
    `9999-99-99~${after.id}`,
    '2026-11-24~x',
    7,
  ]) {
    expect(afterFrom(wrong)).toBeNull();
  }
});

test('a list whose ids are no uuids says what its ids are', () => {
  const after = { at: '2026-11-24 10:00:00+00', id: 'evt_1' };
  expect(afterFrom(afterText(after))).toBeNull();
  expect(afterFrom(afterText(after), (id) => id.startsWith('evt_'))).toEqual(after);
  expect(afterFrom(afterText({ ...after, id: 'x' }), (id) => id.startsWith('evt_'))).toBeNull();
});

test('what is counted is paged, and never further', () => {
  expect(pageWithin(0, 3)).toEqual({ page: 1, pages: 1, offset: 0 });
  expect(pageWithin(LIST_PAGE_ROWS + 1, 9)).toEqual({ page: 2, pages: 2, offset: LIST_PAGE_ROWS });
  expect(pageWithin(COUNT_MAX + 1, Number.MAX_SAFE_INTEGER).pages).toBe(COUNT_MAX / LIST_PAGE_ROWS);
  for (const page of [undefined, 0, -4, Number.NaN]) expect(pageWithin(99, page).page).toBe(1);
});

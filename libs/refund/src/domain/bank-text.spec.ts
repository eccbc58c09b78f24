import { expect, test } from '@jest/globals';
import { bankText } from './bank-text.ts';

test('text that is longer than a bank takes is cut', () => {
  expect(bankText('x'.repeat(100), 70)).toHaveLength(70);
});

test.each([
  ['Œuvre d’État – Straße', "oeuvre d'Etat . Strasse"],
  ['Łukasz Đinđić', 'lukasz dindic'],
  ['Işık Þórr Ðað', 'Isik thorr dad'],
  ['Bɔkar Ɲaarɛ, Ɓii Ŋari', 'Bokar naare, bii nari'],
  ['Kaʻiulani', "Ka'iulani"],
  ['Ann \u{1f600} & Co', 'Ann . . Co'],
  ['\u0301\u0301', ''],
])('%s is written %s', (text, written) => {
  expect(bankText(text, 140)).toBe(written);
});

/** Letters that are no other letter with a mark, as banks write them. */
const WRITTEN: readonly [letters: RegExp, as: string][] = [
  [/[ßẞ]/g, 'ss'],
  [/[æÆ]/g, 'ae'],
  [/[œŒ]/g, 'oe'],
  [/[þÞ]/g, 'th'],
  [/[øØ]/g, 'o'],
  [/[łŁ]/g, 'l'],
  [/[đĐðÐɗƊ]/g, 'd'],
  [/[ıɩƖ]/g, 'i'],
  [/[ħĦ]/g, 'h'],
  [/[ɓƁ]/g, 'b'],
  [/[ɛƐəƏ]/g, 'e'],
  [/[ɔƆ]/g, 'o'],
  [/[ŋŊɲƝ]/g, 'n'],
  [/[ƴƳ]/g, 'y'],
  [/[’‘ʼʻ`]/g, "'"],
];

/** What banks take in names and texts: Latin letters without marks, digits and little else. */
export function bankText(text: string, max: number): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return WRITTEN.reduce((written, [letters, as]) => written.replace(letters, as), plain)
    .replace(/[^A-Za-z0-9/?:().,'+ -]/gu, '.')
    .slice(0, max)
    .trim();
}

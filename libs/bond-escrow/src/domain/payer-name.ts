const NAME_CHARS = { min: 2, max: 100 };
const NOT_OF_NAMES = /[\p{C}<>{}\d]/u;

/** A name as its owner typed it, with single spaces; null for what cannot be one. */
export function readPayerName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const isName =
    name.length >= NAME_CHARS.min &&
    name.length <= NAME_CHARS.max &&
    /\p{L}/u.test(name) &&
    !NOT_OF_NAMES.test(name);
  return isName ? name : null;
}

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * The spaces of French print, which may not break: narrow before ; ? ! and inside numbers, whole
 * before : and % and inside « ». Texts are written with plain spaces and pass through here once,
 * since nobody sees which kind of space was typed.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/[ \u00a0\u202f]+(?=[;?!])/g, NARROW_NO_BREAK)
    .replace(/[ \u00a0\u202f]+(?=[:»]|%(?!\w))/g, NO_BREAK)
    .replace(/(?<=«)[ \u00a0\u202f]+/g, NO_BREAK)
    .replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, NARROW_NO_BREAK);

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Spaces of every width, and tabs: to a reader they are all one space. */
const SPACES = /[\p{Zs}\t\v\f]/gu;
/**
 * What nobody sees: format characters (zero-width, soft hyphen, direction marks), variation selectors,
 * the grapheme joiner, Hangul's fillers, and control characters but the line feed.
 */
const UNSEEN =
  /[\p{Cf}\u034f\u115f\u1160\u3164\uffa0\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?!\n)\p{Cc}/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FROM_FULL_WIDTH = 0xfee0;

/**
 * Text as people mean it, whatever keyboard, web page or file it was copied from. Everything that
 * arrives goes through it once, so that two texts that look the same are the same. Apostrophes and
 * hyphens keep their shape: see `plainSigns` for comparing them.
 */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replace(SPACES, ' ')
    .replace(UNSEEN, '')
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - FROM_FULL_WIDTH))
    .normalize('NFC');

/** Apostrophes, and letters that serve as one (Hawaiian, Polynesian, Ukrainian). */
const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032`\u00b4]/g;
const HYPHENS = /[\p{Dash}\u00ad]/gu;

/** For comparing: every apostrophe is ' and every hyphen is -. */
export const plainSigns = (text: string): string =>
  text.replace(APOSTROPHES, "'").replace(HYPHENS, '-');

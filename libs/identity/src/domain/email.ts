const EMAIL_CHARS_MAX = 254;
// Shape only: whether an address works is learned by writing to it. Nothing that a mail header
// could misread: no spaces, control characters, brackets or lists.
const PART = String.raw`[^\s@<>,;:"()[\]\\\p{Cc}.]+`;
const EMAIL = new RegExp(`^${PART}(?:\\.${PART})*@${PART}(?:\\.${PART})+$`, 'u');

export const isEmail = (text: string): boolean =>
  text.length <= EMAIL_CHARS_MAX && EMAIL.test(text);

/**
 * The one form in which an address is compared, kept and written to. Were mail sent to the form
 * that was typed, somebody could confirm an address that only looks the same to us. Case in the
 * first part could matter by the standard, yet no large provider lets it.
 */
export const comparableEmail = (text: string): string =>
  text.trim().normalize('NFKC').toLowerCase();

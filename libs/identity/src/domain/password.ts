import { ok, refused, type Result } from '#kernel';
import { commonWords } from './common-words.ts';

/** Without a second factor; see docs/security. No rules on composition: length is what counts. */
export const PASSWORD_CHARS_MIN = 15;
/** A limit on what is hashed; far above any sentence. */
export const PASSWORD_CHARS_MAX = 128;

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_common';

/** May this be chosen as a password? Never says how a stored one compares to it. */
export function checkNewPassword(password: string, email: string): Result<'fit', PasswordProblem> {
  const chars = [...password].length;
  if (chars < PASSWORD_CHARS_MIN) {
    return refused('password_too_short', { minimum: String(PASSWORD_CHARS_MIN) });
  }
  if (chars > PASSWORD_CHARS_MAX) {
    return refused('password_too_long', { maximum: String(PASSWORD_CHARS_MAX) });
  }
  return isCommon(password, email) ? refused('password_common') : ok('fit');
}

// Lists of leaked passwords are short ones; those of 15 characters and more are the same few
// pieces put together. So a password is common when such pieces cover all of it.
const PIECES_MAX = 4;
const RUN_MIN = 3;
const UNIT_MAX = 7;
const DISTINCT_MIN = 5;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const withLetters = (text: string) => text.replace(/[013457@$!]/g, (c) => LOOKALIKES[c]!);

const isRepeated = (text: string) =>
  Array.from({ length: UNIT_MAX }, (_, i) => text.slice(0, i + 1)).some(
    (unit) => unit.repeat(Math.ceil(text.length / unit.length)).slice(0, text.length) === text,
  );

function isCommon(password: string, email: string): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < DISTINCT_MIN || isRepeated(text)) return true;
  const words = new Set([...commonWords, ...wordsOf(email)]);
  return [text, withLetters(text)].some((form) => piecesOf(form, words) <= PIECES_MAX);
}

/** What an attacker who knows the address tries first. */
const wordsOf = (email: string): string[] =>
  email
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= RUN_MIN);

/** The least number of common pieces that cover all of the text; Infinity when none do. */
function piecesOf(text: string, words: ReadonlySet<string>): number {
  const least = [0];
  for (let end = 1; end <= text.length; end++) {
    least[end] = Infinity;
    for (let start = 0; start < end; start++) {
      const cost = least[start]! + costOf(text.slice(start, end), words);
      if (cost < least[end]!) least[end] = cost;
    }
  }
  return least[text.length]!;
}

function costOf(piece: string, words: ReadonlySet<string>): number {
  if (/^[\s_.,;:/!?#*+-]$/.test(piece)) return 0;
  const isPiece =
    words.has(piece) ||
    /^\d{1,4}$/.test(piece) ||
    (piece.length >= RUN_MIN && RUNS.some((run) => run.includes(piece))) ||
    new Set(piece).size === 1;
  return isPiece ? 1 : Infinity;
}

import { ok, refused, type Result } from '#kernel';

/** Without a second factor; see docs/security. No rules on composition: length is what counts. */
export const PASSWORD_CHARS_MIN = 15;
/** A limit on what is hashed; far above any sentence. */
export const PASSWORD_CHARS_MAX = 128;
/**
 * Whoever had what we keep could try it without asking us: at ten thousand tries a second, so many
 * take thirty years. 15 characters by chance take more, a few well known words fewer.
 */
export const PASSWORD_GUESSES_MIN = 1e13;

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_common';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly email: string;
  readonly name?: string | null;
}

export function checkLength(
  password: string,
): Result<'fit', 'password_too_short' | 'password_too_long'> {
  const chars = [...password].length;
  if (chars < PASSWORD_CHARS_MIN) {
    return refused('password_too_short', { minimum: String(PASSWORD_CHARS_MIN) });
  }
  if (chars > PASSWORD_CHARS_MAX) {
    return refused('password_too_long', { maximum: String(PASSWORD_CHARS_MAX) });
  }
  return ok('fit');
}

const WORD_MIN = 3;

/** What an attacker who knows the owner tries first. */
export function wordsOf({ email, name }: PasswordOwner): string[] {
  const about = `${email} ${name ?? ''}`.toLowerCase();
  const words = about.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= WORD_MIN);
  return [...words, email.toLowerCase()];
}

import { refused, type Result } from '#kernel';
import {
  checkLength,
  PASSWORD_GUESSES_MIN,
  wordsOf,
  type PasswordOwner,
  type PasswordProblem,
} from '../domain/password.ts';
import { guessesFor } from './password-guesses.ts';

/** May this be chosen as a password? Never says how a stored one compares to it. */
export async function checkNewPassword(
  password: string,
  owner: PasswordOwner,
): Promise<Result<'fit', PasswordProblem>> {
  const fit = checkLength(password);
  if (!fit.ok) return fit;
  const guesses = await guessesFor(password, wordsOf(owner));
  return guesses < PASSWORD_GUESSES_MIN ? refused('password_common') : fit;
}

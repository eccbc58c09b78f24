import { ok, refused, type Result } from '#kernel';

export const CODE_DIGITS = 6;
export const CODE_MINUTES = 30;
/** With a million codes, five tries leave a guesser one chance in 200,000 for each code sent. */
export const CODE_TRIES_MAX = 5;

export interface SignUpFacts {
  readonly tries: number;
  readonly isUsed: boolean;
  /** By the wall clock. */
  readonly isExpired: boolean;
  readonly codeMatches: boolean;
}

/** What to answer to a code. The order matters: a right code on a dead sign-up is still refused. */
export function decideCode(
  facts: SignUpFacts,
): Result<'confirmed', 'expired' | 'too_many_tries' | 'wrong_code'> {
  if (facts.isUsed || facts.isExpired) return refused('expired');
  if (facts.tries >= CODE_TRIES_MAX) return refused('too_many_tries');
  return facts.codeMatches ? ok('confirmed') : refused('wrong_code');
}

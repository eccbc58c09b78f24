import { ok, refused, type Result } from '#kernel';

export type CodePurpose = 'sign_up' | 'password_reset' | 'email_change';

export const CODE_DIGITS = 8;
export const CODE_MINUTES = 30;
/** With a hundred million codes, five tries leave a guesser one chance in 20 million for each. */
const CODE_TRIES_MAX = 5;

export interface CodeFacts {
  readonly tries: number;
  readonly isConfirmed: boolean;
  readonly isUsed: boolean;
  /** By the wall clock. */
  readonly isExpired: boolean;
  /** It comes from the browser that asked. */
  readonly isSameBrowser: boolean;
}
export type CodeRefusal = 'expired' | 'too_many_tries' | 'wrong_code';

/**
 * What to answer to a code. The order matters: a right code from another browser or out of time is
 * refused without a word on whether it was right, and is no try.
 */
export function decideCode(
  facts: CodeFacts & { readonly codeMatches: boolean },
): Result<'confirmed', CodeRefusal> {
  if (!facts.isSameBrowser || facts.isUsed || facts.isExpired) return refused('expired');
  if (facts.tries >= CODE_TRIES_MAX) return refused('too_many_tries');
  return facts.codeMatches ? ok('confirmed') : refused('wrong_code');
}

/** May what the code was asked for be done now? Once, and only where the code was shown. */
export function decideUse(facts: CodeFacts): Result<'use', 'expired'> {
  const isOpen = facts.isSameBrowser && facts.isConfirmed && !facts.isUsed && !facts.isExpired;
  return isOpen ? ok('use') : refused('expired');
}

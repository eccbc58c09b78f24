import { expect, test } from '@jest/globals';
import { decideCode, type SignUpFacts } from './sign-up.ts';

const facts = (more: Partial<SignUpFacts>): SignUpFacts => ({
  tries: 0,
  isUsed: false,
  isExpired: false,
  codeMatches: true,
  ...more,
});

test.each([
  ['the right code', {}, 'confirmed'],
  ['the right code at the last try', { tries: 4 }, 'confirmed'],
  ['a wrong code', { codeMatches: false }, 'wrong_code'],
  ['the right code, too late', { tries: 5 }, 'too_many_tries'],
  ['a wrong code, too often', { tries: 5, codeMatches: false }, 'too_many_tries'],
  ['the right code twice', { isUsed: true }, 'expired'],
  ['the right code after its time', { isExpired: true }, 'expired'],
  ['anything after its time', { isExpired: true, tries: 5, codeMatches: false }, 'expired'],
])('%s', (_what, more, answer) => {
  const decided = decideCode(facts(more));
  expect(decided.ok ? decided.value : decided.code).toBe(answer);
});

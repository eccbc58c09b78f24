import { expect, test } from '@jest/globals';
import { decideCode, decideUse, type CodeFacts } from './mailed-code.ts';

const facts = (more: Partial<CodeFacts>): CodeFacts => ({
  tries: 0,
  isConfirmed: false,
  isUsed: false,
  isExpired: false,
  isSameBrowser: true,
  ...more,
});

test.each([
  ['the right code', true, {}, 'confirmed'],
  ['the right code at the last try', true, { tries: 4 }, 'confirmed'],
  ['a wrong code', false, {}, 'wrong_code'],
  ['the right code, too late', true, { tries: 5 }, 'too_many_tries'],
  ['a wrong code, too often', false, { tries: 5 }, 'too_many_tries'],
  ['the right code after its use', true, { isConfirmed: true, isUsed: true }, 'expired'],
  ['the right code after its time', true, { isExpired: true }, 'expired'],
  ['anything after its time', false, { isExpired: true, tries: 5 }, 'expired'],
  ['the right code in another browser', true, { isSameBrowser: false }, 'expired'],
  ['a wrong code in another browser', false, { isSameBrowser: false, tries: 5 }, 'expired'],
])('%s', (_what, codeMatches, more, answer) => {
  const decided = decideCode({ ...facts(more), codeMatches });
  expect(decided.ok ? decided.value : decided.code).toBe(answer);
});

test.each([
  ['once the code was shown', {}, true],
  ['not before it', { isConfirmed: false }, false],
  ['not twice', { isUsed: true }, false],
  ['not after its time', { isExpired: true }, false],
  ['not from another browser', { isSameBrowser: false }, false],
])('it may be used %s', (_what, more, may) => {
  expect(decideUse(facts({ isConfirmed: true, ...more })).ok).toBe(may);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkNewPassword, PASSWORD_CHARS_MAX } from './password.ts';

const check = (password: string, email = 'ada.lovelace@example.org') => {
  const r = checkNewPassword(password, email);
  return r.ok ? r.value : r.code;
};

test.each([
  'a walk along the Niger at dusk',
  'tortoise plinth vague 9 umbrella',
  'kx7Q-pv2m-zz1T-9fhw',
  'le marché de Djenné le lundi matin',
  'пароль из нескольких слов',
  '五個以上的漢字組成的一個很長的密碼',
])('%s may be chosen', (password) => expect(check(password)).toBe('fit'));

test.each([
  'passwordpassword',
  'Password12345678',
  'P@ssw0rdP@ssw0rd',
  'motdepasse123456',
  '123456789012345',
  'qwertyuiopasdfgh',
  'azertyuiopqsdfgh',
  '1qaz2wsx3edc4rfv',
  'aaaaaaaaaaaaaaaaa',
  'abc123abc123abc123',
  'iloveyou iloveyou!',
  'Welcome-2026----',
  'visabondportal2026',
  'BamakoMali2026!!',
  'correcthorsebatterystaple',
  'lovelace-lovelace',
  'adalovelace-2026-',
])('%s is common', (password) => expect(check(password)).toBe('password_common'));

test('15 to 128 characters, counted as people count them', () => {
  const fit = 'tz pq mk 47 vh wrglnx 93 bd'.repeat(5);
  expect(check(fit.slice(0, 14))).toBe('password_too_short');
  expect(check(fit.slice(0, 15))).toBe('fit');
  expect(check(fit.slice(0, 128))).toBe('fit');
  expect(check(fit.slice(0, 129))).toBe('password_too_long');
  expect(check('🦛'.repeat(14))).toBe('password_too_short');
});

test('no composition is asked for: random letters of one case always pass', () => {
  const letters = fc.array(fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), {
    minLength: 24,
    maxLength: PASSWORD_CHARS_MAX,
  });
  fc.assert(
    fc.property(letters, (chars) => {
      fc.pre(new Set(chars).size > 12);
      expect(check(chars.join(''))).toBe('fit');
    }),
  );
});

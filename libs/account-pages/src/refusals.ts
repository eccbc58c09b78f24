import {
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  type AskRefusal,
  type CodeRefusal,
  type PasswordProblem,
} from '#identity';
import type { FieldError } from '#web';

const params = { min: PASSWORD_CHARS_MIN, max: PASSWORD_CHARS_MAX };
const error = (field: string, code: string): FieldError => ({
  field,
  key: `web.own.error.${code}`,
  params,
});

// Refusals speak of what was typed; each has its field.
export const ASKED: Record<AskRefusal, FieldError> = {
  bad_email: error('email', 'emailWrong'),
  too_many_tries: error('email', 'too_many_codes'),
};
export const CODE: Record<CodeRefusal, FieldError> = {
  wrong_code: error('code', 'wrong_code'),
  expired: error('code', 'code_expired'),
  too_many_tries: error('code', 'code_too_many_tries'),
};
export const PASSWORD: Record<PasswordProblem | 'expired', FieldError> = {
  password_too_short: error('password', 'password_too_short'),
  password_too_long: error('password', 'password_too_long'),
  password_common: error('password', 'password_common'),
  expired: error('password', 'expired'),
};
/** Of the current password, typed again. */
export const CURRENT: Record<'wrong_password' | 'too_many_tries', FieldError> = {
  wrong_password: error('current', 'wrong_password'),
  too_many_tries: error('current', 'too_many_tries'),
};
export const SAME_EMAIL = error('email', 'same_email');

/** Of an address and a password, whatever was wrong with them. */
export const signInRefusal = (code: string): FieldError =>
  error('email', code === 'too_many_tries' ? 'sign_in_too_many_tries' : 'wrong_credentials');

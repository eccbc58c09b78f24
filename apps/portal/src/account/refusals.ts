import {
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  type AskRefusal,
  type CodeRefusal,
  type PasswordProblem,
} from '#identity';
import type { FieldError } from '#web';

const params = { min: PASSWORD_CHARS_MIN, max: PASSWORD_CHARS_MAX };

// Refusals speak of what was typed; each has its field.
export const ASKED: Record<AskRefusal, FieldError> = {
  bad_email: { field: 'email', key: 'account.error.emailWrong' },
  too_many_tries: { field: 'email', key: 'account.error.too_many_codes' },
};
export const CODE: Record<CodeRefusal, FieldError> = {
  wrong_code: { field: 'code', key: 'account.error.wrong_code' },
  expired: { field: 'code', key: 'account.error.code_expired' },
  too_many_tries: { field: 'code', key: 'account.error.code_too_many_tries' },
};
export const PASSWORD: Record<PasswordProblem, FieldError> = {
  password_too_short: { field: 'password', key: 'account.error.password_too_short', params },
  password_too_long: { field: 'password', key: 'account.error.password_too_long', params },
  password_common: { field: 'password', key: 'account.error.password_common' },
};

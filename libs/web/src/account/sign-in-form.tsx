import type { Answers } from '../forms/answers.ts';
import { fieldErrors, type FieldError } from '../forms/errors.ts';
import { PasswordField, TextField } from '../forms/fields.tsx';
import { Form, Submit } from '../forms/form.tsx';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';

export type SignInFormOptions = {
  view: ShellView;
  /** `email`, and `next`: where the person was going. */
  values: Answers;
  errors?: readonly FieldError[];
  /** An invented account's. */
  password?: string | undefined;
  /** What was typed before a session ended, sealed. */
  kept?: string | null;
};

/** Address and password, on both sites and wherever somebody has to sign in again. */
export function SignInFields({ view, values, errors = [], password, kept }: SignInFormOptions) {
  const t = shellText(view.lang);
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Form view={view} action="/sign-in">
      <input type="hidden" name="next" value={values.next} />
      {kept && <input type="hidden" name="_kept" value={kept} />}
      <TextField
        {...props}
        name="email"
        label={t('web.own.email')}
        type="email"
        autocomplete="username"
        spellcheck={false}
      />
      <PasswordField
        {...props}
        name="password"
        label={t('web.own.password')}
        autocomplete="current-password"
        value={password}
      />
      <Submit text={t('web.signIn')} />
    </Form>
  );
}

import { CODE_DIGITS, CODE_MINUTES, PASSWORD_CHARS_MIN } from '#identity';
import {
  fieldErrors,
  Form,
  Page,
  PasswordField,
  Submit,
  TextField,
  type Answers,
  type FieldError,
} from '#web';
import type { PortalView } from '../text/index.ts';

type Props = { view: PortalView; values: Answers; errors?: readonly FieldError[] };

export function SignUpPage({ view, values, errors = [] }: Props) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('account.signUp.title')} back="/" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('account.signUp.title')}</h1>
          <p class="govuk-body">{t('account.signUp.lead')}</p>
          <Form view={view} action="/sign-up">
            <TextField
              {...props}
              name="email"
              label={t('account.email')}
              hint={t('account.signUp.emailHint')}
              type="email"
              autocomplete="email"
              spellcheck={false}
            />
            <PasswordField
              {...props}
              name="password"
              label={t('account.password')}
              hint={t('account.signUp.passwordHint', { min: PASSWORD_CHARS_MIN })}
              autocomplete="new-password"
            />
            <Submit text={t('account.signUp.button')} />
          </Form>
          <p class="govuk-body">
            {t('account.signUp.have')}{' '}
            <a class="govuk-link" href="/sign-in">
              {t('account.signUp.signIn')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

export function CodePage({ view, values, errors = [] }: Props) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('account.code.title')} back="/sign-up" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('account.code.title')}</h1>
          <p class="govuk-body">{t('account.code.sent', { minutes: CODE_MINUTES })}</p>
          <Form view={view} action="/sign-up/code">
            <input type="hidden" name="id" value={values.id} />
            <TextField
              {...props}
              name="code"
              label={t('account.code.label')}
              hint={t('account.code.hint', { digits: CODE_DIGITS })}
              inputmode="numeric"
              autocomplete="one-time-code"
              classes="govuk-input--width-10"
            />
            <Submit text={t('account.code.button')} />
          </Form>
          <p class="govuk-body">{t('account.code.nothing')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/sign-up">
              {t('account.code.again')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

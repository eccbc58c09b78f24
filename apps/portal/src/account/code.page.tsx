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

type Props = {
  view: PortalView;
  action: string;
  errors?: readonly FieldError[];
};

/** The code from the mail, whatever it was asked for. */
export function CodePage(o: Props & { values: Answers; begin: string }) {
  const { view, values, errors = [], action, begin } = o;
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('account.code.title')} back={begin} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('account.code.title')}</h1>
          <p class="govuk-body">{t('account.code.sent', { minutes: CODE_MINUTES })}</p>
          <Form view={view} action={action}>
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
            <a class="govuk-link" href={begin}>
              {t('account.code.again')}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

/** After the code: nobody but who read the mail comes here. */
export function NewPasswordPage(o: Props & { kind: 'signUp' }) {
  const { view, errors = [], action, kind } = o;
  const { t } = view;
  const title = t(`account.newPassword.${kind}.title`);
  return (
    <Page view={view} title={title} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{t(`account.newPassword.${kind}.lead`)}</p>
          <Form view={view} action={action}>
            <PasswordField
              {...{ view, errors: fieldErrors(view, errors) }}
              name="password"
              label={t('account.newPassword.label')}
              hint={t('account.newPassword.hint', { min: PASSWORD_CHARS_MIN })}
              autocomplete="new-password"
            />
            <Submit text={t(`account.newPassword.${kind}.button`)} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
